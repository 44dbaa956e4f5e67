#include "numlane/array/storage.hpp"

#include <cstdint>
#include <memory>
#include <thread>
#include <vector>

#include "test.hpp"

TEST_CASE("storage is aligned to 64 bytes") {
    for (std::size_t bytes : {1u, 8u, 63u, 64u, 65u, 1000u, 100'000u, 300'000u, 5'000'000u}) {
        nl::storage s = nl::storage::allocate(bytes);
        CHECK(reinterpret_cast<std::uintptr_t>(s.data()) % 64 == 0);
        std::memset(s.data(), 1, bytes);
    }
}

TEST_CASE("handles share and count") {
    nl::storage a = nl::storage::allocate(8);
    CHECK(a.use_count() == 1);
    {
        nl::storage b = a;
        CHECK(a.use_count() == 2);
        CHECK(a == b);
        nl::storage c = std::move(b);
        CHECK_FALSE(b);
        CHECK(a.use_count() == 2);
        c = nl::storage();
        CHECK(a.use_count() == 1);
    }
    CHECK(nl::storage().use_count() == 0);
}

TEST_CASE("allocate_zeroed gives zeros even after a block was used") {
    for (std::size_t bytes : {100u, 300'000u, 6'000'000u}) {
        {
            nl::storage dirty = nl::storage::allocate(bytes);
            std::memset(dirty.data(), 1, bytes);
        }
        nl::storage clean = nl::storage::allocate_zeroed(bytes);
        const char* data = static_cast<const char*>(clean.data());
        bool zero = true;
        for (std::size_t i = 0; i < bytes; ++i) zero = zero && data[i] == 0;
        CHECK(zero);
    }
    nl::release_cached_memory();
}

TEST_CASE("a freed large block is used again") {
    if (NUMLANE_SANITIZED_MEMORY) return;
    nl::release_cached_memory();
    void* first = nullptr;
    {
        nl::storage s = nl::storage::allocate(8'000'000);
        first = s.data();
    }
    nl::storage again = nl::storage::allocate(7'900'000);
    CHECK(again.data() == first);
}

TEST_CASE("a borrowed owner lives as long as a handle") {
    auto owner = std::make_shared<int>(5);
    nl::storage s = nl::storage::borrow(owner);
    CHECK(owner.use_count() == 2);
    nl::storage t = s;
    s = nl::storage();
    CHECK(owner.use_count() == 2);
    t = nl::storage();
    CHECK(owner.use_count() == 1);
}

#ifndef __EMSCRIPTEN__  // no threads
TEST_CASE("handles are copied and freed on many threads") {
    nl::storage shared = nl::storage::allocate(64);
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([shared] {
            for (int i = 0; i < 1000; ++i) {
                nl::storage copy = shared;
                nl::storage large = nl::storage::allocate(400'000 + 1000 * std::size_t(i % 7));
                std::memset(large.data(), i, 64);
            }
        });
    }
    for (std::thread& t : threads) t.join();
    threads.clear();
    CHECK(shared.use_count() == 1);
}
#endif

TEST_CASE("sizes that overflow are std::bad_alloc") {
    CHECK_THROWS_AS(nl::storage::allocate(SIZE_MAX), std::bad_alloc);
    CHECK_THROWS_AS(nl::storage::allocate(SIZE_MAX - 32), std::bad_alloc);
    CHECK_THROWS_AS(nl::storage::allocate_zeroed(PTRDIFF_MAX), std::bad_alloc);
}
