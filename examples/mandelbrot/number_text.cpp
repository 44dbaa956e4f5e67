#include "mandelbrot/number_text.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>

namespace mandelbrot {
namespace {

// Passes the sign, or the digits, at the front of the text; returns how many characters those are.
std::size_t skip(const char*& text, const char* characters, std::size_t most = std::string::npos) {
    std::size_t size = std::strspn(text, characters);
    if (size > most) size = most;
    text += size;
    return size;
}
std::size_t skip_sign(const char*& text) { return skip(text, "+-", 1); }
std::size_t skip_digits(const char*& text) { return skip(text, "0123456789"); }

bool is_integer(const char* text) {
    skip_sign(text);
    const bool leading_zero = *text == '0';
    const std::size_t digits = skip_digits(text);
    return digits > 0 && *text == '\0' && (digits == 1 || !leading_zero);
}

bool is_number(const char* text) {
    skip_sign(text);
    std::size_t digits = skip_digits(text);
    if (skip(text, ".", 1) > 0) digits += skip_digits(text);
    if (digits == 0) return false;
    if (skip(text, "eE", 1) > 0) {
        skip_sign(text);
        if (skip_digits(text) == 0) return false;
    }
    return *text == '\0';
}

}  // namespace

std::string check_integer(const std::string& text) {
    if (!is_integer(text.c_str())) return "'" + text + "' is not a decimal integer, such as 1000";
    errno = 0;
    std::strtoll(text.c_str(), nullptr, 10);
    return errno == ERANGE ? text + " is out of range" : std::string();
}

std::string check_int(const std::string& text) {
    std::string complaint = check_integer(text);
    if (!complaint.empty()) return complaint;
    const long long value = std::strtoll(text.c_str(), nullptr, 10);
    const bool fits = value >= std::numeric_limits<int>::min() && value <= std::numeric_limits<int>::max();
    return fits ? std::string() : text + " is out of range";
}

std::string check_number(std::string& text) {
    if (!is_number(text.c_str())) return "'" + text + "' is not a decimal number, such as -0.75";
    char nearest[40];
    std::snprintf(nearest, sizeof nearest, "%.17g", std::strtod(text.c_str(), nullptr));
    text = nearest;
    return std::string();
}

std::string check_not_empty(const std::string& text) { return text.empty() ? "the value is empty" : std::string(); }

}  // namespace mandelbrot
