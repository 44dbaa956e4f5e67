#pragma once

#include "numlane/blas/native_lapack/householder.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::native_lapack {

/// What balancing did: outside of [low, high] the matrix is triangular already.
template <class R>
struct balancing {
    index_t low, high;
    workspace<R> factor;           // by which row i of the eigenvectors is multiplied
    workspace<index_t> exchanged;  // the row that i was exchanged with
};

/// Makes the norms of the rows and columns of a alike, by permutations and powers of two: LAPACK's gebal (B. Parlett and
/// C. Reinsch, 1969; R. James, J. Langou and B. Lowery, On matrix balancing and eigenvector computation, 2014).
template <class T>
balancing<real_t<T>> balance(const matrix<T>& a) {
    using R = real_t<T>;
    const index_t n = a.rows;
    balancing<R> b{0, n - 1, workspace<R>(std::size_t(n), R(1)), workspace<index_t>(static_cast<std::size_t>(n))};
    for (index_t i = 0; i < n; ++i) b.exchanged[std::size_t(i)] = i;
    const auto exchange = [&](index_t i, index_t with) {
        b.exchanged[std::size_t(with)] = i;
        if (i == with) return;
        std::swap_ranges(a.column(i), a.column(i) + n, a.column(with));
        for (index_t j = 0; j < n; ++j) std::swap(a(i, j), a(with, j));
    };
    // Rows that isolate an eigenvalue go to the bottom, columns that do to the left.
    for (bool found = true; found && b.high >= 0;) {
        found = false;
        for (index_t i = b.high; i >= 0 && !found; --i) {
            bool isolated = true;
            for (index_t j = 0; j <= b.high && isolated; ++j) isolated = j == i || a(i, j) == T(0);
            if (!isolated) continue;
            exchange(i, b.high--);
            found = true;
        }
    }
    for (bool found = true; found && b.low <= b.high;) {
        found = false;
        for (index_t j = b.low; j <= b.high && !found; ++j) {
            bool isolated = true;
            for (index_t i = b.low; i <= b.high && isolated; ++i) isolated = i == j || a(i, j) == T(0);
            if (!isolated) continue;
            exchange(j, b.low++);
            found = true;
        }
    }
    const R most = std::ldexp(R(1), std::numeric_limits<R>::max_exponent / 2);
    for (bool changed = true; changed;) {
        changed = false;
        for (index_t i = b.low; i <= b.high; ++i) {
            R column = norm(a.column(i) + b.low, b.high - b.low + 1), row(0), largest_row(0);
            for (index_t j = b.low; j < n; ++j) {
                largest_row = std::max(largest_row, magnitude(a(i, j)));
                if (j <= b.high) row = std::hypot(row, std::hypot(real(a(i, j)), imag(a(i, j))));
            }
            if (column == 0 || row == 0) continue;
            const R before = column + row;
            R f(1);
            for (; column < row / 2 && f < most && largest_row > safe_minimum<R> * 4 * f; f *= 2) column *= 2, row /= 2;
            for (; column / 2 >= row && f > 1 / most; f /= 2) column /= 2, row *= 2;
            if (f == 1 || column + row >= R(0.95) * before) continue;
            R& total = b.factor[std::size_t(i)];
            if (total * f > most || total * f < 1 / most) continue;
            total *= f;
            changed = true;
            for (index_t j = b.low; j < n; ++j) a(i, j) *= 1 / f;
            for (index_t r = 0; r <= b.high; ++r) a(r, i) *= f;
        }
    }
    return b;
}

/// The eigenvectors of a matrix from those of the balanced one: LAPACK's gebak.
template <class T>
void undo_balance(const balancing<real_t<T>>& b, const matrix<T>& v) {
    const auto exchange = [&](index_t i) {
        const index_t with = b.exchanged[std::size_t(i)];
        for (index_t j = 0; with != i && j < v.columns; ++j) std::swap(v(i, j), v(with, j));
    };
    for (index_t j = 0; j < v.columns; ++j)
        for (index_t i = b.low; i <= b.high; ++i) v(i, j) *= b.factor[std::size_t(i)];
    for (index_t i = b.low - 1; i >= 0; --i) exchange(i);
    for (index_t i = b.high + 1; i < v.rows; ++i) exchange(i);
}

}  // namespace blas::native_lapack
NUMLANE_END_NAMESPACE
