#pragma once

#include <cstring>

#include "numlane/io/float_text.hpp"

NUMLANE_BEGIN_NAMESPACE

namespace detail {

// Digits after the point that NumPy prints at most (numpy.get_printoptions()['precision']).
inline constexpr int print_precision = 8;

// The text of a finite number without its sign: text[0, point) is the integer, then '.', then `fraction` digits. In
// scientific notation there is an exponent too.
struct decimal {
    char text[48];
    int point = 0;
    int fraction = 0;
    char exponent_sign = 0;
    char exponent[4] = {};
    int exponent_digits = 0;

    void trim_zeros() {
        while (fraction > 0 && text[point + fraction] == '0') --fraction;
    }
};

// x >= 0 as d.ddde+dd. With digits < 0 as many digits as x needs to be told from its neighbours, at most
// print_precision; otherwise exactly that many, rounded from the exact value (ties to even) as NumPy's Dragon4 does.
template <class F>
decimal scientific_decimal(F x, int digits = -1) {
    decimal d;
    d.point = 1;
    const auto write = [&](auto... precision) {
        char* const end = float_text(d.text, d.text + sizeof d.text, x, float_notation::scientific, precision...);
        char* const e = static_cast<char*>(std::memchr(d.text, 'e', static_cast<std::size_t>(end - d.text)));
        d.fraction = e - d.text > 2 ? static_cast<int>(e - d.text) - 2 : 0;
        d.exponent_sign = e[1];
        d.exponent_digits = static_cast<int>(end - e) - 2;
        std::memcpy(d.exponent, e + 2, static_cast<std::size_t>(d.exponent_digits));
        d.text[1] = '.';
    };
    write();
    if (digits >= 0 && d.fraction != digits) {
        write(digits);
    } else if (digits < 0 && d.fraction > print_precision) {
        write(print_precision);
        d.trim_zeros();
    }
    return d;
}

// x with 0 <= x < 1e8 in positional notation: the digits that tell it from its neighbours and at most print_precision
// of them after the point, without trailing zeros. An integer has all its digits.
template <class F>
decimal positional_decimal(F x) {
    decimal d;
    const auto write = [&](auto... precision) {
        char* const end = float_text(d.text, d.text + sizeof d.text - 1, x, float_notation::fixed, precision...);
        *end = '.';
        d.point = static_cast<int>(static_cast<char*>(std::memchr(d.text, '.', sizeof d.text)) - d.text);
        d.fraction = end - d.text > d.point ? static_cast<int>(end - d.text) - d.point - 1 : 0;
    };
    write();
    if (d.fraction > print_precision) {
        write(print_precision);
        d.trim_zeros();
    }
    return d;
}

}  // namespace detail

NUMLANE_END_NAMESPACE
