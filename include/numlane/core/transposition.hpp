#pragma once

#include <cstddef>

#include "numlane/core/config.hpp"

NUMLANE_BEGIN_NAMESPACE

/// A plane of elements to copy, of which dst runs on along the columns and src along the rows. Strides are in elements.
/// The kernel that copies it is called with this through kernel_args::out.
struct transposition {
    std::byte* dst;
    const std::byte* src;
    std::ptrdiff_t dst_row, src_column;
    std::ptrdiff_t rows, columns;
};

NUMLANE_END_NAMESPACE
