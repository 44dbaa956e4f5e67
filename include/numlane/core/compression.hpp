#pragma once

#include <cstddef>

#include "numlane/core/config.hpp"

NUMLANE_BEGIN_NAMESPACE

/// Contiguous elements of which those are copied whose mask is true, side by side to `to`, where there is room for `room` of
/// them and for nothing else. The kernel takes its steps off all five.
struct compression {
    const std::byte* from;
    const bool* mask;
    std::ptrdiff_t count;
    std::byte* to;
    std::ptrdiff_t room;
};

NUMLANE_END_NAMESPACE
