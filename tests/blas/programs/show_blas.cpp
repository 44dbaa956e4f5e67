// Prints the provider that the environment chooses, and the line of show_config().
#include <cstdio>

#include "numlane/numlane.hpp"

int main() {
    const std::string provider = numlane::blas::info().provider;
    std::printf("provider %s\n", provider.c_str());
    numlane::show_config();
}
