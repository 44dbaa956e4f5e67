#pragma once

#include <complex>
#include <iostream>
#include <vector>

#include "numlane/numlane.hpp"
#include "test.hpp"

// The arrays that the rows of the tables use.
struct operands {
    nl::array<double> a = nl::linspace(0.0, 1.0, 12).reshape(3, 4);
    nl::array<double> b{1, 2, 3, 4};
    nl::array<double> x = nl::linspace(0.0, 1.0, 5);
    nl::array<double> y = nl::linspace(1.0, 0.0, 5);
    nl::array<std::int32_t> i{1, 2, 3};
    nl::array<std::complex<double>> z{{1.0, 2.0}};
    nl::array<bool> m{true, false, true, false, true};
};

// Evaluates expressions, and keeps the compiler quiet about variables.
template <class... T>
void unused(T&&... value) {
    const auto use = [](auto&& v) {
        if constexpr (nl::lazy<std::remove_cvref_t<decltype(v)>>)
            (void)nl::array<typename std::remove_cvref_t<decltype(v)>::value_type>(v);
    };
    (use(value), ...);
}
