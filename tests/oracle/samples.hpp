#pragma once

#include "numlane/reduce.hpp"
#include "oracle/case.hpp"

// The cases of samples.py.
namespace samples {

inline constexpr int count = 7;  // of shapes

/// Within so many units of the last place of the larger of the result and 1, the size of the samples.
template <class T>
bool near(const T& got, const T& expected, double epsilons) {
    if (oracle::same_value{false}(got, expected)) return true;
    if constexpr (std::is_floating_point_v<T>) {
        const double size = std::abs(double(expected)) > 1 ? std::abs(double(expected)) : 1;
        return size < std::numeric_limits<double>::infinity() &&
               std::abs(double(got) - double(expected)) <= epsilons * double(std::numeric_limits<T>::epsilon()) * size;
    } else {
        return false;
    }
}

/// f(x, axis) gives NumPy's results of `name`, for every axis and for -1. Compiled once for all functions.
template <class R, class T>
void check(const std::string& name, const std::function<nl::array<R>(const nl::array<T>&, int)>& f,
           double epsilons = 0) {
    const std::string dtype = nl::dtype_name<T>();
    const auto expected = oracle::read<R>("samples_" + name + "." + dtype);
    const int first = name.find("of_nan_") == 0 ? 100 : 0;
    nl::index_t at = 0;
    for (int s = 0; s < count; ++s) {
        const auto x = oracle::read<T>("samples." + dtype + "." + std::to_string(first + s));
        for (int axis = -1; axis < x.ndim(); ++axis) {
            INFO(name << " of " << dtype << " along axis " << axis << " of " << nl::to_string(x.shape()));
            nl::array<R> got = nl::zeros<R>({0});
            try {
                got = f(x, axis);
            } catch (const nl::shape_error&) {  // too few samples for a slope
                REQUIRE(name.find("gradient") == 0);
            } catch (const nl::error&) {  // nothing but NaN
                REQUIRE(name.find("of_nan_nanarg") == 0);
            }
            REQUIRE(at + got.size() <= expected.size());
            for (nl::index_t i = 0; i < got.size(); ++i, ++at)
                if (!near(got.data()[i], R(expected(at)), epsilons))
                    FAIL("element " << i << " is " << oracle::text(got.data()[i]) << ", not "
                                    << oracle::text(R(expected(at))));
        }
    }
    REQUIRE(at == expected.size());
}

/// All axes for -1.
inline nl::axes all_or(int axis) { return axis < 0 ? nl::axes() : nl::axes(axis); }

}  // namespace samples
