#pragma once

#include <complex>
#include <string>
#include <type_traits>

#include "numlane/blas/state.hpp"
#include "numlane/core/message.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas {

/// The functions that numlane takes from a library, in the order of blas_library_v1::function.
enum class symbol : int { gemm, gemv, ger, gerc, dot, dotc, nrm2, asum, iamax, axpy, scal, syrk, herk, trsm };

template <class T>
inline constexpr int dtype_number = std::is_same_v<T, float>                 ? 0
                                    : std::is_same_v<T, double>              ? 1
                                    : std::is_same_v<T, std::complex<float>> ? 2
                                                                             : 3;

/// The name without its suffix, "cblas_dgemm" or "dgemm"; empty where the dtype has no such function, or none whose way
/// to return a complex number is known.
inline std::string symbol_name(symbol s, int dtype, bool cblas) {
    static constexpr const char* names[] = {"gemm", "gemv", "ger",  "gerc", "dot",  "dotc", "nrm2",
                                            "asum", "amax", "axpy", "scal", "syrk", "herk", "trsm"};
    static constexpr const char* letters[] = {"s", "d", "c", "z"};
    const bool complex = dtype >= 2;
    std::string letter = letters[dtype], name = names[int(s)];
    switch (s) {
    case symbol::ger:
        if (complex) name = "geru";
        break;
    case symbol::gerc:
    case symbol::herk:
        if (!complex) return "";
        break;
    case symbol::dot:
        if (complex) name = "dotu_sub";
        break;
    case symbol::dotc:
        if (!complex) return "";
        name = "dotc_sub";
        break;
    case symbol::nrm2:
    case symbol::asum:
        if (complex) letter = dtype == 2 ? "sc" : "dz";
        break;
    case symbol::iamax: letter = detail::message({"i", letter}); break;
    default: break;
    }
    if (!cblas && complex && (s == symbol::dot || s == symbol::dotc)) return "";
    return detail::message({cblas ? "cblas_" : "", letter, name});
}

inline void* function_of(const process::blas_library_v1& library, symbol s, int dtype) {
    return library.function[dtype][int(s)];
}

}  // namespace blas
NUMLANE_END_NAMESPACE
