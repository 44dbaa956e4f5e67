#pragma once

#include <cmath>
#include <complex>
#include <cstddef>
#include <type_traits>

// A sum over a result by which contestants are compared: every element counts, with a weight that depends on its place in
// C order.
namespace bench {

struct checksum {
    double sum = 0;
    double magnitude = 0;  // the sum of absolute values: what `sum` may differ by is a part of this
    double total = 0;      // without weights: how many steps the Mandelbrot rows take
    std::size_t count = 0;

    void add(double x) {
        const double weighted = x * (1 + 0.125 * double(count++ % 7));
        sum += weighted;
        magnitude += std::fabs(weighted);
        total += x;
    }
    template <class T>
    void add(const std::complex<T>& z) {
        add(double(z.real()));
        add(double(z.imag()));
    }
};

template <class T>
inline constexpr bool is_number = std::is_arithmetic_v<T>;
template <class T>
inline constexpr bool is_number<std::complex<T>> = true;

template <class T>
void add_number(checksum& c, const T& x) {
    if constexpr (std::is_arithmetic_v<T>) c.add(double(x));
    else c.add(x);
}

/// Of a number, of anything with iterators in C order, or of a matrix of Eigen or Armadillo.
template <class Result>
checksum checksum_of(const Result& result) {
    checksum c;
    if constexpr (is_number<Result>) add_number(c, result);
    else if constexpr (requires { result.coeff(0, 0); }) {
        for (decltype(result.rows()) i = 0; i < result.rows(); ++i)
            for (decltype(result.cols()) j = 0; j < result.cols(); ++j) add_number(c, result.coeff(i, j));
    } else if constexpr (requires { result.n_rows; }) {
        if (result.n_rows == 1 || result.n_cols == 1) {
            for (const auto& x : result) add_number(c, x);
        } else {
            for (decltype(result.n_rows + 0) i = 0; i < result.n_rows; ++i)
                for (decltype(result.n_cols + 0) j = 0; j < result.n_cols; ++j) add_number(c, result.at(i, j));
        }
    } else {
        for (const auto& x : result) add_number(c, x);
    }
    return c;
}

}  // namespace bench
