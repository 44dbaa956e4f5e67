#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>

#include "numlane/core/config.hpp"

NUMLANE_BEGIN_NAMESPACE

/// Sizes, indices and strides: signed and as wide as a pointer, like NumPy's intp.
using index_t = std::ptrdiff_t;

namespace detail {

/// i as an index_t; what is too large for one becomes its largest, which is beyond every array, and not a negative number.
template <std::integral I>
constexpr index_t as_index(I i) noexcept {
    if constexpr (sizeof(I) >= sizeof(index_t) && I(-1) > I(0)) return i > I(PTRDIFF_MAX) ? PTRDIFF_MAX : index_t(i);
    else return index_t(i);
}

}  // namespace detail

NUMLANE_END_NAMESPACE
