#pragma once

#include <pthread.h>

#include <atomic>
#include <cstdint>

#include "numlane/core/config.hpp"

// What all of a process shares about its threads, however many files and shared objects use numlane and whatever flags
// they were compiled with. It stands outside the namespace of the flags and is data alone, with a fixed layout, constant
// initialisation and no destructor: it works before main, after main, and in a forked child. Change its name when its
// layout or the meaning of a field changes.
//
// Visible even from shared objects built with -fvisibility=hidden, so that they use the one pool of the process. The
// linker cannot join the copies of an object that clang compiled and dlopen loads with RTLD_LOCAL; such an object has a
// pool of its own.
#define NUMLANE_PROCESS_WIDE __attribute__((visibility("default")))

namespace numlane::process {

inline constexpr int max_threads = 1024;

/// The region that the pool works on. Only a thread that holds a claim on one of its chunks may read it.
struct region_v1 {
    void (*call)(void* body, std::uintptr_t low, std::uintptr_t high);
    void* body;
    std::uintptr_t begin, end, chunk;  // elements
    std::uint64_t chunks;
    void* error;  // std::exception_ptr of the caller: the first exception
    std::atomic<std::uint32_t> failed;
};

struct threads_v1 {
    // Settings.
    std::atomic<int> budget{0};  // 0: not known yet
    std::atomic<int> cpus{0};    // CPUs that this process may use; 0: not known yet

    // Administration of the workers. `start` is the code that workers run: that of the module which came first.
    std::atomic<std::uint32_t> workers_lock{0};
    std::atomic<int> workers{0};
    std::atomic<int> workers_wanted{0};
    std::atomic<std::uint32_t> stop{0};
    std::atomic<bool (*)(pthread_t*)> start{nullptr};
    std::atomic<std::uint32_t> forks{0};  // how many forks lie between the first process and this one

    // One region at a time: whoever sets `busy` may write `region`.
    alignas(64) std::atomic<std::uint32_t> busy{0};
    region_v1 region{};
    std::atomic<int> caller_cpu{-1};  // where its caller ran when it opened the region

    alignas(64) std::atomic<std::uint64_t> claims{0};      // see claims.hpp
    alignas(64) std::atomic<std::uint32_t> unfinished{0};  // chunks not yet done; the top bit: the caller sleeps
    alignas(64) std::atomic<std::uint32_t> signal{0};      // idle workers sleep on this word
    std::atomic<int> sleeping{0};
    std::atomic<int> spinning{0};

    pthread_t handles[max_threads]{};
};

NUMLANE_PROCESS_WIDE inline constinit threads_v1 threads{};

// Of each thread: how deep it is in regions, and the narrowest thread_limit around it (0: none).
NUMLANE_PROCESS_WIDE inline constinit thread_local int region_depth = 0;
NUMLANE_PROCESS_WIDE inline constinit thread_local int thread_limit = 0;

}  // namespace numlane::process
