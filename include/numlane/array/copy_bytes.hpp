#pragma once

#include <cstddef>
#include <cstring>

#include "numlane/core/index.hpp"
#include "numlane/parallel/parallel_for.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

// From so many bytes on the threads share a copy, by pieces of at least so many.
inline constexpr index_t shared_copy_from = index_t{1} << 20, shared_copy = index_t{1} << 18;

/// std::memcpy, which the threads of the pool share where it is long.
inline void copy_bytes(void* dst, const void* src, std::size_t bytes) {
    if (bytes == 0) return;
    if (index_t(bytes) < shared_copy_from) {
        std::memcpy(dst, src, bytes);
        return;
    }
    parallel_for(0, index_t(bytes), shared_copy, [&](index_t first, index_t last) {
        std::memcpy(static_cast<std::byte*>(dst) + first, static_cast<const std::byte*>(src) + first,
                    std::size_t(last - first));
    });
}

}  // namespace detail
NUMLANE_END_NAMESPACE
