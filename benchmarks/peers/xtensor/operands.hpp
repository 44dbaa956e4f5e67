#pragma once

#include <cstdint>

#include "harness/row.hpp"
#include "xtensor/xbuilder.hpp"
#include "xtensor/xmath.hpp"
#include "xtensor/xnoalias.hpp"
#include "xtensor/xtensor.hpp"
#include "xtensor/xview.hpp"

// Operands of xtensor's rows: the numbers of harness/data.hpp in tensors.
namespace bench {

template <class T>
using vector = xt::xtensor<T, 1>;
template <class T>
using table = xt::xtensor<T, 2>;

template <class T>
vector<T> data(size n, std::uint32_t seed, double low = -1, double high = 1) {
    vector<T> a = xt::zeros<T>({std::size_t(n)});
    fill(a.data(), a.size(), seed, low, high);
    return a;
}
template <class T = double>
table<T> filled(size rows, size columns, std::uint32_t seed, double low = -1, double high = 1) {
    table<T> a = xt::zeros<T>({std::size_t(rows), std::size_t(columns)});
    fill(a.data(), a.size(), seed, low, high);
    return a;
}
inline vector<double> f64(size n, std::uint32_t seed, double low = -1, double high = 1) {
    return data<double>(n, seed, low, high);
}
inline vector<float> f32(size n, std::uint32_t seed, double low = -1, double high = 1) {
    return data<float>(n, seed, low, high);
}
inline vector<std::int32_t> i32(size n, std::uint32_t seed, double low = -100, double high = 100) {
    return data<std::int32_t>(n, seed, low, high);
}
inline table<double> square(size n, std::uint32_t seed, double low = -1, double high = 1) {
    return filled<double>(n, n, seed, low, high);
}
template <class T = double>
vector<T> out(size n) {
    return xt::zeros<T>({std::size_t(n)});
}
template <class T = double>
table<T> out(size rows, size columns) {
    return xt::zeros<T>({std::size_t(rows), std::size_t(columns)});
}

/// to = expression, which reads nothing of it.
template <class Out, class E>
void put(Out& to, E&& expression) {
    xt::noalias(to) = std::forward<E>(expression);
}

}  // namespace bench
