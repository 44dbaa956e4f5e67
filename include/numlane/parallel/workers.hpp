#pragma once

#include <pthread.h>

#include <exception>

#include "numlane/core/module.hpp"
#include "numlane/parallel/cpus.hpp"
#include "numlane/parallel/placement.hpp"
#include "numlane/parallel/region.hpp"
#include "numlane/parallel/signals.hpp"
#include "numlane/parallel/spin.hpp"
#include "numlane/parallel/state.hpp"

// The workers of the pool. They are started by need, one by the caller and each next one by the one before, and all run
// the code of the module that started the first; stop_workers() ends them before that module goes away.
NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Set when the module is about to be unloaded: it may not start workers any more.
NUMLANE_MODULE_LOCAL inline constinit std::atomic<std::uint32_t> module_closing{0};
NUMLANE_MODULE_LOCAL inline constinit std::atomic<std::uint32_t> module_stops_workers{0};

/// Spinning takes a CPU from somebody else where there are more threads than CPUs.
inline bool may_spin(process::threads_v1& threads) {
    return threads.workers.load(std::memory_order_relaxed) < threads.cpus.load(std::memory_order_relaxed);
}

/// Wakes up to `most` sleeping workers, as far as the region has use for more than those that are spinning.
inline void wake_workers(process::threads_v1& threads, int most) {
    const std::uint64_t claims = threads.claims.load();
    const std::uint64_t wanted = chunks_left(claims) < seats_left(claims) ? chunks_left(claims) : seats_left(claims);
    const int missing = int(wanted) - threads.spinning.load();
    if (missing <= 0 || threads.sleeping.load() == 0) return;
    threads.signal.fetch_add(1);
    futex_wake(threads.signal, missing < most ? missing : most);
}

inline void wait_for_work(process::threads_v1& threads) {
    const auto has_work = [&] { return can_join(threads.claims.load()) || threads.stop.load() != 0; };
    if (may_spin(threads)) {
        leave_cpu(threads.caller_cpu.load(std::memory_order_relaxed));
        threads.spinning.fetch_add(1);
        const bool found = spin_until(has_work);
        threads.spinning.fetch_sub(1);
        if (found) return;
    }
    // A caller opens a region, then looks for sleepers; a worker counts itself as one, then looks for a region. In the
    // one order of all these operations, one of the two sees the other.
    const std::uint32_t seen = threads.signal.load();
    threads.sleeping.fetch_add(1);
    if (!has_work()) futex_wait(threads.signal, seen);
    threads.sleeping.fetch_sub(1);
    if (may_spin(threads)) leave_cpu(threads.caller_cpu.load(std::memory_order_relaxed));
}

inline void start_worker(process::threads_v1& threads, bool patient);

NUMLANE_MODULE_LOCAL inline void* work(void*) {
    process::threads_v1& threads = process::threads;
    is_worker = true;
    leave_pin();
    start_worker(threads, true);
    while (threads.stop.load() == 0) {
        const std::uint64_t claims = join_region(threads.claims);
        if (claims == 0) {
            wait_for_work(threads);
            continue;
        }
        wake_workers(threads, 2);
        // A child forked by the body has come back here, where it has no work, no caller and no way to say so.
        if (!run_chunks(threads, region_number(claims), high_chunk(claims), claim_from::back)) std::terminate();
    }
    return nullptr;
}

NUMLANE_MODULE_LOCAL inline bool create_worker(pthread_t* handle) {
    const workers_signals blocked;
    return pthread_create(handle, nullptr, work, nullptr) == 0;
}

/// Ends the workers if they run this module's code. Called at exit and when the module is unloaded.
NUMLANE_MODULE_LOCAL inline void stop_workers(void*) {
    process::threads_v1& threads = process::threads;
    module_closing.store(1);
    if (process::region_depth != 0) return;  // a body called exit(); waiting for oneself would be for ever
    while (threads.workers_lock.exchange(1) != 0) pause();
    if (threads.start.load() == create_worker) {
        threads.stop.store(1);
        threads.signal.fetch_add(1);
        futex_wake(threads.signal, process::max_threads);
        const int workers = threads.workers.load();
        for (int i = 0; i < workers; ++i) pthread_join(threads.handles[i], nullptr);
        threads.workers.store(0);
        threads.workers_wanted.store(0);
        threads.start.store(nullptr);
        threads.stop.store(0);
    }
    threads.workers_lock.store(0);
}

/// Starts one worker if some are wanting. A patient thread waits for another one that is just doing that.
inline void start_worker(process::threads_v1& threads, bool patient) {
    if (threads.workers.load() >= threads.workers_wanted.load()) return;
    while (threads.workers_lock.exchange(1) != 0) {
        if (!patient || threads.stop.load() != 0) return;
        pause();
    }
    const int workers = threads.workers.load();
    if (workers < threads.workers_wanted.load() && threads.stop.load() == 0) {
        if (threads.start.load() == nullptr && module_closing.load() == 0) {
            // The main program's code stays to the end, and so may its workers: exit() need not wait for a long chunk.
            if (!in_main_program()) at_module_end(module_stops_workers, stop_workers);
            threads.cpus.store(available_cpus());
            threads.start.store(create_worker);
        }
        const auto start = threads.start.load();
        if (start != nullptr && start(&threads.handles[workers])) {
            threads.workers.store(workers + 1);
        } else {
            threads.workers_wanted.store(workers);
        }
    }
    threads.workers_lock.store(0);
}

}  // namespace detail
NUMLANE_END_NAMESPACE
