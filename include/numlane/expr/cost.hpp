#pragma once

#include "numlane/core/last_cache.hpp"
#include "numlane/parallel/parallel_for.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

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
