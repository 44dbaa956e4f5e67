#include <algorithm>
#include <atomic>
#include <limits>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "budget_guard.hpp"
#include "numlane/parallel.hpp"
#include "test.hpp"

using nl::index_t;

namespace {

using ranges = std::vector<std::pair<index_t, index_t>>;

constexpr index_t lowest = std::numeric_limits<index_t>::min(), highest = std::numeric_limits<index_t>::max();

// The sub-ranges that the body was given, in order.
ranges ranges_of(index_t begin, index_t end, index_t grain) {
    ranges found;
    std::mutex mutex;
    nl::parallel_for(begin, end, grain, [&](index_t low, index_t high) {
        const std::lock_guard lock(mutex);
        found.emplace_back(low, high);
    });
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace

TEST_CASE("parallel_for visits every index once") {
    const budget_guard budget(GENERATE(1, 2, 4, 7));
    const index_t begin = GENERATE(index_t(0), index_t(5), index_t(-100));
    const index_t count = GENERATE(index_t(1), index_t(2), index_t(63), index_t(64), index_t(1000), index_t(100'003));
    const index_t grain = GENERATE(index_t(-3), index_t(0), index_t(1), index_t(2), index_t(64), index_t(1'000'000));
    std::vector<int> visits(std::size_t(count), 0);
    nl::parallel_for(begin, begin + count, grain, [&](index_t low, index_t high) {
        for (index_t i = low; i < high; ++i) ++visits[std::size_t(i - begin)];
    });
    CHECK(std::count(visits.begin(), visits.end(), 1) == count);
}

TEST_CASE("parallel_for calls nothing for an empty range") {
    const budget_guard budget(4);
    CHECK(ranges_of(0, 0, 1).empty());
    CHECK(ranges_of(7, 7, 0).empty());
    CHECK(ranges_of(7, -7, 1).empty());
    CHECK(ranges_of(highest, lowest, 1).empty());
}

TEST_CASE("sub-ranges begin and end at multiples of the grain") {
    const budget_guard budget(3);
    const index_t count = GENERATE(index_t(10), index_t(1001), index_t(1'000'000));
    const index_t grain = GENERATE(index_t(1), index_t(7), index_t(100));
    const index_t begin = -12;
    index_t expected = begin;
    for (const auto& [low, high] : ranges_of(begin, begin + count, grain)) {
        REQUIRE(low == expected);
        REQUIRE(high > low);
        if (high != begin + count) REQUIRE((high - low) % grain == 0);
        expected = high;
    }
    CHECK(expected == begin + count);
}

TEST_CASE("parallel_for takes the largest ranges there are") {
    const budget_guard budget(4);
    const index_t grain = GENERATE(index_t(1), index_t(3), highest >> 23, highest - 1, highest);
    index_t expected = lowest;
    for (const auto& [low, high] : ranges_of(lowest, highest, grain)) {
        REQUIRE(low == expected);
        REQUIRE(high > low);
        expected = high;
    }
    CHECK(expected == highest);
    CHECK(ranges_of(highest - 2, highest, 1) == ranges{{highest - 2, highest - 1}, {highest - 1, highest}});
}

TEST_CASE("a range of one grain runs inline, with the whole budget left to its body") {
    const budget_guard budget(4);
    const auto self = std::this_thread::get_id();
    int outer = 0, inner = 0;
    nl::parallel_for(0, 8, 8, [&](index_t low, index_t high) {
        ++outer;
        CHECK((low == 0 && high == 8));
        CHECK(std::this_thread::get_id() == self);
        CHECK_FALSE(nl::in_parallel_region());
        inner = int(ranges_of(0, 4, 1).size());
    });
    CHECK(outer == 1);
    CHECK(inner == 4);
}

TEST_CASE("a parallel_for inside another runs inline") {
    const budget_guard budget(4);
    std::atomic<int> wrong{0}, inner{0};
    nl::parallel_for(0, 64, 1, [&](index_t, index_t) {
        const auto self = std::this_thread::get_id();
        if (!nl::in_parallel_region()) ++wrong;
        nl::parallel_for(0, 1000, 1, [&](index_t low, index_t high) {
            if (low != 0 || high != 1000 || std::this_thread::get_id() != self) ++wrong;
            ++inner;
        });
    });
    CHECK(wrong == 0);
    CHECK(inner == 64);
    CHECK_FALSE(nl::in_parallel_region());
}

TEST_CASE("the first exception of a body reaches the caller, and no chunk is begun after it") {
    const budget_guard budget(GENERATE(1, 2, 4));
    for (int round = 0; round < 200; ++round) {
        std::atomic<int> calls{0};
        const auto throwing = [&] {
            nl::parallel_for(0, 256, 1, [&](index_t low, index_t) {
                ++calls;
                throw std::runtime_error("at " + std::to_string(low));
            });
        };
        REQUIRE_THROWS_AS(throwing(), std::runtime_error);
        REQUIRE(calls <= 4);
        REQUIRE_FALSE(nl::in_parallel_region());
    }
    // The pool is as good as before.
    CHECK(ranges_of(0, 10, 1).size() == std::size_t(nl::get_num_threads() == 1 ? 1 : 10));
}

TEST_CASE("exceptions keep their type and text") {
    const budget_guard budget(4);
    const auto one = [] {
        nl::parallel_for(0, 100, 1, [](index_t low, index_t) {
            if (low == 42) throw nl::index_error("index 42");
        });
    };
    for (int round = 0; round < 100; ++round) {
        try {
            one();
            FAIL("no exception");
        } catch (const nl::index_error& e) {
            REQUIRE(std::string(e.what()) == "index 42");
        }
    }
    const auto number = [] { nl::parallel_for(0, 100, 1, [](index_t, index_t) { throw 17; }); };
    CHECK_THROWS_AS(number(), int);
}

TEST_CASE("a body may be const, an lvalue, a function, and not copyable") {
    const budget_guard budget(2);
    struct counter {
        counter() = default;
        counter(const counter&) = delete;
        void operator()(index_t low, index_t high) const { total += high - low; }
        mutable std::atomic<index_t> total{0};
    };
    const counter c;
    nl::parallel_for(0, 1000, 10, c);
    CHECK(c.total == 1000);
    nl::parallel_for(0, 1000, 10, +[](index_t, index_t) {});
}
