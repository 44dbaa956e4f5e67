// Ends the program in the way that the first argument names. Static destructors and atexit handlers use parallel_for
// before and after the pool has had its end.
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <string>
#include <thread>

#include "numlane/parallel.hpp"

namespace nl = numlane;

namespace {

void require_right_sum() {
    std::atomic<nl::index_t> total{0};
    nl::parallel_for(0, 1000, 1, [&](nl::index_t low, nl::index_t high) {
        for (nl::index_t i = low; i < high; ++i) total += i;
    });
    if (total != 499'500) _exit(1);
}

struct user_at_exit {
    ~user_at_exit() { require_right_sum(); }
};
const user_at_exit before_the_pool;

void sleep_for_milliseconds(int n) { std::this_thread::sleep_for(std::chrono::milliseconds(n)); }

}  // namespace

int main(int argc, char** argv) {
    const std::string way = argc > 1 ? argv[1] : "";
    nl::set_num_threads(4);
    std::atexit(require_right_sum);
    require_right_sum();
    std::atexit(require_right_sum);
    static const user_at_exit after_the_pool;

    if (way == "awake") return 0;
    sleep_for_milliseconds(5);
    if (way == "asleep") return 0;
    if (way == "exit") std::exit(0);
    if (way == "exit_in_body") {
        std::atomic<int> ending{0};
        nl::parallel_for(0, 64, 1, [&](nl::index_t, nl::index_t) {
            if (ending.exchange(1) == 0) std::exit(0);
        });
    } else if (way == "exit_in_thread") {
        std::thread([] { std::exit(0); }).join();
    } else if (way == "exit_beside_region") {
        std::thread([] { nl::parallel_for(0, 64, 1, [](nl::index_t, nl::index_t) { pause(); }); }).detach();
        sleep_for_milliseconds(5);
        return 0;
    }
    return 2;
}
