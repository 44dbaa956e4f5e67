// Two files in different namespaces of compiler flags share the budget, the pool and the knowledge of being in a region.
#include <atomic>
#include <cstdio>

#include "numlane/parallel.hpp"

namespace nl = numlane;

// In one_pool_other.cpp.
const void* other_function();
int other_budget();
bool other_in_region();
int other_chunks();

namespace {

int failures = 0;

void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "not so: %s\n", what);
    ++failures;
}

}  // namespace

int main() {
    require(reinterpret_cast<const void*>(&nl::get_num_threads) != other_function(),
            "the files have code of their own");
    nl::set_num_threads(3);
    require(other_budget() == 3, "the budget is one");
    const nl::thread_limit two(2);
    require(other_budget() == 2, "the limit of a thread is one");
    std::atomic<int> outside{0}, split{0};
    for (int round = 0; round < 100; ++round) {
        require(other_chunks() == 64, "the other file has the pool");
        nl::parallel_for(0, 64, 1, [&](nl::index_t, nl::index_t) {
            if (!other_in_region()) ++outside;
            if (other_chunks() != 1) ++split;
        });
    }
    require(outside == 0, "a region is seen from the other file");
    require(split == 0, "a region of the other file runs inline inside one of this file");
    require(nl::process::threads.workers.load() == 1, "one pool has all the workers");
    return failures == 0 ? 0 : 1;
}
