#pragma once

#include "numlane/blas/native_lapack/matrix.hpp"
#include "numlane/core/rotation.hpp"
#include "numlane/parallel/parallel_for.hpp"
#include "numlane/simd/dispatch.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::native_lapack {

/// The cosine and sine with c·x + s·y = r and c·y - s·x = 0, without overflow.
template <class R>
R rotation(R x, R y, R& c, R& s) {
    if (y == 0) {
        c = 1;
        s = 0;
        return x;
    }
    if (x == 0) {
        c = 0;
        s = 1;
        return y;
    }
    const R r = std::copysign(length(x, y), x);
    c = x / r;
    s = y / r;
    return r;
}

/// Rotations of the columns of a matrix, collected so that many are applied in one pass over it. A complex matrix is one of
/// real numbers with twice the rows. Without a matrix (no columns) they are forgotten.
template <class T>
class rotations {
    using R = real_t<T>;

public:
    explicit rotations(const matrix<T>& of) : matrix_(of) {
        // Some two sweeps an eigenvalue, shorter from one to the next.
        const std::size_t n = std::size_t(of.columns);
        sweeps_.reserve(2 * n);
        cosines_.reserve(std::min(most, n * n));
        sines_.reserve(std::min(most, n * n));
    }
    ~rotations() = default;
    rotations(const rotations&) = delete;
    rotations& operator=(const rotations&) = delete;

    /// Begins a sweep at column `first`, towards larger (step 1) or smaller (step -1) ones.
    void begin(index_t first, index_t step) {
        if (matrix_.columns == 0) return;
        if (cosines_.size() >= most) flush();
        sweeps_.push_back({first, step, 0, index_t(cosines_.size())});
    }
    void add(R c, R s) {
        if (matrix_.columns == 0) return;
        cosines_.push_back(c);
        sines_.push_back(s);
        ++sweeps_.back().count;
    }
    /// Applies what has been collected.
    void flush() {
        if (cosines_.empty()) return;
        const index_t rows = matrix_.rows * index_t(sizeof(T) / sizeof(R));
        const auto kernel = detail::dispatch<detail::rotate_kernel<R>>();
        // Some 20 µs of work.
        const index_t grain = std::max<index_t>(1, index_t(40'000 / cosines_.size())) * 64;
        parallel_for(0, rows, grain, [&](index_t low, index_t high) {
            rotation_job<R> job{reinterpret_cast<R*>(matrix_.data) + low,
                                high - low,
                                matrix_.ld * index_t(sizeof(T) / sizeof(R)),
                                sweeps_.data(),
                                index_t(sweeps_.size()),
                                cosines_.data(),
                                sines_.data()};
            kernel({&job, nullptr, nullptr, 0, false});
        });
        sweeps_.clear();
        cosines_.clear();
        sines_.clear();
    }

private:
    static constexpr std::size_t most = 16384;

    matrix<T> matrix_;
    workspace<rotation_sweep> sweeps_;
    workspace<R> cosines_, sines_;
};

}  // namespace blas::native_lapack
NUMLANE_END_NAMESPACE
