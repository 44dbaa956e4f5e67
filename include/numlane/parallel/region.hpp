#pragma once

#include <pthread.h>

#include <atomic>
#include <cstdint>
#include <exception>

#include "numlane/parallel/claims.hpp"
#include "numlane/parallel/futex.hpp"
#include "numlane/parallel/state.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The bit of `unfinished` that says that the caller sleeps until the last chunk is done.
inline constexpr std::uint32_t caller_sleeps = std::uint32_t(1) << 31;

/// As long as it lives, pthread_cancel of this thread waits: the thread that opened a region must see to its end, and the
/// unwinding of a cancelled thread is no exception that could be kept till then.
class no_cancellation {
public:
    no_cancellation() { pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &before_); }
    ~no_cancellation() { pthread_setcancelstate(before_, nullptr); }
    no_cancellation(const no_cancellation&) = delete;
    no_cancellation& operator=(const no_cancellation&) = delete;

private:
    int before_ = PTHREAD_CANCEL_ENABLE;
};

/// Runs chunk number `index`; an exception is kept if it is the first. Returns whether to go on.
inline bool run_chunk(process::region_v1& region, std::uint64_t index) {
    const std::uintptr_t low = region.begin + std::uintptr_t(index) * region.chunk;
    const std::uintptr_t high = region.end - low > region.chunk ? low + region.chunk : region.end;
    try {
        region.call(region.body, low, high);
        return true;
    } catch (...) {
        if (region.failed.exchange(1, std::memory_order_relaxed) == 0) {
            *static_cast<std::exception_ptr*>(region.error) = std::current_exception();
        }
        return false;
    }
}

/// Runs chunk number `index`, which the caller of this function has claimed, and others until none is left. Returns false
/// in a child that the body forked: the region stayed behind, in the parent.
inline bool run_chunks(process::threads_v1& threads, std::uint64_t number, std::uint64_t index, claim_from from) {
    process::region_v1& region = threads.region;
    const std::uint32_t forks = threads.forks.load(std::memory_order_relaxed);
    std::uint32_t done = 0;
    ++process::region_depth;
    do {
        const bool go_on = run_chunk(region, index);
        if (threads.forks.load(std::memory_order_relaxed) != forks) {
            --process::region_depth;
            return false;
        }
        ++done;
        if (!go_on) done += std::uint32_t(claim_rest(threads.claims, number));
        index = claim_chunk(threads.claims, number, from);
    } while (index != no_chunk);
    --process::region_depth;
    if (threads.unfinished.fetch_sub(done, std::memory_order_acq_rel) - done == caller_sleeps) {
        futex_wake(threads.unfinished, 1);
    }
    return true;
}

}  // namespace detail
NUMLANE_END_NAMESPACE
