#include "numlane/parallel/signals.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "budget_guard.hpp"
#include "can_fork.hpp"
#include "on_worker.hpp"
#include "test.hpp"

namespace {

volatile std::sig_atomic_t handled = 0;

bool blocks(int signal) {
    sigset_t mask;
    pthread_sigmask(SIG_SETMASK, nullptr, &mask);
    return sigismember(&mask, signal) == 1;
}

}  // namespace

TEST_CASE("the program's handlers hear of a fault on a worker") {
    const budget_guard budget(2);
    for (const int fault : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGSYS, SIGABRT}) {
        INFO(fault);
        handled = 0;
        struct sigaction action{}, before{};
        action.sa_handler = [](int signal) { handled = signal; };
        sigaction(fault, &action, &before);
        bool deaf = true;
        REQUIRE(on_worker([&] {
            deaf = blocks(fault);
            if (!deaf) raise(fault);
        }));
        sigaction(fault, &before, nullptr);
        CHECK(!deaf);
        CHECK(handled == fault);
    }
}

TEST_CASE("all other signals are for the threads of the program") {
    const budget_guard budget(2);
    bool deaf = false;
    REQUIRE(on_worker([&] { deaf = blocks(SIGTERM) && blocks(SIGALRM) && blocks(SIGUSR1) && blocks(SIGINT); }));
    CHECK(deaf);
    CHECK(!blocks(SIGTERM));
}

TEST_CASE("a child that is forked on a worker has the signals of the program") {
    if (!can_fork()) return;
    const budget_guard budget(3);
    int status = -1;
    REQUIRE(on_worker([&] {
        const pid_t child = fork();
        if (child == 0) {
            alarm(10);
            _exit(blocks(SIGTERM) || blocks(SIGALRM) ? 1 : 0);
        }
        waitpid(child, &status, 0);
    }));
    CHECK(status == 0);
}
