#pragma once

#include <Eigen/Dense>
#include <cstdint>

#include "harness/row.hpp"

// Operands of Eigen's rows: the numbers of harness/data.hpp in arrays, two-dimensional ones in C order as NumPy's.
namespace bench {

template <class T>
using vector = Eigen::Array<T, Eigen::Dynamic, 1>;
template <class T>
using table = Eigen::Array<T, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
template <class T>
using matrix = Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

template <class T>
vector<T> data(size n, std::uint32_t seed, double low = -1, double high = 1) {
    vector<T> a(n);
    fill(a.data(), std::size_t(n), seed, low, high);
    return a;
}
template <class Matrix>
Matrix filled(size rows, size columns, std::uint32_t seed, double low = -1, double high = 1) {
    Matrix a(rows, columns);
    fill(a.data(), std::size_t(rows * columns), seed, low, high);
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
    return filled<table<double>>(n, n, seed, low, high);
}
template <class T = double>
vector<T> out(size n) {
    return vector<T>::Zero(n);
}
template <class T = double>
table<T> out(size rows, size columns) {
    return table<T>::Zero(rows, columns);
}

}  // namespace bench
