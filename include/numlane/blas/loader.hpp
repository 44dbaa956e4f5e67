#pragma once

#include <dlfcn.h>

#include <cstdlib>
#include <cstring>
#include <string>

#include "numlane/blas/identity.hpp"
#include "numlane/blas/self_test.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::loader {

using process::blas_interface;
using process::blas_library_v1;

/// Takes the functions of one interface under one suffix; false where the library lacks what numlane cannot do without.
inline bool take_functions(blas_library_v1& library, blas_interface interface, const char* suffix) {
    library.interface = interface;
    copy_text(library.suffix, suffix);
    for (int dtype = 0; dtype < process::blas_dtypes; ++dtype) {
        for (int s = 0; s < process::blas_operations; ++s) {
            const std::string name = symbol_name(symbol(s), dtype, interface == blas_interface::cblas);
            library.function[dtype][s] = name.empty() ? nullptr : find(library.handle, detail::message({name, suffix}));
        }
        if (function_of(library, symbol::gemm, dtype) == nullptr) return false;
    }
    return function_of(library, symbol::iamax, dtype_number<double>) != nullptr;
}

/// The widths of integers that LAPACK's ilaver writes: it fills three numbers, and leaves the upper halves of wider ones
/// alone. 0 where it does neither.
inline int lapack_bits(void* ilaver) {
    constexpr std::int64_t guard = 0x5A5A5A5A5A5A5A5A;
    std::int64_t number[3] = {guard, guard, guard};
    reinterpret_cast<void (*)(std::int64_t*, std::int64_t*, std::int64_t*)>(ilaver)(number, number + 1, number + 2);
    const auto small = [](std::int64_t n) { return n >= 0 && n < 1000; };
    if (small(number[0]) && small(number[1]) && small(number[2])) return 64;
    for (std::int64_t& n : number) {
        std::int32_t half[2];
        std::memcpy(half, &n, sizeof n);
        if (half[1] != std::int32_t(guard & 0x7FFFFFFF) || !small(half[0])) return 0;
    }
    return 32;
}

/// Finds LAPACK in the library itself, or else in the liblapack of the system.
inline void find_lapack(blas_library_v1& library) {
    const auto search = [&](void* handle) {
        for (const char* suffix : suffixes) {
            void* const ilaver = find(handle, detail::message({"ilaver", suffix}));
            if (ilaver == nullptr || find(handle, detail::message({"dgesv", suffix})) == nullptr) continue;
            library.lapack_integer_bits = lapack_bits(ilaver);
            if (library.lapack_integer_bits == 0) continue;
            copy_text(library.lapack_suffix, suffix);
            library.lapack_handle = handle;
            return true;
        }
        return false;
    };
    if (search(library.handle)) {
        library.lapack_threads = library.threads;
        return;
    }
#ifdef __linux__
    void* const companion = dlopen("liblapack.so.3", RTLD_NOW | RTLD_LOCAL);
    if (companion == nullptr) return;
    if (search(companion)) library.lapack_threads = identify(companion, library.suffix).threads;
    else dlclose(companion);
#endif
}

inline std::string path_of(void* function, const char* fallback) {
    Dl_info info;
    return dladdr(function, &info) != 0 && info.dli_fname != nullptr ? info.dli_fname : fallback;
}

/// Puts a record on the list that is kept for the life of the process.
inline blas_library_v1* publish(const blas_library_v1& library) {
    auto* const kept = new blas_library_v1(library);
    kept->next = process::blas.loaded.load();
    while (!process::blas.loaded.compare_exchange_weak(kept->next, kept)) {
    }
    return kept;
}

/// Takes an interface of an open library and proves it; null with the reason in `why` where none can be proved.
template <class Library>
Library* prove_open(Library& library, const char* name, std::string& why) {
    const char* failed = nullptr;
    bool found = false;
    for (const blas_interface interface : {blas_interface::cblas, blas_interface::fortran}) {
        for (const char* suffix : suffixes) {
            if (!take_functions(library, interface, suffix)) continue;
            found = true;
            failed = self_test::prove_all(library);
            if (failed != nullptr) continue;
            const identity who = identify(library.handle, library.suffix);
            copy_text(library.provider, who.provider);
            copy_text(library.version, who.version);
            copy_text(library.core, who.core);
            library.threads = who.threads;
            find_lapack(library);
            copy_text(library.path, path_of(function_of(library, symbol::gemm, 1), name).c_str());
            return publish(library);
        }
    }
    why = found ? detail::message({"computes wrongly in the self-test (", failed, ")"})
                : "it has no [sdcz]gemm and idamax of CBLAS or Fortran";
    return nullptr;
}

/// Loads the library `name`, a path or a name to search for; null with the reason in `why` where it is not to be had.
template <class Library = blas_library_v1>
Library* load(const char* name, std::string& why) {
#ifdef __EMSCRIPTEN__
    why = "a WebAssembly program loads none";
    return nullptr;
#endif
    Library library{};
    library.handle = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (library.handle == nullptr) {
        const char* const reason = dlerror();
        why = reason != nullptr ? reason : "dlopen failed";
        return nullptr;
    }
    for (Library* l = process::blas.loaded.load(); l != nullptr; l = l->next)
        if (l->handle == library.handle && !l->native_products) return l;
    // MKL computes with threads through an OpenMP runtime, and without one the first call ends the process: then it is to
    // compute with one (MKL_THREADING_SEQUENTIAL).
    if (void* const choose = dlsym(library.handle, "MKL_Set_Threading_Layer"); choose != nullptr)
        if (std::getenv("MKL_THREADING_LAYER") == nullptr && dlopen("libiomp5.so", RTLD_NOW | RTLD_LOCAL) == nullptr)
            reinterpret_cast<int (*)(int)>(choose)(1);
    Library* const proved = prove_open(library, name, why);
    // What failed is not unloaded: it may have started threads.
    return proved;
}

}  // namespace blas::loader
NUMLANE_END_NAMESPACE
