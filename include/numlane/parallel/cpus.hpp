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

}  // namespace detail
NUMLANE_END_NAMESPACE
