#pragma once

#include <atomic>
#include <cstdint>

#ifdef __linux__
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

#include "numlane/core/config.hpp"

// Sleeping on a word, as std::atomic's wait and notify do; but waking a given number, and without libstdc++'s table of
// waiters, which would tie a shared object to the process for good.
NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Sleeps while `word` holds `expected`; may return early.
inline void futex_wait(std::atomic<std::uint32_t>& word, std::uint32_t expected) {
#ifdef __linux__
    syscall(SYS_futex, &word, FUTEX_WAIT_PRIVATE, expected, nullptr, nullptr, 0);
#else
    word.wait(expected);
#endif
}

/// Wakes up to `count` threads that sleep on `word`.
inline void futex_wake(std::atomic<std::uint32_t>& word, int count) {
#ifdef __linux__
    syscall(SYS_futex, &word, FUTEX_WAKE_PRIVATE, count, nullptr, nullptr, 0);
#else
    if (count == 1) word.notify_one();
    else word.notify_all();
#endif
}

}  // namespace detail
NUMLANE_END_NAMESPACE
