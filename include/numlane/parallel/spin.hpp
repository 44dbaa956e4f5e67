#pragma once

#include <sched.h>
#include <time.h>

#include "numlane/core/config.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// How long a thread looks for work, or for the end of a region, before it sleeps: about what sleeping and waking cost.
inline constexpr long spin_nanoseconds = 30'000;

inline void pause() {
#if defined(__x86_64__) || defined(__i386__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ volatile("isb");  // yield is a no-op on most cores
#endif
}

inline long long monotonic_nanoseconds() {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
}

/// Spins until `ready()` or the time is over; returns what ready() said last. After the first microsecond or so it lets
/// other threads run: the one it waits for may have been put on the same CPU.
template <class Ready>
bool spin_until(Ready&& ready) {
    const long long end = monotonic_nanoseconds() + spin_nanoseconds;
    for (;;) {
        for (int i = 0; i < 64; ++i) {
            if (ready()) return true;
            pause();
        }
        if (monotonic_nanoseconds() >= end) return ready();
        sched_yield();
    }
}

}  // namespace detail
NUMLANE_END_NAMESPACE
