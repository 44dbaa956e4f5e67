#pragma once

#include <exception>
#include <utility>

#include "numlane/core/error.hpp"
#include "numlane/parallel/fork.hpp"
#include "numlane/parallel/workers.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// What a region does: call(body, low, high) for sub-ranges of [begin, end) that are `chunk` long, on `limit` threads at
/// most. Indices are unsigned so that no range overflows.
struct region_work {
    void (*call)(void* body, std::uintptr_t low, std::uintptr_t high);
    void* body;
    std::uintptr_t begin, end, chunk;
    std::uint64_t chunks;
    int limit;
};

/// Waits until the chunks that others have claimed are done.
inline void wait_for_others(process::threads_v1& threads) {
    std::atomic<std::uint32_t>& unfinished = threads.unfinished;
    const auto done = [&] { return unfinished.load(std::memory_order_acquire) == 0; };
    if (done() || (may_spin(threads) && spin_until(done))) return;
    std::uint32_t left = unfinished.fetch_or(caller_sleeps, std::memory_order_acq_rel) | caller_sleeps;
    while (left != caller_sleeps) {
        futex_wait(unfinished, left);
        left = unfinished.load(std::memory_order_acquire);
    }
}

/// Opens a region and works on it until all of its chunks are done. While another thread of the program has the pool,
/// this one does its work alone.
NUMLANE_FUNCTION void run_region(const region_work& work);
#if NUMLANE_DEFINITIONS
NUMLANE_FUNCTION void run_region(const region_work& work) {
    process::threads_v1& threads = process::threads;
    handle_forks();
    if (threads.busy.exchange(1, std::memory_order_acquire) != 0) return work.call(work.body, work.begin, work.end);
    const no_cancellation uncancelled;

    const std::uint64_t helpers = std::uint64_t(work.limit - 1);
    const std::uint64_t seats = helpers < work.chunks - 1 ? helpers : work.chunks - 1;
    if (threads.workers_wanted.load() < int(seats)) threads.workers_wanted.store(int(seats));
    start_worker(threads, false);

    std::exception_ptr error;
    process::region_v1& region = threads.region;
    region.call = work.call;
    region.body = work.body;
    region.begin = work.begin;
    region.end = work.end;
    region.chunk = work.chunk;
    region.chunks = work.chunks;
    region.error = &error;
    region.failed.store(0, std::memory_order_relaxed);
    threads.caller_cpu.store(current_cpu(), std::memory_order_relaxed);
    threads.unfinished.store(std::uint32_t(work.chunks), std::memory_order_relaxed);
    const std::uint64_t claims = first_claims(threads.claims.load(), seats, work.chunks);
    threads.claims.store(claims);
    wake_workers(threads, 1);
    if (!run_chunks(threads, region_number(claims), 0, claim_from::front)) {
        throw numlane::error(
            "parallel_for: the body forked, and its child came back into the loop; the other chunks are "
            "in the parent: the child must end inside the body, by exec or _exit");
    }
    wait_for_others(threads);
    threads.busy.store(0, std::memory_order_release);
    if (error) std::rethrow_exception(std::move(error));
}
#endif

}  // namespace detail
NUMLANE_END_NAMESPACE
