#include <algorithm>
#include <chrono>
#include <mutex>
#include <set>
#include <string>
#include <thread>

#include "budget_guard.hpp"
#include "numlane/parallel.hpp"
#include "test.hpp"

using nl::index_t;

namespace {

std::string error_of(int n, bool limit) {
    try {
        if (limit) nl::thread_limit guard(n);
        else nl::set_num_threads(n);
    } catch (const nl::error& e) {
        return e.what();
    }
    return "";
}

// How many threads have a part in a region that has enough to do for all.
std::size_t threads_taking_part() {
    std::set<std::thread::id> ids;
    std::mutex mutex;
    nl::parallel_for(0, 64, 1, [&](index_t, index_t) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        const std::lock_guard lock(mutex);
        ids.insert(std::this_thread::get_id());
    });
    return ids.size();
}

}  // namespace

TEST_CASE("the budget is what was set") {
    const budget_guard restore(1);
    CHECK(nl::get_num_threads() == 1);
    nl::set_num_threads(5);
    CHECK(nl::get_num_threads() == 5);
    nl::set_num_threads(1'000'000);
    CHECK(nl::get_num_threads() == 1024);
    CHECK(error_of(0, false) == "set_num_threads: the number of threads must be at least 1, but is 0");
    CHECK(error_of(-2, false) == "set_num_threads: the number of threads must be at least 1, but is -2");
    CHECK(nl::get_num_threads() == 1024);
}

TEST_CASE("thread_limit holds for its scope and its thread") {
    const budget_guard budget(8);
    {
        const nl::thread_limit four(4);
        CHECK(nl::get_num_threads() == 4);
        {
            const nl::thread_limit two(2);
            CHECK(nl::get_num_threads() == 2);
            const nl::thread_limit six(6);
            CHECK(nl::get_num_threads() == 2);
        }
        CHECK(nl::get_num_threads() == 4);
        int elsewhere = 0;
        std::thread([&] { elsewhere = nl::get_num_threads(); }).join();
        CHECK(elsewhere == 8);
        nl::set_num_threads(3);
        CHECK(nl::get_num_threads() == 3);
        nl::set_num_threads(8);
    }
    CHECK(nl::get_num_threads() == 8);
    CHECK(error_of(0, true) == "thread_limit: the number of threads must be at least 1, but is 0");
    CHECK(nl::get_num_threads() == 8);
}

TEST_CASE("no more threads take part than the budget and the limit allow") {
    const budget_guard budget(6);
    CHECK(threads_taking_part() <= 6);
    {
        const nl::thread_limit guard(3);
        for (int round = 0; round < 10; ++round) REQUIRE(threads_taking_part() <= 3);
    }
    nl::set_num_threads(2);
    for (int round = 0; round < 10; ++round) REQUIRE(threads_taking_part() <= 2);
    nl::set_num_threads(1);
    CHECK(threads_taking_part() == 1);
}

TEST_CASE("all threads of the budget take part") {
    const budget_guard budget(4);
    std::size_t most = 0;
    for (int round = 0; round < 50 && most < 4; ++round) most = std::max(most, threads_taking_part());
    CHECK(most == 4);
}

TEST_CASE("NUMLANE_NUM_THREADS is a whole number of at least 1") {
    using nl::detail::parse_num_threads;
    CHECK(parse_num_threads(nullptr) == 0);
    CHECK(parse_num_threads("") == 0);
    CHECK(parse_num_threads("1") == 1);
    CHECK(parse_num_threads("016") == 16);
    CHECK(parse_num_threads("99999999999999999999999999") == 1024);
    for (const char* wrong : {"0", "-1", "two", "2x", " 2", "2 ", "1.5", "+3", "0x4"}) {
        INFO(wrong);
        CHECK(parse_num_threads(wrong) == -1);
    }
}

TEST_CASE("the default is at least 1 and no more than the CPUs of this process") {
    CHECK(nl::detail::available_cpus() >= 1);
    CHECK(nl::detail::default_num_threads() >= 1);
    CHECK(nl::detail::default_num_threads() <= nl::detail::available_cpus());
}
