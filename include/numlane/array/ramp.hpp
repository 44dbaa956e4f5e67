#pragma once

#include <cstdint>
#include <type_traits>

#include "numlane/array/dims.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// out[i] = i * step + start, each operation rounded by itself. Two loops over a block in L1, because a compiler that
/// sees the product and the sum in one may fuse them to a single rounding.
template <class T>
void fill_ramp(T* out, index_t count, T start, T step) {
    constexpr index_t block = 1024;
    for (index_t from = 0; from < count; from += block) {
        const index_t to = from + block < count ? from + block : count;
        for (index_t i = from; i < to; ++i) out[i] = static_cast<T>(i) * step;
        for (index_t i = from; i < to; ++i) out[i] += start;
    }
}

/// The values first, second and so on, as NumPy's fill functions continue them.
template <class T>
void fill_range(T* out, index_t count, T first, T second) {
    if constexpr (std::is_integral_v<T>) {
        // Unsigned, because the value after the last may be out of range.
        std::uint64_t value = static_cast<std::uint64_t>(first);
        const std::uint64_t delta = static_cast<std::uint64_t>(second) - value;
        for (index_t i = 0; i < count; ++i, value += delta) out[i] = static_cast<T>(value);
    } else {
        fill_ramp(out, count, first, static_cast<T>(second - first));
        // Exact by definition, where first + (second - first) need not be.
        if (count > 0) out[0] = first;
        if (count > 1) out[1] = second;
    }
}

}  // namespace detail
NUMLANE_END_NAMESPACE
