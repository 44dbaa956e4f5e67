#pragma once

#include <atomic>

#include "numlane/parallel/cpus.hpp"
#include "numlane/parallel/quota.hpp"
#include "numlane/parallel/state.hpp"

namespace numlane::process {
// 1, 0, or -1: not known yet. The guard of a static object would stay locked in a child that is forked meanwhile.
NUMLANE_PROCESS_WIDE inline constinit std::atomic<int> calls_filtered{-1};
}  // namespace numlane::process

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The CPU that runs this thread now; -1 where the system does not say.
inline int current_cpu() {
#ifdef __linux__
    return sched_getcpu();
#else
    return -1;
#endif
}

NUMLANE_COLD inline bool look_for_filters() {
    const std::string status = read_text("/proc/self/status");
    const std::size_t mode = status.find("\nSeccomp:");
    return status.empty() || (mode != status.npos && status.compare(mode, 12, "\nSeccomp:\t0\n") != 0);
}

/// Whether a filter may punish system calls, with the end of the process perhaps, as systemd's do.
inline bool calls_are_filtered() {
    int known = process::calls_filtered.load(std::memory_order_relaxed);
    if (known < 0) {
        known = look_for_filters();
        process::calls_filtered.store(known, std::memory_order_relaxed);
    }
    return known != 0;
}

#ifdef __linux__
inline bool set_affinity(const cpu_mask& mask) { return sched_setaffinity(0, sizeof mask.words, mask.words) == 0; }
#endif

/// Moves this thread off `cpu` if that runs it and the thread may run on others; where to, the system chooses. Linux
/// wakes a thread where it ran before, even behind one that computes there, if the CPUs are not known to share a cache,
/// as in many virtual machines; it would take milliseconds to move it by itself. A change of the thread's affinity from
/// outside in the same microseconds may be lost.
inline void leave_cpu(int cpu) {
#ifdef __linux__
    if (cpu < 0 || current_cpu() != cpu || calls_are_filtered()) return;
    cpu_mask allowed;
    if (!read_affinity(0, allowed)) return;
    cpu_mask others = allowed;
    CPU_CLR_S(unsigned(cpu), sizeof others.words, others.words);
    if (CPU_COUNT_S(sizeof others.words, others.words) == 0 || !set_affinity(others)) return;
    set_affinity(allowed);
#else
    (void)cpu;
#endif
}

/// Lets this thread run wherever the process may, although the thread that started it may have been pinned.
inline void leave_pin() {
#ifdef __linux__
    cpu_mask mine, all;
    if (!read_affinity(0, mine) || !cpus_of_process(all)) return;
    if (CPU_EQUAL_S(sizeof all.words, mine.words, all.words) || calls_are_filtered()) return;
    set_affinity(all);
#endif
}

}  // namespace detail
NUMLANE_END_NAMESPACE
