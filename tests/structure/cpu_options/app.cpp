#include <cstdio>
#include <numlane/numlane.hpp>

int main() {
    for (const char* target : numlane::simd::compiled_targets()) std::printf("[%s]", target);
}
