#include "numlane/parallel/fork.hpp"

#include <atomic>
#include <string>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

#include "budget_guard.hpp"
#include "can_fork.hpp"
#include "numlane/parallel.hpp"
#include "test.hpp"

using nl::index_t;

namespace {

bool sum_is_right() {
    std::atomic<index_t> total{0};
    nl::parallel_for(0, 10'000, 10, [&](index_t low, index_t high) {
        for (index_t i = low; i < high; ++i) total += i;
    });
    return total == 49'995'000;
}

// The exit status of a child that runs f, or 100 + the signal that ended it. SIGALRM ends a child that hangs.
template <class F>
int status_of_child(F&& f) {
    const pid_t child = fork();
    if (child == 0) {
        alarm(30);
        _exit(f());
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 100 + WTERMSIG(status);
}

}  // namespace

TEST_CASE("a forked child has a pool of its own") {
    if (!can_fork()) return;
    const budget_guard budget(4);
    REQUIRE(sum_is_right());
    for (int round = 0; round < 20; ++round) {
        REQUIRE(status_of_child([] {
                    if (nl::process::threads.workers.load() != 0) return 1;
                    for (int i = 0; i < 50; ++i) {
                        if (!sum_is_right()) return 2;
                    }
                    return nl::process::threads.workers.load() > 0 ? 0 : 3;
                }) == 0);
    }
    CHECK(sum_is_right());
}

TEST_CASE("a child of a forked child, too") {
    if (!can_fork()) return;
    const budget_guard budget(3);
    REQUIRE(sum_is_right());
    CHECK(status_of_child([] {
              if (!sum_is_right()) return 1;
              return status_of_child([] {
                  if (!sum_is_right()) return 2;
                  return status_of_child([] { return sum_is_right() ? 0 : 3; });
              });
          }) == 0);
}

TEST_CASE("a fork while another thread is in a region") {
    if (!can_fork()) return;
    const budget_guard budget(4);
    std::atomic<bool> stop{false};
    std::atomic<int> wrong{0};
    std::thread other([&] {
        while (!stop) {
            if (!sum_is_right()) ++wrong;
        }
    });
    for (int round = 0; round < 100; ++round) {
        REQUIRE(status_of_child([] { return sum_is_right() && sum_is_right() ? 0 : 1; }) == 0);
    }
    stop = true;
    other.join();
    CHECK(wrong == 0);
}

TEST_CASE("a body may fork a child that ends inside it") {
    if (!can_fork()) return;
    const budget_guard budget(4);
    std::atomic<int> failed{0}, calls{0};
    nl::parallel_for(0, 32, 1, [&](index_t, index_t) {
        ++calls;
        if (status_of_child([] { return sum_is_right() ? 0 : 1; }) != 0) ++failed;
    });
    CHECK(failed == 0);
    CHECK(calls == 32);
    CHECK(sum_is_right());
}

TEST_CASE("a child that comes back out of the caller's body gets an error") {
    if (!can_fork()) return;
    const budget_guard budget(2);
    const pid_t parent = getpid();
    const auto caller = std::this_thread::get_id();
    bool forked = false;
    pid_t child = -1;
    try {
        nl::parallel_for(0, 64, 1, [&](index_t, index_t) {
            if (std::this_thread::get_id() == caller && !forked) {
                forked = true;
                child = fork();
                if (child == 0) alarm(30);
            }
        });
    } catch (const nl::error& e) {
        if (getpid() != parent) {
            const bool right = std::string(e.what()).find("forked") != std::string::npos;
            _exit(right && !nl::in_parallel_region() && sum_is_right() ? 0 : 1);
        }
        throw;
    }
    if (getpid() != parent) _exit(2);
    int status = -1;
    waitpid(child, &status, 0);
    CHECK(status == 0);
}
