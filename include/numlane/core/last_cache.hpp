#pragma once

#include <unistd.h>

#include <atomic>
#include <cstddef>
#include <cstdint>

#include "numlane/core/index.hpp"

// The last level of the cache, and what it takes to write past it.
namespace numlane::process {
inline constinit std::atomic<long> cache_bytes{0};
}

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The size of the last cache level; what does not fit in it goes to memory.
inline index_t last_cache_bytes() {
    long bytes = process::cache_bytes.load(std::memory_order_relaxed);
    if (bytes == 0) {
#ifdef _SC_LEVEL3_CACHE_SIZE
        bytes = sysconf(_SC_LEVEL3_CACHE_SIZE);
#endif
        // glibc 2.33 to 2.36 says ten times too much on AMD; more than this seldom serves one core.
        if (bytes <= 0 || bytes > 32l << 20) bytes = 32l << 20;
        process::cache_bytes.store(bytes, std::memory_order_relaxed);
    }
    return bytes;
}

/// x86 orders stores past the cache with nothing: only after this are they seen by whoever sees a later store.
inline void end_streams() noexcept {
#ifdef __SSE2__
    __builtin_ia32_sfence();
#endif
}

inline constexpr index_t cache_line = 64;

/// The bytes from p to the next line of the cache, where stores past the cache may begin.
inline index_t to_next_line(const void* p) {
    const index_t past = index_t(reinterpret_cast<std::uintptr_t>(p) % cache_line);
    return past == 0 ? 0 : cache_line - past;
}

}  // namespace detail
NUMLANE_END_NAMESPACE
