#pragma once

#include "numlane/core/index.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Several axes as one, where their strides allow it. The innermost comes first.
struct joined_axes {
    index_t extent = 1, stride = 0;
    bool possible = true;

    void append_outer(index_t length, index_t step) {
        if (length == 1) return;
        if (extent == 1) stride = step;
        else if (step != stride * extent) possible = false;
        extent *= length;
    }
};

}  // namespace detail
NUMLANE_END_NAMESPACE
