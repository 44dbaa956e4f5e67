// Prints the budget that the environment gives, asked for by two threads at once: a wrong value is reported once.
#include <cstdio>
#include <thread>

#include "numlane/parallel.hpp"

int main() {
    int other = 0;
    std::thread asking([&other] { other = numlane::get_num_threads(); });
    const int mine = numlane::get_num_threads();
    asking.join();
    std::fflush(stderr);
    if (mine == other) std::printf("%d threads\n", mine);
    return 0;
}
