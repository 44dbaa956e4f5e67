#pragma once

#include <cstdio>
#include <set>
#include <string>
#include <vector>

#include "numlane/blas.hpp"
#include "test.hpp"

namespace libraries {

struct known {
    const char* package;  // of Debian
    const char* name;     // for nl::blas::use
    const char* provider;
    int integer_bits;
};

#ifndef NUMLANE_LIBRARY_ARCHITECTURE
#define NUMLANE_LIBRARY_ARCHITECTURE "x86_64-linux-gnu"
#endif
#define DEBIAN_LIBRARIES "/usr/lib/" NUMLANE_LIBRARY_ARCHITECTURE "/"
inline constexpr known all[] = {
    {"libopenblas0-pthread", DEBIAN_LIBRARIES "openblas-pthread/libopenblas.so.0", "openblas", 32},
    {"libopenblas0-openmp", DEBIAN_LIBRARIES "openblas-openmp/libopenblas.so.0", "openblas", 32},
    {"libopenblas0-serial", DEBIAN_LIBRARIES "openblas-serial/libopenblas.so.0", "openblas", 32},
    {"libopenblas64-0-pthread", DEBIAN_LIBRARIES "openblas64-pthread/libopenblas64.so.0", "openblas", 64},
    {"libblis4-pthread", DEBIAN_LIBRARIES "blis-pthread/libblis.so.4", "blis", 32},
    {"libblis64-4-pthread", DEBIAN_LIBRARIES "blis64-pthread/libblis64.so.4", "blis", 64},
    {"libblas3", DEBIAN_LIBRARIES "blas/libblas.so.3", "library", 32},
    {"libatlas3-base", DEBIAN_LIBRARIES "atlas/libblas.so.3", "library", 32},
    {"libgslcblas0", DEBIAN_LIBRARIES "libgslcblas.so.0", "library", 32},
    {"libmkl-rt, of the component non-free", DEBIAN_LIBRARIES "libmkl_rt.so", "mkl", 32},
};
#undef DEBIAN_LIBRARIES

/// Whether the library is there; says once if it is not.
inline bool installed(const known& library) {
    static std::set<std::string> missing;
    std::FILE* const file = std::fopen(library.name, "rb");
    if (file != nullptr) std::fclose(file);
    else if (missing.insert(library.package).second) WARN("not installed, and not tested: " << library.package);
    return file != nullptr;
}

/// Puts a library into use that has one number of threads for the whole process, and can be asked for it; null, with a
/// warning, where none is installed.
inline const nl::process::blas_library_v1* use_process_wide() {
    for (const known& library : all) {
        if (!installed(library)) continue;
        nl::blas::use(library.name);
        const auto* const active = nl::process::blas.active.load();
        if (active->threads != nullptr && active->threads->kind == nl::process::blas_threads::process_wide)
            return active;
    }
    WARN("no library with one number of threads for the process: not tested");
    return nullptr;
}

inline int threads_of(const nl::process::blas_library_v1& library) {
    return reinterpret_cast<int (*)()>(library.threads->get)();
}

}  // namespace libraries
