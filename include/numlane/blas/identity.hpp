#pragma once

#include <dlfcn.h>
#include <unistd.h>

#include <cstring>
#include <string>

#include "numlane/blas/state.hpp"
#include "numlane/core/message.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::loader {

using process::blas_threads;

/// What follows the name of a function: nothing, Fortran's underscore, the marks of 64-bit integers, Accelerate's.
inline constexpr const char* suffixes[] = {"", "_", "64_", "_64_", "_64", "64", "$NEWLAPACK", "$NEWLAPACK$ILP64"};

template <std::size_t Size>
void copy_text(char (&to)[Size], const char* from) {
    const std::size_t length = std::strlen(from), kept = length < Size ? length : Size - 1;
    std::memcpy(to, from, kept);
    to[kept] = '\0';
}

inline void* find(void* handle, const std::string& name) { return dlsym(handle, name.c_str()); }

/// The record of the threads that `set` governs, the same for every library that has them.
inline process::blas_thread_control_v1* thread_control(blas_threads kind, void* set, void* get) {
    auto& list = process::blas.thread_controls;
    process::blas_thread_control_v1* first = list.load();
    process::blas_thread_control_v1* mine = nullptr;
    while (true) {
        for (auto* known = first; known != nullptr; known = known->next) {
            if (known->kind != kind || known->set != set) continue;
            delete mine;
            return known;
        }
        if (mine == nullptr) {
            mine = new process::blas_thread_control_v1{};
            mine->kind = kind;
            mine->process_id = int(getpid());
            mine->set = set;
            mine->get = get;
        }
        mine->next = first;
        if (list.compare_exchange_strong(first, mine)) return mine;
    }
}

/// Which library this is, its version, and how it is told the number of its threads. The library's dependencies count: a
/// liblapack has the threads of the BLAS that it calls.
struct identity {
    char provider[16], version[256], core[16];
    process::blas_thread_control_v1* threads;  // null where there is none
};

inline identity identify(void* handle, const char* suffix_of_blas) {
    identity library{};
    const auto threads = [&](blas_threads kind, void* set, void* get) {
        if (set != nullptr && get != nullptr) library.threads = thread_control(kind, set, get);
    };
    const auto openmp = [&] {
        threads(blas_threads::openmp, find(handle, "omp_set_num_threads"), find(handle, "omp_get_max_threads"));
    };
    for (const char* suffix : suffixes) {
        const std::string end = suffix;
        void* const set = find(handle, detail::message({"openblas_set_num_threads", end}));
        if (set == nullptr || end == "_") continue;  // the one with the underscore is Fortran's
        copy_text(library.provider, "openblas");
        const auto config =
            reinterpret_cast<const char* (*)()>(find(handle, detail::message({"openblas_get_config", end})));
        if (config != nullptr) copy_text(library.version, config());
        const auto core = reinterpret_cast<char* (*)()>(find(handle, detail::message({"openblas_get_corename", end})));
        if (core != nullptr) copy_text(library.core, core());
        const auto parallel =
            reinterpret_cast<int (*)()>(find(handle, detail::message({"openblas_get_parallel", end})));
        const int kind = parallel != nullptr ? parallel() : 1;  // 0 serial, 1 threads of its own, 2 OpenMP
        if (kind == 2) openmp();
        else if (kind == 1)
            threads(blas_threads::process_wide, set, find(handle, detail::message({"openblas_get_num_threads", end})));
        return library;
    }
    if (void* const set = find(handle, "MKL_Set_Num_Threads_Local")) {
        copy_text(library.provider, "mkl");
        if (const auto text = reinterpret_cast<void (*)(char*, int)>(find(handle, "MKL_Get_Version_String")))
            text(library.version, int(sizeof library.version) - 1);
        for (std::size_t end = std::strlen(library.version); end > 0 && library.version[end - 1] == ' ';)
            library.version[--end] = '\0';
        threads(blas_threads::mkl_local, set, find(handle, "MKL_Get_Max_Threads"));
    } else if (void* const bli = find(handle, "bli_thread_set_num_threads")) {
        copy_text(library.provider, "blis");
        if (const auto version = reinterpret_cast<const char* (*)()>(find(handle, "bli_info_get_version_str")))
            copy_text(library.version, version());
        threads(blas_threads::process_wide, bli, find(handle, "bli_thread_get_num_threads"));
    } else if (void* const vendor = find(handle, "goto_set_num_threads")) {
        copy_text(library.provider, "library");
        threads(blas_threads::process_wide, vendor, find(handle, "goto_get_num_procs"));
    } else {
        copy_text(library.provider, std::strncmp(suffix_of_blas, "$NEWLAPACK", 10) == 0 ? "accelerate" : "library");
        openmp();
    }
    return library;
}

}  // namespace blas::loader
NUMLANE_END_NAMESPACE
