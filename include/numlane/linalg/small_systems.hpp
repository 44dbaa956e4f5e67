#pragma once

#include "numlane/core/elimination.hpp"
#include "numlane/linalg/stack.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Whether systems of n equations of F, and so many right sides, are solved by the kernel of eliminations: it has no need of
/// memory, and takes a third of the time of calls of LAPACK.
template <class F>
constexpr bool are_small_systems(index_t n, index_t columns) {
    return !is_complex_v<F> && n <= most_eliminated && columns <= most_eliminated;
}

/// The elimination of matrix i of a stack, with no right side yet.
template <class R>
elimination_job<R> elimination_of(const matrix_stack<const R>& a, index_t i) {
    elimination_job<R> job;
    job.a = a.elements.data() + a.offset(i);
    job.a_row = a.strides()[0];
    job.a_column = a.strides()[1];
    job.b = nullptr;
    job.x = nullptr;
    job.n = a.rows;
    job.columns = 0;
    return job;
}

template <class R>
void eliminate(elimination_job<R>& job) {
    dispatch<eliminate_kernel<R>>()({&job, nullptr, nullptr, 0, false});
}

/// x = a⁻¹·b for the matrices [first, last) of three stacks; b null stands for identities. The solutions of singular ones
/// are NaN, and noted.
template <class R>
void solve_small_systems(const matrix_stack<const R>& a, const matrix_stack<const R>* b, const matrix_stack<R>& x,
                         index_t first, index_t last, first_failure& failed) {
    for (index_t i = first; i < last; ++i) {
        elimination_job<R> job = elimination_of(a, i);
        if (b != nullptr) {
            job.b = b->elements.data() + b->offset(i);
            job.b_row = b->strides()[0];
            job.b_column = b->strides()[1];
        }
        job.x = x.elements.data() + x.offset(i);
        job.x_row = x.strides()[0];
        job.x_column = x.strides()[1];
        job.columns = x.columns;
        if (job.n == 0 || job.columns == 0) continue;
        eliminate(job);
        if (job.singular == 0) continue;
        failed.note(i);
        for (index_t r = 0; r < job.n; ++r)
            for (index_t c = 0; c < job.columns; ++c)
                job.x[r * job.x_row + c * job.x_column] = std::numeric_limits<R>::quiet_NaN();
    }
}

}  // namespace detail
NUMLANE_END_NAMESPACE
