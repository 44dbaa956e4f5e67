#pragma once

#include <cmath>
#include <limits>
#include <vector>  // brings std::min, copy and the like; <algorithm> has ranges and policies as well, 0.2 s a file with g++ 12

#include "numlane/blas/gemm_buffers.hpp"
#include "numlane/blas/operations.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::native_lapack {

/// A matrix whose columns lie in one piece, `ld` elements from one to the next, as LAPACK has them. Of complex numbers, it must
/// be allowed to read one column more (see owned_matrix).
template <class T>
struct matrix {
    T* data;
    index_t rows, columns, ld;

    T& operator()(index_t i, index_t j) const { return data[i + j * ld]; }
    T* column(index_t j) const { return data + j * ld; }
    matrix block(index_t i, index_t j, index_t m, index_t n) const { return {data + i + j * ld, m, n, ld}; }
    /// What is left without the first i rows and the first j columns.
    matrix from(index_t i, index_t j) const { return block(i, j, rows - i, columns - j); }

    void fill(T value) const {
        for (index_t j = 0; j < columns; ++j) std::fill_n(column(j), rows, value);
    }
    void set_identity() const {
        fill(T(0));
        for (index_t i = 0; i < rows && i < columns; ++i) (*this)(i, i) = T(1);
    }
    void copy(const matrix& from) const {
        for (index_t j = 0; j < columns; ++j) std::copy(from.column(j), from.column(j) + rows, column(j));
    }
};

/// A matrix with memory of its own, of zeros. Columns are an odd number of cache lines apart, so that
/// those of a power of two do not evict each other from the cache. Behind the last one there is room for one more: LAPACK
/// multiplies by rows, and OpenBLAS reads one element past their end (see library_matrix.hpp).
template <class T>
class owned_matrix {
public:
    owned_matrix(index_t rows, index_t columns)
        : ld_(padded(rows)), values_(std::size_t(ld_) * std::size_t(columns + 1)),
          view_{values_.data(), rows, columns, ld_} {}
    owned_matrix(owned_matrix&& other) noexcept = default;

    operator const matrix<T>&() const { return view_; }
    const matrix<T>& operator*() const { return view_; }
    const matrix<T>* operator->() const { return &view_; }

private:
    static index_t padded(index_t rows) {
        constexpr index_t line = index_t(64 / sizeof(T));
        return rows < 32 ? std::max<index_t>(rows, 1) : (((rows + line - 1) / line) | 1) * line;
    }
    index_t ld_;
    workspace<T> values_;
    matrix<T> view_;
};

/// How many of n numbers are not zero.
template <class R>
index_t count_nonzero(const R* x, index_t n) {
    index_t count = 0;
    for (index_t i = 0; i < n; ++i) count += x[i] != R(0) ? 1 : 0;
    return count;
}

template <class T>
T conj(const T& x) {
    if constexpr (is_complex_v<T>) return {x.real(), -x.imag()};
    else return x;
}
template <class T>
real_t<T> real(const T& x) {
    if constexpr (is_complex_v<T>) return x.real();
    else return x;
}
template <class T>
real_t<T> imag(const T& x) {
    if constexpr (is_complex_v<T>) return x.imag();
    else return T(0);
}
/// The product without C's care for infinities, which costs a branch.
template <class T>
T times(const T& a, const T& b) {
    if constexpr (is_complex_v<T>)
        return {a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real()};
    else return a * b;
}
/// |re| + |im|, by which BLAS compares.
template <class T>
real_t<T> magnitude(const T& x) {
    return std::abs(real(x)) + std::abs(imag(x));
}
/// |x|², which may overflow.
template <class T>
real_t<T> square(const T& x) {
    return real(x) * real(x) + imag(x) * imag(x);
}
template <class T>
bool is_finite(const T& x) {
    return std::isfinite(real(x)) && std::isfinite(imag(x));
}
template <class T>
bool all_finite(const matrix<T>& a) {
    for (index_t j = 0; j < a.columns; ++j)
        for (index_t i = 0; i < a.rows; ++i)
            if (!is_finite(a(i, j))) return false;
    return true;
}
/// The largest magnitude of an element.
template <class T>
real_t<T> largest(const matrix<T>& a) {
    real_t<T> most(0);
    for (index_t j = 0; j < a.columns; ++j)
        for (index_t i = 0; i < a.rows; ++i)
            most = std::max(most, std::max(std::abs(real(a(i, j))), std::abs(imag(a(i, j)))));
    return most;
}

/// The unit roundoff times two, and the smallest number whose reciprocal does not overflow.
template <class R>
inline constexpr R epsilon = std::numeric_limits<R>::epsilon();
template <class R>
inline constexpr R safe_minimum = std::numeric_limits<R>::min();

/// The length of the vector (x, y), without overflow.
template <class R>
R length(R x, R y) {
    const R total = x * x + y * y;
    // The C library's hypot took a quarter of the time of an eigenvalue problem of order 8.
    if (total > safe_minimum<R> / epsilon<R> && total <= std::numeric_limits<R>::max()) return std::sqrt(total);
    return std::hypot(x, y);
}

/// The power of two by which to multiply a matrix whose largest element is `most`, so that the squares of its elements
/// neither overflow nor vanish; 1 where none is needed.
template <class R>
R safe_scale(R most) {
    const R small = std::sqrt(safe_minimum<R>) / epsilon<R>, big = 1 / small;
    if (most == 0 || (most >= small && most <= big)) return 1;
    return std::ldexp(R(1), std::min(-std::ilogb(most), std::numeric_limits<R>::max_exponent - 1));
}
template <class T>
void scale(const matrix<T>& a, real_t<T> factor) {
    for (index_t j = 0; j < a.columns; ++j)
        for (index_t i = 0; i < a.rows; ++i) a(i, j) *= factor;
}

}  // namespace blas::native_lapack
NUMLANE_END_NAMESPACE
