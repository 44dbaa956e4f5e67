#pragma once

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "numlane/core/error.hpp"
#include "numlane/core/message.hpp"
#include "numlane/parallel/cpus.hpp"
#include "numlane/parallel/quota.hpp"
#include "numlane/parallel/state.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The budget of a process that asks for none: the CPUs of its affinity mask, or of its cgroup's quota if that is less.
NUMLANE_COLD inline int default_num_threads() {
    const int cpus = available_cpus();
    const int quota = cgroup_cpus();
    return quota > 0 && quota < cpus ? quota : cpus;
}

inline int capped_threads(long n) { return n < process::max_threads ? int(n) : process::max_threads; }

/// What NUMLANE_NUM_THREADS says: 0 where it is unset or empty, -1 where it is not a number of at least 1.
inline int parse_num_threads(const char* text) {
    if (text == nullptr || *text == '\0') return 0;
    long n = 0;
    for (; *text != '\0'; ++text) {
        if (*text < '0' || *text > '9') return -1;
        if (n <= process::max_threads) n = n * 10 + (*text - '0');
    }
    return n < 1 ? -1 : capped_threads(n);
}

/// Settles the budget of the process.
NUMLANE_COLD NUMLANE_FUNCTION int settle_budget();
#if NUMLANE_DEFINITIONS
NUMLANE_FUNCTION int settle_budget() {
    std::atomic<int>& budget = process::threads.budget;
    int n = 0;
    const char* text = std::getenv("NUMLANE_NUM_THREADS");
    const int asked = parse_num_threads(text);
    const int settled = asked > 0 ? asked : capped_threads(default_num_threads());
    if (!budget.compare_exchange_strong(n, settled)) return n;
    if (asked < 0) {
        std::fprintf(stderr, "numlane: NUMLANE_NUM_THREADS=\"%.40s\" is not a whole number of at least 1; using %d\n",
                     text, settled);
    }
    return settled;
}
#endif

/// The budget of the process; settles it at the first call.
inline int process_budget() {
    const int n = process::threads.budget.load(std::memory_order_relaxed);
    return n != 0 ? n : settle_budget();
}

NUMLANE_COLD inline void require_threads(const char* operation, int n) {
    if (n < 1) {
        throw error(message({operation, ": the number of threads must be at least 1, but is ", n}));
    }
}

}  // namespace detail

/// How many threads a parallel operation of the calling thread may use, the calling thread included: what
/// set_num_threads said, or NUMLANE_NUM_THREADS in the environment, or the CPUs that the affinity mask and the cgroup's
/// quota allow; and no more than the thread_limit in force.
inline int get_num_threads() {
    const int budget = detail::process_budget();
    const int limit = process::thread_limit;
    return limit != 0 && limit < budget ? limit : budget;
}

/// Sets how many threads parallel operations may use, in the whole process; more than 1024 are taken as 1024. Throws
/// error if n < 1.
inline void set_num_threads(int n) {
    detail::require_threads("set_num_threads", n);
    process::threads.budget.store(detail::capped_threads(n), std::memory_order_relaxed);
}

/// Limits the parallel operations of the calling thread to n threads for as long as it lives; a limit inside a narrower
/// one changes nothing. Limits of a thread end in the reverse order of their beginning, as the variables of a scope do; so
/// there is none on the heap, and none moves. Throws error if n < 1.
class thread_limit {
public:
    explicit thread_limit(int n) : before_(process::thread_limit) {
        detail::require_threads("thread_limit", n);
        if (before_ == 0 || n < before_) process::thread_limit = n;
    }
    ~thread_limit() { process::thread_limit = before_; }
    thread_limit(const thread_limit&) = delete;
    thread_limit& operator=(const thread_limit&) = delete;
    static void* operator new(std::size_t) = delete;
    static void* operator new[](std::size_t) = delete;

private:
    int before_;
};

NUMLANE_END_NAMESPACE
