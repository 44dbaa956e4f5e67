// A shared object that uses the pool while it is loaded and while it is unloaded.
#include <unistd.h>

#include <atomic>

#include "numlane/parallel.hpp"

namespace nl = numlane;

extern "C" __attribute__((visibility("default"))) long plugin_sum(long n) {
    std::atomic<nl::index_t> total{0};
    nl::set_num_threads(4);
    nl::parallel_for(0, n, 1, [&](nl::index_t low, nl::index_t high) {
        for (nl::index_t i = low; i < high; ++i) total += i;
    });
    return total;
}

namespace {

struct user_at_unload {
    ~user_at_unload() {
        if (plugin_sum(1000) != 499'500) _exit(1);
    }
};
const user_at_unload at_unload;

}  // namespace
