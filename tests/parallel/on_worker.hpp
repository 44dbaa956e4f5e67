#pragma once

#include <atomic>
#include <chrono>
#include <thread>

#include "numlane/parallel.hpp"

/// Calls f once, on a worker of the pool; returns whether there was one within ten seconds. The budget must be above 1.
template <class F>
bool on_worker(F&& f) {
    const auto caller = std::this_thread::get_id();
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    std::atomic<int> begun{0};  // an exchange of a byte takes libatomic on riscv64
    std::atomic<bool> done{false};
    while (!done && std::chrono::steady_clock::now() < end) {
        numlane::parallel_for(0, 8, 1, [&](numlane::index_t, numlane::index_t) {
            if (std::this_thread::get_id() == caller) {
                // Leaves the other chunks to the workers for a while.
                for (int i = 0; i < 20 && !done; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(1));
            } else if (begun.exchange(1) == 0) {
                f();
                done = true;
            }
        });
    }
    return done;
}
