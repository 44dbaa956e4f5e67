// Loads the plugins that are named, lets each compute, and unloads them: in the order in which they came, so that one
// goes on while the one whose workers it may have used goes away. With --must-unload, they must be gone afterwards.
#include <dlfcn.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <vector>

namespace {

bool computes(void* plugin) {
    const auto sum = reinterpret_cast<long (*)(long)>(dlsym(plugin, "plugin_sum"));
    for (int i = 0; i < 20; ++i) {
        if (sum == nullptr || sum(1000) != 499'500) return false;
    }
    return true;
}

int fail(const char* what, const char* which) {
    std::fprintf(stderr, "%s: %s\n", which, what);
    return 1;
}

}  // namespace

int main(int argc, char** argv) {
    const bool must_unload = argc > 1 && std::strcmp(argv[1], "--must-unload") == 0;
    const std::vector<const char*> files(argv + 1 + must_unload, argv + argc);
    for (int round = 0; round < 20; ++round) {
        std::vector<void*> plugins;
        for (const char* file : files) {
            plugins.push_back(dlopen(file, RTLD_NOW | RTLD_LOCAL));
            if (plugins.back() == nullptr) return fail(dlerror(), file);
            if (!computes(plugins.back())) return fail("wrong sum", file);
        }
        for (std::size_t i = 0; i < plugins.size(); ++i) {
            if (round % 2 != 0) usleep(1000);  // the workers sleep
            dlclose(plugins[i]);
            if (must_unload && dlopen(files[i], RTLD_NOW | RTLD_NOLOAD) != nullptr)
                return fail("still there", files[i]);
            for (std::size_t left = i + 1; left < plugins.size(); ++left) {
                if (!computes(plugins[left])) return fail("wrong sum after another was unloaded", files[left]);
            }
        }
    }
    return 0;
}
