#pragma once

#include <cmath>
#include <limits>

// Distances in units in the last place.
namespace ulp {

/// A type of enough more bits to hold a reference for T.
template <class T>
struct wider;
template <> struct wider<float> {
    using type = double;
};
template <> struct wider<double> {
    using type = long double;
};
template <class T>
using wider_t = typename wider<T>::type;

/// The distance of neighbouring T about x.
template <class T>
wider_t<T> unit(wider_t<T> x) {
    using limits = std::numeric_limits<T>;
    const wider_t<T> size = std::fabs(x);
    if (size < limits::min()) return limits::denorm_min();
    if (size > limits::max()) return unit<T>(limits::max());
    return std::ldexp(wider_t<T>(1), std::ilogb(size) - limits::digits + 1);
}

/// How far `got` is from the reference; infinite where only one of them is NaN, or is infinite where the other is small.
template <class T>
double error(T got, wider_t<T> exact) {
    const double far = std::numeric_limits<double>::infinity();
    if (got != got || exact != exact) return got != got && exact != exact ? 0 : far;
    if (T(exact) == got) return std::isinf(got) ? 0 : double(std::fabs(got - exact) / unit<T>(exact));
    if (std::isinf(exact)) return far;
    // An infinity stands for the number that would follow the largest one.
    const wider_t<T> value =
        std::isinf(got)
            ? std::copysign(std::ldexp(wider_t<T>(1), std::numeric_limits<T>::max_exponent), wider_t<T>(got))
            : wider_t<T>(got);
    return double(std::fabs(value - exact) / unit<T>(exact));
}

}  // namespace ulp
