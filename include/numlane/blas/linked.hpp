#pragma once

#include "numlane/blas/loader.hpp"

// The BLAS that CMake linked (NUMLANE_BLAS_LINK=ON). Fortran's names, which every library has; declared under names of
// our own, so that a program's declarations of them do not clash with these.
#ifdef NUMLANE_BLAS_LINKED
#if defined(__APPLE__)
#define NUMLANE_BLAS_NAME(name) __asm__("_" #name "_")
#else
#define NUMLANE_BLAS_NAME(name) __asm__(#name "_")
#endif
extern "C" {
void numlane_linked_sgemm() NUMLANE_BLAS_NAME(sgemm);
void numlane_linked_dgemm() NUMLANE_BLAS_NAME(dgemm);
void numlane_linked_cgemm() NUMLANE_BLAS_NAME(cgemm);
void numlane_linked_zgemm() NUMLANE_BLAS_NAME(zgemm);
void numlane_linked_idamax() NUMLANE_BLAS_NAME(idamax);
}
#endif

NUMLANE_BEGIN_NAMESPACE
namespace blas::linked {

/// The linked library, or null with the reason in `tried`. Of a static one numlane takes gemm alone.
template <class Library = process::blas_library_v1>
Library* record(std::string& tried) {
#ifdef NUMLANE_BLAS_LINKED
    static constinit std::atomic<Library*> known{nullptr};
    if (Library* const before = known.load()) return before;
    void (*const gemm[])() = {numlane_linked_sgemm, numlane_linked_dgemm, numlane_linked_cgemm, numlane_linked_zgemm};
    Library library{};
    std::string why;
    library.handle = dlopen(nullptr, RTLD_NOW);  // everything that is linked
    Library* found = loader::prove_open(library, "linked", why);
    if (found == nullptr) {
        library = Library{};
        library.interface = process::blas_interface::fortran;
        for (int dtype = 0; dtype < process::blas_dtypes; ++dtype)
            library.function[dtype][int(symbol::gemm)] = reinterpret_cast<void*>(gemm[dtype]);
        void*& idamax = library.function[dtype_number<double>][int(symbol::iamax)];
        idamax = reinterpret_cast<void*>(numlane_linked_idamax);
        if (const char* const failed = self_test::prove_all(library)) {
            tried += detail::message({"\n  linked: computes wrongly in the self-test (", failed, ")"});
            return nullptr;
        }
        loader::copy_text(library.provider, "linked");
        found = loader::publish(library);
    }
    known.store(found);
    return found;
#else
    tried += "\n  linked: this program was built without NUMLANE_BLAS_LINK";
    return nullptr;
#endif
}

}  // namespace blas::linked
NUMLANE_END_NAMESPACE
