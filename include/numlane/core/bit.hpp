#pragma once

#include <cstdint>

#include "numlane/core/config.hpp"

// As in <bit>, whose functions compilers may leave as functions: then the linker keeps one copy, with the instructions of
// whichever file it comes from.
NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// How many bits x takes; 0 of 0.
NUMLANE_INLINE constexpr int bit_width(std::uint64_t x) { return x == 0 ? 0 : 64 - __builtin_clzll(x); }

/// The largest power of two that is not above x; 0 of 0.
NUMLANE_INLINE constexpr std::uint64_t bit_floor(std::uint64_t x) {
    return x == 0 ? 0 : std::uint64_t(1) << (bit_width(x) - 1);
}

/// The smallest power of two that is not below x <= 2^63; 1 of 0.
NUMLANE_INLINE constexpr std::uint64_t bit_ceil(std::uint64_t x) {
    return x <= 1 ? 1 : std::uint64_t(1) << bit_width(x - 1);
}

}  // namespace detail
NUMLANE_END_NAMESPACE
