#pragma once

#include <cmath>
#include <cstddef>
#include <string>

#include "numlane/io/decimal.hpp"

NUMLANE_BEGIN_NAMESPACE

namespace detail {

// The format that NumPy gives all floats of one array together: positional or scientific, with common widths, so that
// the points stand under each other.
template <class F>
class float_format {
public:
    // Measures `count` numbers at data[0], data[stride], ...; `plus` writes the sign of positive numbers too.
    float_format(const F* data, std::size_t count, std::size_t stride, bool plus) : plus_(plus) {
        choose_notation(data, count, stride);
        bool any_other = false, negative_infinity = false;
        for (std::size_t i = 0; i < count; ++i) {
            const F x = data[i * stride];
            if (!std::isfinite(x)) {
                any_other = true;
                negative_infinity |= std::isinf(x) && x < 0;
                continue;
            }
            const decimal d = exponential_ ? scientific_decimal(std::fabs(x)) : positional_decimal(std::fabs(x));
            raise(left_, d.point + (std::signbit(x) || plus_));
            raise(fraction_, d.fraction);
            raise(exponent_, d.exponent_digits);
        }
        right_ = exponential_ ? fraction_ + exponent_ + 2 : fraction_;
        if (any_other) {
            raise(left_, 3 - (right_ + 1));
            raise(left_, (plus_ || negative_infinity ? 4 : 3) - (right_ + 1));
        }
    }

    void append(std::string& out, F x) const {
        const char sign = std::signbit(x) ? '-' : '+';
        if (!std::isfinite(x)) {
            const bool shows_sign = plus_ || (std::isinf(x) && sign == '-');
            pad(out, left_ + right_ + 1 - 3 - shows_sign);
            if (shows_sign) out += std::isnan(x) ? '+' : sign;
            out += std::isnan(x) ? "nan" : "inf";
            return;
        }
        const decimal d = exponential_ ? scientific_decimal(std::fabs(x), fraction_) : positional_decimal(std::fabs(x));
        const bool shows_sign = plus_ || sign == '-';
        pad(out, left_ - d.point - shows_sign);
        if (shows_sign) out += sign;
        out.append(d.text, static_cast<std::size_t>(d.point + 1 + d.fraction));
        if (exponential_) {
            out += 'e';
            out += d.exponent_sign;
            for (int i = d.exponent_digits; i < exponent_; ++i) out += '0';
            out.append(d.exponent, static_cast<std::size_t>(d.exponent_digits));
        } else {
            pad(out, fraction_ - d.fraction);
        }
    }

private:
    static void raise(int& value, int at_least) {
        if (value < at_least) value = at_least;
    }
    static void pad(std::string& out, int count) {
        if (count > 0) out.append(static_cast<std::size_t>(count), ' ');
    }

    void choose_notation(const F* data, std::size_t count, std::size_t stride) {
        F largest = 0, smallest = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const F x = std::fabs(data[i * stride]);
            if (!std::isfinite(x) || x == 0) continue;
            if (x > largest) largest = x;
            if (smallest == 0 || x < smallest) smallest = x;
        }
        // The bounds are doubles, as in NumPy 1: a float 0.0001f lies below the smaller one.
        exponential_ = smallest != 0 && (static_cast<double>(largest) >= 1e8 || static_cast<double>(smallest) < 1e-4 ||
                                         largest / smallest > 1000);
    }

    bool plus_;
    bool exponential_ = false;
    int left_ = 0;      // width before the point, sign included
    int fraction_ = 0;  // digits after the point
    int exponent_ = 0;  // digits of the exponent
    int right_ = 0;     // width after the point
};

}  // namespace detail

NUMLANE_END_NAMESPACE
