#pragma once

#include <csignal>

#include "numlane/core/config.hpp"

NUMLANE_BEGIN_NAMESPACE

namespace detail {

// While it lives, a write by this thread to a pipe without a reader fails with EPIPE, and no signal kills the process.
class no_sigpipe {
#ifdef __EMSCRIPTEN__  // no pipe signals there
public:
    no_sigpipe() {}
    ~no_sigpipe() {}
#else
public:
    no_sigpipe() : pending_before_(pending()) {
        const sigset_t pipe = only_pipe();
        ::pthread_sigmask(SIG_BLOCK, &pipe, &before_);
    }
    ~no_sigpipe() {
        if (!pending_before_ && pending()) {
            const sigset_t pipe = only_pipe();
            int signal;
            ::sigwait(&pipe, &signal);
        }
        ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }

private:
    static sigset_t only_pipe() {
        sigset_t set;
        sigemptyset(&set);
        sigaddset(&set, SIGPIPE);
        return set;
    }
    static bool pending() {
        sigset_t set;
        return ::sigpending(&set) == 0 && sigismember(&set, SIGPIPE) == 1;
    }

    bool pending_before_;
    sigset_t before_;
#endif
public:
    no_sigpipe(const no_sigpipe&) = delete;
    no_sigpipe& operator=(const no_sigpipe&) = delete;
};

}  // namespace detail

NUMLANE_END_NAMESPACE
