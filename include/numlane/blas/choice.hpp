#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

#include "numlane/blas/linked.hpp"
#include "numlane/blas/loader.hpp"
#include "numlane/blas/narrower.hpp"
#include "numlane/core/error.hpp"
#include "numlane/core/message.hpp"
#include "numlane/parallel/budget.hpp"
#include "numlane/simd/control.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas {

namespace choice {

using process::blas_library_v1;

// The provider of a program that asks for none: what CMake's NUMLANE_BLAS says.
#ifdef NUMLANE_BLAS_DEFAULT
inline constexpr const char* default_name = NUMLANE_BLAS_DEFAULT;
#else
inline constexpr const char* default_name = "auto";
#endif

/// The record that stands for the native kernels. It is the same whoever writes it.
inline blas_library_v1* native_record() {
    for (blas_library_v1* l = process::blas.loaded.load(); l != nullptr; l = l->next)
        if (l->interface == process::blas_interface::native) return l;
    blas_library_v1 record{};
    loader::copy_text(record.provider, "native");
    return loader::publish(record);
}

struct named_files {
    const char* name;
    bool in_auto;
    const char* files[8];
};

/// Where each library is looked for, the better kept ones first.
inline constexpr named_files known[] = {
#ifdef __APPLE__
    {"accelerate", true, {"/System/Library/Frameworks/Accelerate.framework/Accelerate"}},
    {"openblas",
     true,
     {"libopenblas.0.dylib", "libopenblas.dylib", "/opt/homebrew/opt/openblas/lib/libopenblas.dylib"}},
    {"mkl", true, {"libmkl_rt.2.dylib", "libmkl_rt.1.dylib", "libmkl_rt.dylib"}},
    {"blis", true, {"libblis.4.dylib", "libblis.dylib"}},
    {"reference", false, {"libblas.dylib"}},
#else
    {"openblas", true, {"libopenblas.so.0", "libopenblas.so", "libopenblas64.so.0", "libopenblas64_.so.0"}},
    {"mkl", true, {"libmkl_rt.so.2", "libmkl_rt.so.1", "libmkl_rt.so"}},
    {"blis", true, {"libblis.so.4", "libblis-mt.so.4", "libblis.so.3", "libblis.so", "libblis64.so.4"}},
    {"accelerate", false, {"/System/Library/Frameworks/Accelerate.framework/Accelerate"}},
    // The plain name may stand for any library; Debian's own place of the reference does not.
    {"reference",
     false,
     {"/usr/lib/x86_64-linux-gnu/blas/libblas.so.3", "/usr/lib/aarch64-linux-gnu/blas/libblas.so.3",
      "/usr/lib64/libblas.so.3", "libblas.so.3"}},
#endif
};

/// Tries the files of one library; null with what was tried in `tried`.
template <class Library = blas_library_v1>
Library* try_files(const named_files& which, std::string& tried) {
    for (const char* file : which.files) {
        if (file == nullptr) break;
        std::string why;
        if (Library* const found = loader::load<Library>(file, why)) {
            if (std::string_view(which.name) == "reference" && std::string_view(found->provider) == "library")
                loader::copy_text(found->provider, "reference");
            return found;
        }
        tried += detail::message({"\n  ", file, ": ", why});
    }
    return nullptr;
}

/// The record of a library that numlane itself has chosen: one that leaves products of matrices to the native kernels,
/// where the library's are for a CPU of narrower vectors.
template <class Library>
Library* at_its_best(Library* found) {
    if (!narrower(found->core, simd::active_target())) return found;
    for (Library* l = process::blas.loaded.load(); l != nullptr; l = l->next)
        if (l->handle == found->handle && l->native_products) return l;
    Library record = *found;
    record.native_products = true;
    return loader::publish(record);
}

/// The library of that name, or null with what was tried in `tried`; "auto" always finds the native kernels.
template <class Library = blas_library_v1>
Library* find(const std::string& name, std::string& tried) {
    if (name == "native") return native_record();
    if (name == "linked" || name == "auto") {
        if (Library* const found = linked::record(tried)) return found;
        if (name == "linked") return nullptr;
    }
    if (name == "auto") {
        for (const named_files& which : known)
            if (which.in_auto)
                if (Library* const found = try_files<Library>(which, tried)) return at_its_best(found);
        return native_record();
    }
    for (const named_files& which : known)
        if (name == which.name) return try_files<Library>(which, tried);
    if (name.find('/') == std::string::npos && name.find('.') == std::string::npos) {
        tried += "\n  the names are auto, native, linked, openblas, mkl, blis, accelerate, reference, or the path of a "
                 "library";
        return nullptr;
    }
    std::string why;
    Library* const found = loader::load<Library>(name.c_str(), why);
    if (found == nullptr) tried += detail::message({"\n  ", name, ": ", why});
    return found;
}

inline std::string complaint(const std::string& name, const std::string& tried) {
    return detail::message({"no BLAS \"", name, "\" that can be used:", tried});
}

/// What the environment, or else CMake, says; a library that is not to be had costs one line on stderr.
template <class Library = blas_library_v1>
Library* at_start() {
    const char* const asked = std::getenv("NUMLANE_BLAS");
    const bool in_environment = asked != nullptr && *asked != '\0';
    const std::string name = in_environment ? asked : default_name;
    std::string tried;
    if (Library* const found = find<Library>(name, tried)) return found;
    // The lines of the complaint, of which two spaces begin all but the first, in one.
    const std::string lines = complaint(name, tried);
    std::string line;
    bool first = true;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines.compare(i, 3, "\n  ") != 0) {
            line.push_back(lines[i] == '\n' ? ' ' : lines[i]);
            continue;
        }
        if (!first) line.push_back(';');
        first = false;
        ++i;
    }
    Library* const fallback = find<Library>("auto", tried);
    std::fprintf(stderr, "numlane: %s: %s; using %s\n", in_environment ? "NUMLANE_BLAS" : "the default of this program",
                 line.c_str(), fallback->provider);
    return fallback;
}

