#pragma once

#include <pthread.h>
#include <signal.h>

#include "numlane/core/module.hpp"

// Which signals workers take: those that say that the code they run has gone wrong, for the program's handler to report.
// All others are for the threads of the program.
NUMLANE_BEGIN_NAMESPACE
namespace detail {

NUMLANE_MODULE_LOCAL inline constinit thread_local bool is_worker = false;
/// The mask of the thread of the program that last started a worker.
NUMLANE_MODULE_LOCAL inline constinit sigset_t signals_of_program{};

/// As long as it lives, a thread that this one starts has the mask of a worker.
class workers_signals {
public:
    workers_signals() {
        sigset_t blocked;
        sigfillset(&blocked);
        pthread_sigmask(SIG_SETMASK, &blocked, &before_);
        if (!is_worker) signals_of_program = before_;
        for (const int fault : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGSYS, SIGABRT}) {
            if (sigismember(&before_, fault) == 0) sigdelset(&blocked, fault);
        }
        pthread_sigmask(SIG_SETMASK, &blocked, nullptr);
    }
    ~workers_signals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    workers_signals(const workers_signals&) = delete;
    workers_signals& operator=(const workers_signals&) = delete;

private:
    sigset_t before_;
};

/// In a child that was forked on a worker: it must not be deaf, nor the program that it may become by exec.
inline void take_signals_of_program() {
    if (!is_worker) return;
    is_worker = false;
    pthread_sigmask(SIG_SETMASK, &signals_of_program, nullptr);
}

}  // namespace detail
NUMLANE_END_NAMESPACE
