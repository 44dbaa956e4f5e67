#pragma once

#include <pthread.h>

#include <atomic>

#include "numlane/core/module.hpp"
#include "numlane/parallel/signals.hpp"
#include "numlane/parallel/state.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// A forked child has one thread, whatever the pool of its parent was doing: it begins with a fresh pool.
NUMLANE_MODULE_LOCAL inline void forget_workers() {
    process::threads_v1& threads = process::threads;
    threads.workers_lock.store(0);
    threads.workers.store(0);
    threads.workers_wanted.store(0);
    threads.stop.store(0);
    threads.start.store(nullptr);
    threads.busy.store(0);
    threads.claims.store(0);
    threads.unfinished.store(0);
    threads.sleeping.store(0);
    threads.spinning.store(0);
    threads.forks.fetch_add(1);
    take_signals_of_program();
}

NUMLANE_MODULE_LOCAL inline constinit std::atomic<std::uint32_t> module_handles_forks{0};

/// Sees to it that forget_workers() runs in every forked child. Each module does this for itself, because its handler
/// goes away with it.
NUMLANE_MODULE_LOCAL inline void handle_forks() {
    if (module_handles_forks.load(std::memory_order_relaxed) != 0 || module_handles_forks.exchange(1) != 0) return;
    static_cast<void>(pthread_atfork(nullptr, nullptr, forget_workers));
}

}  // namespace detail
NUMLANE_END_NAMESPACE
