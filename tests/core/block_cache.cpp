#include "numlane/core/block_cache.hpp"

#include <cstdlib>

#include "test.hpp"

using nl::detail::put_block;
using nl::detail::take_block;

namespace {

void put(nl::process::block_cache& cache, std::size_t bytes) { put_block(cache, std::malloc(bytes), bytes); }

void drain(nl::process::block_cache& cache) {
    for (; cache.count > 0; nl::detail::remove_entry(cache, 0)) std::free(cache.entries[0].block);
}

}  // namespace

TEST_CASE("the cache gives the block that fits best") {
    nl::process::block_cache cache;
    put(cache, 1000);
    put(cache, 1200);
    put(cache, 5000);
    CHECK(cache.total == 7200);
    std::size_t bytes = 1100;
    void* block = take_block(cache, bytes);
    REQUIRE(block != nullptr);
    CHECK(bytes == 1200);
    std::free(block);
    bytes = 2000;
    CHECK(take_block(cache, bytes) == nullptr);
    bytes = 5001;
    CHECK(take_block(cache, bytes) == nullptr);
    CHECK(cache.total == 6000);
    CHECK(cache.count == 2);
    drain(cache);
}

TEST_CASE("the cache is bounded in blocks and in bytes") {
    nl::process::block_cache cache;
    for (int i = 0; i < 3 * nl::process::block_cache::capacity; ++i) put(cache, 1000 + std::size_t(i));
    CHECK(cache.count == nl::process::block_cache::capacity);
    drain(cache);
    CHECK(cache.total == 0);

    cache.limit = 2500;
    put(cache, 1000);
    put(cache, 1001);
    put(cache, 1002);
    CHECK(cache.count == 2);
    CHECK(cache.total == 2003);
    put(cache, 2501);
    CHECK(cache.count == 2);
    put(cache, 2500);
    CHECK(cache.count == 1);
    drain(cache);
}

TEST_CASE("whoever finds the cache taken does without it") {
    nl::process::block_cache cache;
    put(cache, 1000);
    cache.busy = 1;
    std::size_t bytes = 1000;
    CHECK(take_block(cache, bytes) == nullptr);
    put(cache, 1000);
    CHECK(cache.count == 1);
    cache.busy = 0;
    drain(cache);
}

TEST_CASE("the limit is positive and at most 512 MB") {
    CHECK(nl::detail::cache_limit() > 0);
    CHECK(nl::detail::cache_limit() <= std::size_t{512} << 20);
}
