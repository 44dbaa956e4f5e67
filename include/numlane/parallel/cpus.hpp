#pragma once

#include <unistd.h>

#ifdef __linux__
#include <sched.h>
#endif

#include "numlane/core/config.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

#ifdef __linux__
struct cpu_mask {
    cpu_set_t words[8];  // 8192 CPUs; the kernel refuses a mask that is smaller than its own
};

/// The CPUs that a thread may run on, the calling one if it is 0. False where the system does not say.
inline bool read_affinity(int thread, cpu_mask& mask) {
    return sched_getaffinity(thread, sizeof mask.words, mask.words) == 0;
}

/// The CPUs that the main thread or the calling one may run on: a program may have pinned either to a few of its own.
inline bool cpus_of_process(cpu_mask& mask) {
    cpu_mask mine;
    if (!read_affinity(0, mine)) return false;
    if (!read_affinity(int(getpid()), mask)) mask = mine;
    CPU_OR_S(sizeof mask.words, mask.words, mask.words, mine.words);
    return true;
}
#endif

/// How many CPUs this process may run on: those of its affinity mask on Linux, elsewhere those that are online. At least 1.
inline int available_cpus() {
#if defined(__EMSCRIPTEN__) && !defined(__EMSCRIPTEN_PTHREADS__)
    return 1;  // no thread can be started
#endif
#ifdef __linux__
    cpu_mask mask;
    if (cpus_of_process(mask)) {
        const int count = CPU_COUNT_S(sizeof mask.words, mask.words);
        if (count > 0) return count;
    }
#endif
    const long online = sysconf(_SC_NPROCESSORS_ONLN);
    return online > 0 ? int(online) : 1;
}

}  // namespace detail
NUMLANE_END_NAMESPACE
