// The other file of one_pool.cpp, compiled without a target that the first one has.
#include <atomic>

#include "numlane/parallel.hpp"

namespace nl = numlane;

const void* other_function() { return reinterpret_cast<const void*>(&nl::get_num_threads); }

int other_budget() { return nl::get_num_threads(); }

bool other_in_region() { return nl::in_parallel_region(); }

int other_chunks() {
    std::atomic<int> chunks{0};
    nl::parallel_for(0, 64, 1, [&](nl::index_t, nl::index_t) { ++chunks; });
    return chunks;
}
