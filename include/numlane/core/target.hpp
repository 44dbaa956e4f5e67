#pragma once

#include <cstdint>

#include "numlane/core/config.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

// The kernels compiled for the target whose bit is Bit; void where this file compiles none. Each pass over
// kernels/ specialises it.
template <std::int64_t Bit>
struct kernels_for {
    using type = void;
};

template <class... Target>
struct target_list {};

}  // namespace detail
NUMLANE_END_NAMESPACE
