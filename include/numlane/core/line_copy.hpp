#pragma once

#include <cstddef>

#include "numlane/core/config.hpp"

NUMLANE_BEGIN_NAMESPACE

/// What gather_line copies: `count` elements that lie `stride` elements apart, to where they lie side by side.
struct line_copy {
    std::byte* dst;
    const std::byte* src;
    std::ptrdiff_t stride, count;
};

NUMLANE_END_NAMESPACE
