#pragma once

#include <pthread.h>

#include <climits>

#include "numlane/blas/state.hpp"
#include "numlane/parallel/fork.hpp"
#include "numlane/parallel/futex.hpp"
#include "numlane/parallel/spin.hpp"

// The calls of libraries with one number of threads for the whole process. A fork waits until none is running: OpenBLAS
// ends its threads in a handler of forks, which waits for ever where another thread computes with them.
namespace numlane::process {

struct blas_forks_v1 {
    std::atomic<std::uint32_t> waiting{0};  // forks under way; while there are any, no call begins
    std::atomic<std::uint32_t> ended{0};    // calls that have ended beside one
};

NUMLANE_PROCESS_WIDE inline constinit blas_forks_v1 blas_forks{};
/// The calls that this thread is inside of: two where LAPACK's library is not that of BLAS.
NUMLANE_PROCESS_WIDE inline constinit thread_local int blas_calls = 0;

}  // namespace numlane::process

NUMLANE_BEGIN_NAMESPACE
namespace blas::running_calls {

/// Takes the lock of what the controls count; returns the number of forks that they must have been counted in.
inline std::uint32_t lock() {
    std::atomic<std::uint32_t>& held_by = process::blas.lock;
    const std::uint32_t forks = process::threads.forks.load(std::memory_order_relaxed), mine = forks + 1;
    std::uint32_t seen = 0;
    while (!held_by.compare_exchange_weak(seen, mine, std::memory_order_acquire)) {
        // Held by a thread that stayed behind in the parent: its calls did too.
        if (seen != 0 && seen != mine) {
            if (held_by.compare_exchange_strong(seen, mine, std::memory_order_acquire)) break;
        }
        seen = 0;
        numlane::detail::pause();
    }
    return forks;
}
inline void unlock() { process::blas.lock.store(0, std::memory_order_release); }

/// Whether other threads are inside a call; for the holder of the lock.
inline bool others_compute(std::uint32_t forks) {
    int calls = 0;
    for (auto* c = process::blas.thread_controls.load(); c != nullptr; c = c->next)
        if (c->forks == forks) calls += c->calls;
    return calls > process::blas_calls;
}

NUMLANE_MODULE_LOCAL inline void before_fork() {
    process::blas_forks_v1& forks = process::blas_forks;
    std::uint32_t in = lock();
    forks.waiting.fetch_add(1);
    while (others_compute(in)) {
        const std::uint32_t ended = forks.ended.load();
        unlock();
        numlane::detail::futex_wait(forks.ended, ended);
        in = lock();
    }
    unlock();
}

NUMLANE_MODULE_LOCAL inline void after_fork() {
    std::atomic<std::uint32_t>& waiting = process::blas_forks.waiting;
    if (waiting.fetch_sub(1) == 1) numlane::detail::futex_wake(waiting, INT_MAX);
}

NUMLANE_MODULE_LOCAL inline void after_fork_in_child() { process::blas_forks.waiting.store(0); }

NUMLANE_MODULE_LOCAL inline constinit std::atomic<process::blas_thread_control_v1*> newest_handled{nullptr};

/// Sees to it that forks wait. Handlers run before those registered earlier: there must be one after the last library
/// has come. Each module registers its own, because they go away with it.
inline void handle_forks() {
    numlane::detail::handle_forks();
    process::blas_thread_control_v1* const newest = process::blas.thread_controls.load(std::memory_order_acquire);
    process::blas_thread_control_v1* handled = newest_handled.load(std::memory_order_relaxed);
    if (handled == newest || !newest_handled.compare_exchange_strong(handled, newest)) return;
    static_cast<void>(pthread_atfork(before_fork, after_fork, after_fork_in_child));
}

/// Returns with the lock taken, when a call may begin, and counts it as this thread's.
inline std::uint32_t begin() {
    // A fork waits for a thread that is inside a call already, and would wait for ever if that waited here; registering a
    // handler waits for forks too.
    const bool inside = process::blas_calls != 0;
    if (!inside) handle_forks();
    std::uint32_t forks = lock();
    std::atomic<std::uint32_t>& waiting = process::blas_forks.waiting;
    while (!inside) {
        const std::uint32_t now = waiting.load();
        if (now == 0) break;
        unlock();
        numlane::detail::futex_wait(waiting, now);
        forks = lock();
    }
    ++process::blas_calls;
    return forks;
}

/// Gives the lock back, after the end of a call.
inline void end() {
    --process::blas_calls;
    unlock();
    if (process::blas_forks.waiting.load() == 0) return;
    process::blas_forks.ended.fetch_add(1);
    numlane::detail::futex_wake(process::blas_forks.ended, INT_MAX);
}

}  // namespace blas::running_calls
NUMLANE_END_NAMESPACE
