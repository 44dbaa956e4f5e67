#pragma once

#include <cmath>
#include <complex>
#include <cstdint>

#include "harness/row.hpp"
#include "numlane/numlane.hpp"

// Operands of numlane's rows: the numbers of harness/data.hpp in arrays.
namespace bench {

namespace nl = numlane;

template <class T>
nl::array<T, 1> data(size n, std::uint32_t seed, double low = -1, double high = 1) {
    nl::array<T, 1> a = nl::empty<T, 1>({n});
    fill(a.data(), std::size_t(n), seed, low, high);
    return a;
}
template <class T>
nl::array<T, 2> matrix(size rows, size columns, std::uint32_t seed, double low = -1, double high = 1) {
    nl::array<T, 2> a = nl::empty<T, 2>({rows, columns});
    fill(a.data(), std::size_t(rows * columns), seed, low, high);
    return a;
}
template <class T>
nl::array<T, 3> cube(size planes, size rows, size columns, std::uint32_t seed, double low = -1, double high = 1) {
    nl::array<T, 3> a = nl::empty<T, 3>({planes, rows, columns});
    fill(a.data(), std::size_t(planes * rows * columns), seed, low, high);
    return a;
}
inline nl::array<double, 1> f64(size n, std::uint32_t seed, double low = -1, double high = 1) {
    return data<double>(n, seed, low, high);
}
inline nl::array<float, 1> f32(size n, std::uint32_t seed, double low = -1, double high = 1) {
    return data<float>(n, seed, low, high);
}
inline nl::array<std::int32_t, 1> i32(size n, std::uint32_t seed, double low = -100, double high = 100) {
    return data<std::int32_t>(n, seed, low, high);
}
inline nl::array<bool, 1> flags(size n, std::uint32_t seed) { return data<bool>(n, seed, 0, 1); }
template <class T = double>
nl::array<T, 2> square(size n, std::uint32_t seed, double low = -1, double high = 1) {
    return matrix<T>(n, n, seed, low, high);
}

/// An output of n elements. It is written, as Eigen's is, so that it has pages of its own before the kernel runs.
template <class T = double>
nl::array<T, 1> out(size n) {
    return nl::full<T, 1>({n}, T(0));
}
template <class T = double>
nl::array<T, 2> out(size rows, size columns) {
    return nl::full<T, 2>({rows, columns}, T(0));
}

}  // namespace bench
