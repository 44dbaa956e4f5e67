// Forks while another thread looks for the first time whether system calls are filtered: the child must not wait for it.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <thread>

#include "numlane/parallel.hpp"

namespace {
std::atomic<int> looking{0}, forked{0};
}

// In the place of the C library's: the first look takes until the fork is over.
extern "C" FILE* fopen(const char* path, const char*) {
    if (looking.exchange(1) == 0) {
        while (!forked) usleep(100);
    }
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    return file < 0 ? nullptr : fdopen(file, "r");
}

int main() {
    std::thread first([] { numlane::detail::calls_are_filtered(); });
    while (!looking) usleep(100);
    const pid_t child = fork();
    if (child == 0) {
        alarm(10);
        numlane::detail::calls_are_filtered();
        _exit(0);
    }
    forked = 1;
    first.join();
    int status = 1;
    waitpid(child, &status, 0);
    return status == 0 ? 0 : 1;
}
