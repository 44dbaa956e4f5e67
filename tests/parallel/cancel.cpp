#include <pthread.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "budget_guard.hpp"
#include "numlane/parallel.hpp"
#include "test.hpp"

namespace {

std::atomic<bool> inside{false}, cancelled{false}, returned{false};
std::atomic<int> chunks{0};

// A function of its own: AddressSanitizer does not see a cancelled thread leave a frame with variables that it watches.
__attribute__((noinline)) void compute() {
    nl::parallel_for(0, 16, 1, [](nl::index_t low, nl::index_t high) {
        inside = true;
        while (!cancelled) std::this_thread::sleep_for(std::chrono::microseconds(100));  // a cancellation point
        chunks += int(high - low);
    });
    returned = true;
}

void* compute_and_end(void*) {
    compute();
    pthread_testcancel();
    return nullptr;
}

}  // namespace

TEST_CASE("a thread that is cancelled in a parallel_for ends after it") {
    const budget_guard budget(3);
    pthread_t thread;
    REQUIRE(pthread_create(&thread, nullptr, compute_and_end, nullptr) == 0);
    while (!inside) std::this_thread::yield();
    REQUIRE(pthread_cancel(thread) == 0);
    cancelled = true;
    void* result = nullptr;
    REQUIRE(pthread_join(thread, &result) == 0);
    CHECK(result == PTHREAD_CANCELED);
    CHECK(returned);
    CHECK(chunks == 16);
    CHECK(nl::process::threads.busy == 0);
}
