// Prints the compiled, the supported and the active targets, and the one that kernels really run on.
#include <cstdio>

#include "running_target.hpp"

namespace {

void print(const numlane::simd::target_names& names) {
    for (const char* const name : names) std::printf("%s ", name);
    std::printf("\n");
}

}  // namespace

int main() {
    // The kernels come first: whoever asks first reads the environment.
    const std::string running = targets::running();
    print(numlane::simd::compiled_targets());
    print(numlane::simd::supported_targets());
    std::printf("%s\n%s\n", numlane::simd::active_target(), running.c_str());
}
