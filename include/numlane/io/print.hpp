#pragma once

#include <iosfwd>

#include "numlane/io/array_repr.hpp"

NUMLANE_BEGIN_NAMESPACE

/// Writes array_repr(a): an array, a view, an expression or a selection as Python's print(repr(a)) does in NumPy 1.24.
/// A width (std::setw) does not pad it, but is used up, as by every formatted output.
template <class Traits, array_valued A>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream, const A& a) {
    const std::string text = array_repr(a);
    stream.width(0);
    return stream.write(text.data(), static_cast<std::ptrdiff_t>(text.size()));
}

NUMLANE_END_NAMESPACE
