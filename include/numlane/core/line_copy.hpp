#pragma once

#include <cstddef>

#include "numlane/core/config.hpp"

NUMLANE_BEGIN_NAMESPACE

/// The most elements side by side that gather_line tells apart in one pass.
inline constexpr int most_fields = 4;

/// What gather_line copies: `count` elements that lie `stride` elements apart from src on, to where they lie side by side.
/// With several fields, which are then as many as the stride, field k begins k elements behind src and goes to dst[k]; no
/// field that goes nowhere, for its dst is null, is the first.
struct line_copy {
    const std::byte* src;
    std::ptrdiff_t stride, count;
    int fields;
    bool more;  // the line does not end with the last of these elements: one more may be read
    std::byte* dst[most_fields];
};

NUMLANE_END_NAMESPACE
