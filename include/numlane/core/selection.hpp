#pragma once

#include <cstddef>

#include "numlane/core/config.hpp"

NUMLANE_BEGIN_NAMESPACE

/// Elements [first, last) of contiguous arrays, of which those are written where the mask is true. The kernel that computes
/// them is called with this through kernel_args::out.
struct selection {
    void* out;
    const bool* mask;
    std::ptrdiff_t first, last;
};

NUMLANE_END_NAMESPACE
