#pragma once

#include <iosfwd>

#include "numlane/array/shape.hpp"

NUMLANE_BEGIN_NAMESPACE

/// Writes a shape as Python's print(a.shape) does: "(2, 3)", "(3,)", "()". A width (std::setw) is used up, without padding.
template <class Traits, int R>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream, const dims<R>& shape) {
    const std::string text = to_string(shape);
    stream.width(0);
    return stream.write(text.data(), static_cast<std::ptrdiff_t>(text.size()));
}

NUMLANE_END_NAMESPACE