#ifdef NUMLANE_COMPILED
extern template blas_library_v1* at_start();
#elif defined(NUMLANE_COMPILING)
template blas_library_v1* at_start();
#endif

/// The library in use; settles it at the first call.
template <class Library = blas_library_v1>
const Library& active() {
    Library* now = process::blas.active.load(std::memory_order_acquire);
    if (now == nullptr) {
        Library* const chosen = at_start<Library>();
        now = nullptr;
        if (process::blas.active.compare_exchange_strong(now, chosen)) now = chosen;
    }
    return *now;
}

}  // namespace choice

/// What computes the products of matrices.
struct provider_info {
    std::string provider;  // "native", "openblas", "mkl", "blis", "accelerate", "reference", "library"
    std::string path;      // the file; empty for native
    std::string version;   // as the library says; empty where it does not
    int integer_bits;      // 32 or 64 of the library's integers; 0 for native
    int threads;           // what it may use, called from here
    bool lapack;           // whether lapack_symbol() finds functions
    bool native_products;  // whether the native kernels multiply matrices in its place, see narrower()
};

/// Says which provider of BLAS is in use; chooses one if nothing has yet. NumPy: numpy.show_config and threadpoolctl.
template <class Library = process::blas_library_v1>
provider_info info() {
    const Library& l = choice::active<Library>();
    const bool threaded = l.interface == process::blas_interface::native || l.threads != nullptr;
    return {l.provider,
            l.path,
            l.version,
            l.integer_bits,
            threaded ? get_num_threads() : 1,
            l.lapack_handle != nullptr,
            l.native_products};
}

/// Chooses the provider of BLAS for the whole process: "auto", "native", "linked", "openblas", "mkl", "blis",
/// "accelerate", "reference", or the path of a library. A library that is named does all that it can; one that "auto"
/// finds leaves products to the native kernels if its own are for narrower vectors than this CPU's. NumPy has no such
/// function. Not while other threads compute with the one before. Throws blas_error, with all that was tried, where there
/// is none, or where it fails the self-test.
template <class Library = process::blas_library_v1>
void use(const std::string& name) {
    std::string tried;
    Library* const found = choice::find<Library>(name, tried);
    if (found == nullptr) throw blas_error(detail::message({"blas::use: ", choice::complaint(name, tried)}));
    process::blas.active.store(found);
}

/// The function of LAPACK of that name, such as "dgesv", in the library in use or the system's liblapack beside it; null
/// where there is none. Its integers are lapack_integer_bits() wide.
template <class Library = process::blas_library_v1>
void* lapack_symbol(const char* name) {
    const Library& l = choice::active<Library>();
    return l.lapack_handle == nullptr ? nullptr
                                      : loader::find(l.lapack_handle, detail::message({name, l.lapack_suffix}));
}
/// The width of LAPACK's integers, 32 or 64; 0 where there is no LAPACK.
template <class Library = process::blas_library_v1>
int lapack_integer_bits() {
    return choice::active<Library>().lapack_integer_bits;
}

}  // namespace blas
NUMLANE_END_NAMESPACE
