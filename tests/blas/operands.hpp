#pragma once

#include <complex>
#include <cstdint>
#include <vector>

#include "numlane/blas.hpp"
#include "test.hpp"

// Matrices of small whole numbers in memory of every layout, between guards. All sums of their products are exact, so that
// every provider must give the same numbers.
namespace operands {

using nl::index_t;

struct random {
    std::uint64_t state;
    std::uint64_t next() {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return state >> 33;
    }
    index_t below(index_t n) { return index_t(next() % std::uint64_t(n)); }
};

template <class T>
T value(random& r) {
    if constexpr (std::is_same_v<T, bool>) return r.below(8) == 0;
    else if constexpr (nl::is_complex_v<T>) return {nl::real_t<T>(r.below(9) - 4), nl::real_t<T>(r.below(7) - 3)};
    else return T(r.below(9) - 4);
}

/// A factor by which divisions are exact too: some libraries begin with beta / alpha.
template <class T>
T factor(random& r) {
    if constexpr (std::is_same_v<T, bool>) {
        return true;
    } else {
        static constexpr int powers[] = {0, 1, -1, 2, -2, 4};
        const T power = T(nl::real_t<T>(powers[r.below(6)]));
        if constexpr (nl::is_complex_v<T>) return r.below(2) ? power : T(0, power.real());
        else return power;
    }
}

/// The layouts: C order, Fortran order, both with room between the lines, both backwards, and steps along both axes.
inline constexpr int layouts = 7;

template <class T>
struct matrix {
    index_t rows, columns, row_stride, column_stride, first;
    std::vector<std::conditional_t<std::is_same_v<T, bool>, unsigned char, T>> memory;

    matrix(index_t m, index_t n, int layout, random& r) : rows(m), columns(n) {
        const index_t room = layout >= 2 ? 3 : 0, step = layout == 6 ? 2 : 1;
        const bool by_rows = layout % 2 == 0;
        row_stride = by_rows ? (n + room) * step : step;
        column_stride = by_rows ? step : (m + room) * step;
        index_t extent = (m + room) * (n + room) * step + 16;
        first = 8;
        if (layout == 4 || layout == 5) {
            first += (m > 0 ? m - 1 : 0) * row_stride + (n > 0 ? n - 1 : 0) * column_stride;
            row_stride = -row_stride;
            column_stride = -column_stride;
        }
        memory.resize(std::size_t(extent));
        for (auto& element : memory) element = value<T>(r);
    }
    T* data() { return reinterpret_cast<T*>(memory.data()) + first; }
    const T* data() const { return reinterpret_cast<const T*>(memory.data()) + first; }
    T& operator()(index_t i, index_t j) { return data()[i * row_stride + j * column_stride]; }
    const T& operator()(index_t i, index_t j) const { return data()[i * row_stride + j * column_stride]; }
    nl::blas::matrix_in<T> in(bool conj = false) const { return {data(), row_stride, column_stride, conj}; }
    nl::blas::matrix_out<T> out() { return {data(), row_stride, column_stride}; }
    /// The first column as a vector.
    nl::blas::vector_in<T> in_vector(bool conj = false) const { return {data(), row_stride, conj}; }
    nl::blas::vector_out<T> out_vector() { return {data(), row_stride}; }
};

template <class T>
T conj_if(bool conj, T x) {
    if constexpr (nl::is_complex_v<T>) return conj ? std::conj(x) : x;
    else return x;
}
template <class T>
T times(T a, T b) {
    if constexpr (std::is_same_v<T, bool>) return a && b;
    else if constexpr (std::is_integral_v<T>) return T(std::uint64_t(a) * std::uint64_t(b));
    else if constexpr (nl::is_complex_v<T>)
        return {a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real()};
    else return a * b;
}
template <class T>
T plus(T a, T b) {
    if constexpr (std::is_same_v<T, bool>) return a || b;
    else if constexpr (std::is_integral_v<T>) return T(std::uint64_t(a) + std::uint64_t(b));
    else return a + b;
}

}  // namespace operands
