#pragma once

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <limits>

#include "numlane/core/config.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

enum class float_notation : unsigned char { scientific, fixed };

#if defined(__cpp_lib_to_chars)
/// Writes finite x >= 0 as std::to_chars does: with as many digits as tell it from its neighbours, or with `digits` after the
/// point. Returns the end.
template <class F>
char* float_text(char* first, char* last, F x, float_notation notation, int digits = -1) {
    const auto format =
        notation == float_notation::scientific ? std::chars_format::scientific : std::chars_format::fixed;
    return digits < 0 ? std::to_chars(first, last, x, format).ptr : std::to_chars(first, last, x, format, digits).ptr;
}
#else
inline char* with_point(char* first, char* end) {
    for (char* at = first; at != end; ++at)
        if (*at == ',') *at = '.';  // of the program's locale
    return end;
}

/// The same for standard libraries that have no std::to_chars of floats: libc++ before 14, as in Debian 12's emscripten.
template <class F>
char* float_text(char* first, char* last, F x, float_notation notation, int digits = -1) {
    const auto print = [&](const char* format, int count) {
        return first + std::snprintf(first, std::size_t(last - first), format, count, double(x));
    };
    if (digits < 0) {
        char* end = first;
        const auto reads_back = [&] {
            if constexpr (sizeof(F) == sizeof(float)) return std::strtof(first, nullptr) == x;
            else return std::strtod(first, nullptr) == x;
        };
        // Below a power of two the neighbours are closer: there the next decimal may do, where the nearest does not.
        const auto next_reads_back = [&] {
            char* at = end;
            while (*--at != 'e') {
            }
            while (--at > first && (*at == '9' || *at < '0')) *at = *at == '9' ? '0' : *at;
            ++*at;
            return *at <= '9' && reads_back();
        };
        for (bool done = false; !done && digits < std::numeric_limits<F>::max_digits10;) {
            end = print("%.*e", ++digits);
            done = reads_back() || (notation == float_notation::scientific && next_reads_back());
        }
        if (notation == float_notation::scientific) return with_point(first, end);
        while (end[-1] != 'e') --end;
        const int exponent = std::atoi(end);
        digits = digits > exponent ? digits - exponent : 0;
    }
    return with_point(first, print(notation == float_notation::fixed ? "%.*f" : "%.*e", digits));
}
#endif

}  // namespace detail
NUMLANE_END_NAMESPACE
