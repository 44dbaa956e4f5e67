#pragma once

#include <csignal>

#include "numlane/core/config.hpp"

NUMLANE_BEGIN_NAMESPACE

namespace detail {

// While it lives, a write by this thread to a pipe without a reader fails with EPIPE, one beyond the limit of a file's size with
// EFBIG, and no signal kills the process.
class no_write_signals {
#ifdef __EMSCRIPTEN__  // no such signals there
public:
    no_write_signals() {}
    ~no_write_signals() {}
#else
public:
    no_write_signals() {
        ::sigpending(&pending_before_);
        sigset_t set;
        sigemptyset(&set);
        for (const int signal : signals) sigaddset(&set, signal);
        ::pthread_sigmask(SIG_BLOCK, &set, &before_);
    }
    ~no_write_signals() {
        sigset_t pending;
        ::sigpending(&pending);
        for (const int signal : signals)
            if (sigismember(&pending, signal) == 1 && sigismember(&pending_before_, signal) != 1) take(signal);
        ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }

private:
    static constexpr int signals[] = {SIGPIPE, SIGXFSZ};

    static void take(int signal) {
        sigset_t set;
        sigemptyset(&set);
        sigaddset(&set, signal);
        int taken;
        ::sigwait(&set, &taken);
    }

    sigset_t pending_before_, before_;
#endif
public:
    no_write_signals(const no_write_signals&) = delete;
    no_write_signals& operator=(const no_write_signals&) = delete;
};

}  // namespace detail

NUMLANE_END_NAMESPACE
