#pragma once

#include <unistd.h>

#ifdef __linux__
#include <sched.h>
#endif

#include "numlane/core/config.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The CPUs that this thread may run on: its affinity mask on Linux, elsewhere those that are online. At least 1.
inline int available_cpus() {
#if defined(__EMSCRIPTEN__) && !defined(__EMSCRIPTEN_PTHREADS__)
    return 1;  // no thread can be started
#endif
#ifdef __linux__
    cpu_set_t mask[8];  // 8192 CPUs; the kernel refuses a mask that is smaller than its own
    if (sched_getaffinity(0, sizeof mask, mask) == 0) {
        const int count = CPU_COUNT_S(sizeof mask, mask);
        if (count > 0) return count;
    }
#endif
    const long online = sysconf(_SC_NPROCESSORS_ONLN);
    return online > 0 ? int(online) : 1;
}

/// The CPU that runs this thread now; -1 where the system does not say.
inline int current_cpu() {
#ifdef __linux__
    return sched_getcpu();
#else
    return -1;
#endif
}

/// Moves this thread off `cpu` if that runs it and the thread may run on others; where to, the system chooses. Linux
/// wakes a thread where it ran before, even behind one that computes there, if the CPUs are not known to share a cache,
/// as in many virtual machines; it would take milliseconds to move it by itself.
inline void leave_cpu(int cpu) {
#ifdef __linux__
    if (cpu < 0 || current_cpu() != cpu) return;
    cpu_set_t allowed[8], others[8];
    if (sched_getaffinity(0, sizeof allowed, allowed) != 0) return;
    __builtin_memcpy(others, allowed, sizeof others);
    CPU_CLR_S(unsigned(cpu), sizeof others, others);
    if (CPU_COUNT_S(sizeof others, others) == 0 || sched_setaffinity(0, sizeof others, others) != 0) return;
    sched_setaffinity(0, sizeof allowed, allowed);
#else
    (void)cpu;
#endif
}

}  // namespace detail
NUMLANE_END_NAMESPACE
