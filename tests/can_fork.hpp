#pragma once

#include "test.hpp"

#if defined(__SANITIZE_THREAD__)
#define NUMLANE_TEST_TSAN 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define NUMLANE_TEST_TSAN 1
#endif
#endif

/// Whether a child that a program with threads has forked can start threads; says so if not. ThreadSanitizer ends it.
inline bool can_fork() {
#ifdef NUMLANE_TEST_TSAN
    WARN("skipped: ThreadSanitizer does not support threads in a forked child");
    return false;
#elif NUMLANE_TEST_EMULATED
    WARN("skipped: qemu 7.2 does not start threads in a child that a program with threads has forked");
    return false;
#else
    return true;
#endif
}
