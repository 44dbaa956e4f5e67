// Loads, runs and unloads a plugin many times, and looks whether the process grows by that.
#include <dlfcn.h>

#include <cstdio>

namespace {

/// The kilobytes of address space that the process uses.
long size_of_process() {
    long size = 0;
    char line[256];
    std::FILE* const status = std::fopen("/proc/self/status", "r");
    if (status == nullptr) return 0;
    while (std::fgets(line, sizeof line, status) != nullptr) {
        if (std::sscanf(line, "VmSize: %ld", &size) == 1) break;
    }
    std::fclose(status);
    return size;
}

bool run_and_unload(const char* file) {
    void* const plugin = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    if (plugin == nullptr) return false;
    reinterpret_cast<void (*)()>(dlsym(plugin, "plugin_run"))();
    dlclose(plugin);
    return dlopen(file, RTLD_NOW | RTLD_NOLOAD) == nullptr;
}

}  // namespace

int main(int argc, char** argv) {
    long first = 0;
    for (int round = 0; round < 60; ++round) {
        if (argc < 2 || !run_and_unload(argv[1])) {
            std::fprintf(stderr, "cannot be loaded, or not be unloaded\n");
            return 1;
        }
        if (round == 20) first = size_of_process();
    }
    const long grown = size_of_process() - first;
    std::printf("grown by %ld KB\n", grown);
    return grown < 300'000 ? 0 : 1;  // what is kept of each round would be more than 400'000
}
