#include "numlane/parallel/pool.hpp"

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

#include "budget_guard.hpp"
#include "numlane/parallel.hpp"
#include "test.hpp"

using nl::index_t;

namespace {

index_t parallel_sum(index_t n) {
    std::atomic<index_t> total{0};
    nl::parallel_for(0, n, 16, [&](index_t low, index_t high) {
        index_t part = 0;
        for (index_t i = low; i < high; ++i) part += i;
        total += part;
    });
    return total;
}

}  // namespace

TEST_CASE("many threads of the program may call parallel_for at once") {
    const budget_guard budget(4);
    std::atomic<int> wrong{0};
    std::vector<std::thread> callers;
    for (int caller = 0; caller < 6; ++caller) {
        callers.emplace_back([&wrong, caller] {
            for (int round = 0; round < 500; ++round) {
                const index_t n = 1 + (caller * 131 + round * 17) % 3000;
                if (parallel_sum(n) != n * (n - 1) / 2) ++wrong;
                if (round % 50 == 0) {
                    try {
                        nl::parallel_for(0, 100, 1, [](index_t, index_t) { throw std::runtime_error("expected"); });
                        ++wrong;
                    } catch (const std::runtime_error&) {
                    }
                }
            }
        });
    }
    for (std::thread& caller : callers) caller.join();
    CHECK(wrong == 0);
}

TEST_CASE("the budget may change while regions run") {
    const budget_guard budget(2);
    std::atomic<bool> stop{false};
    std::thread changer([&] {
        for (int n = 1; !stop; n = n % 8 + 1) nl::set_num_threads(n);
    });
    int wrong = 0;
    for (int round = 0; round < 2000; ++round) wrong += parallel_sum(1000) != 499'500;
    stop = true;
    changer.join();
    CHECK(wrong == 0);
}

TEST_CASE("workers wake up from sleep") {
    const budget_guard budget(4);
    int wrong = 0;
    for (int round = 0; round < 100; ++round) {
        wrong += parallel_sum(1000) != 499'500;
        std::this_thread::sleep_for(std::chrono::microseconds(round * 10));
    }
    CHECK(wrong == 0);
}

TEST_CASE("a caller waits for the chunks that workers have begun") {
    const budget_guard budget(2);
    for (int round = 0; round < 20; ++round) {
        std::atomic<int> done{0};
        nl::parallel_for(0, 4, 1, [&](index_t, index_t) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
            ++done;
        });
        REQUIRE(done == 4);
    }
}

TEST_CASE("the word of claims keeps its three numbers apart") {
    namespace d = nl::detail;
    std::atomic<std::uint64_t> claims{d::first_claims(0, 2, 5)};
    const std::uint64_t number = d::region_number(claims);
    CHECK(d::chunks_left(claims) == 4);
    CHECK(d::seats_left(claims) == 2);
    CHECK(d::high_chunk(d::join_region(claims)) == 4);
    CHECK(d::claim_chunk(claims, number, d::claim_from::front) == 1);
    CHECK(d::claim_chunk(claims, number, d::claim_from::back) == 3);
    CHECK(d::claim_chunk(claims, number + 1, d::claim_from::front) == d::no_chunk);
    CHECK(d::claim_rest(claims, number + 1) == 0);
    CHECK(d::seats_left(claims) == 1);
    CHECK(d::claim_rest(claims, number) == 1);
    CHECK(d::join_region(claims) == 0);
    CHECK(d::claim_chunk(claims, number, d::claim_from::back) == d::no_chunk);
    CHECK(d::seats_left(claims) == 1);

    const std::uint64_t full = d::first_claims(~std::uint64_t(0), 1023, d::max_chunks);
    CHECK(d::region_number(full) == 0);
    CHECK(d::seats_left(full) == 1023);
    CHECK(d::chunks_left(full) == d::max_chunks - 1);
    claims = d::first_claims(full, 0, 5);
    CHECK_FALSE(d::can_join(claims));
    CHECK(d::join_region(claims) == 0);
}
