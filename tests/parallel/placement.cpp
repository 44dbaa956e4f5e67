#include "numlane/parallel/placement.hpp"

#include <thread>

#include "budget_guard.hpp"
#include "numlane/parallel/cpus.hpp"
#include "on_worker.hpp"
#include "test.hpp"

#ifdef __linux__
namespace {

// The affinity of this thread, put back at the end.
struct affinity {
    cpu_set_t cpus;
    affinity() { sched_getaffinity(0, sizeof cpus, &cpus); }
    ~affinity() { sched_setaffinity(0, sizeof cpus, &cpus); }
};

// Lets this thread run on one CPU only: the one where it is.
int pin() {
    const int cpu = numlane::detail::current_cpu();
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(unsigned(cpu), &one);
    REQUIRE(sched_setaffinity(0, sizeof one, &one) == 0);
    return cpu;
}

}  // namespace

TEST_CASE("the current CPU is one of those that the thread may run on") {
    const affinity mine;
    CHECK(CPU_ISSET(unsigned(numlane::detail::current_cpu()), &mine.cpus));
    CHECK(numlane::detail::available_cpus() == CPU_COUNT(&mine.cpus));
}

TEST_CASE("a thread leaves a CPU, and may go on to run on all") {
    const affinity before;
    bool left = false;
    for (int attempt = 0; attempt < 100 && !left; ++attempt) {  // the system may bring it back at once
        const int cpu = numlane::detail::current_cpu();
        numlane::detail::leave_cpu(cpu);
        left = numlane::detail::current_cpu() != cpu;
    }
    CHECK(left == (numlane::detail::available_cpus() > 1 && !numlane::detail::calls_are_filtered()));
    numlane::detail::leave_cpu(-1);
    const affinity after;
    CHECK(CPU_EQUAL(&before.cpus, &after.cpus));
}

TEST_CASE("a thread that may run on one CPU only stays there") {
    const affinity before;
    const int cpu = pin();
    numlane::detail::leave_cpu(cpu);
    CHECK(numlane::detail::current_cpu() == cpu);
}

TEST_CASE("a pinned thread counts the CPUs of the process, and its workers may run on them") {
    const affinity whole;
    const budget_guard budget(3);
    numlane::detail::stop_workers(nullptr);  // so that the pinned thread starts new ones
    numlane::detail::module_closing = 0;
    int counted = 0;
    bool pinned = true;
    std::thread([&] {
        pin();
        counted = numlane::detail::available_cpus();
        CHECK(on_worker([&] {
            const affinity its;
            pinned = CPU_EQUAL(&its.cpus, &whole.cpus) == 0;
        }));
    }).join();
    CHECK(counted == CPU_COUNT(&whole.cpus));
    CHECK(pinned == (CPU_COUNT(&whole.cpus) > 1 && numlane::detail::calls_are_filtered()));
}
#endif
