#pragma once

#include <cstddef>
#include <cstdint>

#include "numlane/core/index.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// x86 orders stores past the cache with nothing: only after this are they seen by whoever sees a later store.
inline void end_streams() noexcept {
#ifdef __SSE2__
    __builtin_ia32_sfence();
#endif
}

/// The bytes from p to the next line of the cache, where stores past the cache may begin.
inline index_t to_next_line(const std::byte* p) {
    const index_t past = index_t(reinterpret_cast<std::uintptr_t>(p) % 64);
    return past == 0 ? 0 : 64 - past;
}

}  // namespace detail
NUMLANE_END_NAMESPACE
