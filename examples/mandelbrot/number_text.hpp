#pragma once

#include <string>

namespace mandelbrot {

// What is wrong with the text of an option's value; empty if nothing is. CLI11 alone would take "" for 0, "010" for 8,
// "0x10" for 16, and a number beyond std::int64_t for the greatest or least one there is.

/// Asks for a decimal integer of std::int64_t.
std::string check_integer(const std::string& text);

/// The same of int.
std::string check_int(const std::string& text);

/// Asks for a decimal number, with or without a fraction and an exponent. Replaces it by the nearest double in 17 digits:
/// CLI11 reads a long double and rounds that again, so that one number in 4000 would become the next.
std::string check_number(std::string& text);

/// Asks for any text but none.
std::string check_not_empty(const std::string& text);

}  // namespace mandelbrot
