#pragma once

#include <unistd.h>

#include <atomic>

#include "numlane/core/index.hpp"
#include "numlane/parallel/parallel_for.hpp"

namespace numlane::process {
inline constinit std::atomic<long> cache_bytes{0};
}

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The size of the last cache level; what does not fit in it goes to memory.
inline index_t last_cache_bytes() {
    long bytes = process::cache_bytes.load(std::memory_order_relaxed);
    if (bytes == 0) {
#ifdef _SC_LEVEL3_CACHE_SIZE
        bytes = sysconf(_SC_LEVEL3_CACHE_SIZE);
#endif
        // glibc 2.33 to 2.36 says ten times too much on AMD; more than this seldom serves one core.
        if (bytes <= 0 || bytes > 32l << 20) bytes = 32l << 20;
        process::cache_bytes.store(bytes, std::memory_order_relaxed);
    }
    return bytes;
}

// A task shorter than this is not worth handing to another thread, nor a claim of its own.
inline constexpr double parallel_from_ns = 50'000, claim_ns = 10'000;

/// Roughly what an element costs: `cost` counts additions of vectors, `bytes` is what it moves within the cache.
constexpr double element_ns(int cost, int bytes) { return 0.03 * cost + 0.02 * bytes; }

/// Calls body(first, last) over `count` tasks of `task_ns` each, on the pool if that pays.
template <class Body>
void run_tasks(index_t count, double task_ns, const Body& body) {
    if (task_ns * double(count) < parallel_from_ns) return body(index_t(0), count);
    const double claim = claim_ns / task_ns;
    const index_t fair = count / (4 * index_t(get_num_threads())) + 1;
    const index_t grain = claim < 1 ? 1 : claim > double(fair) ? fair : index_t(claim);
    parallel_for(0, count, grain, body);
}

}  // namespace detail
NUMLANE_END_NAMESPACE
