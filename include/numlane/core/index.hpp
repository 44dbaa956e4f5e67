#pragma once

#include <cstddef>

#include "numlane/core/config.hpp"

NUMLANE_BEGIN_NAMESPACE

/// Sizes, indices and strides: signed and as wide as a pointer, like NumPy's intp.
using index_t = std::ptrdiff_t;

NUMLANE_END_NAMESPACE
