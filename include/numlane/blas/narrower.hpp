#pragma once

#include <string_view>

#include "numlane/core/config.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas {

/// Whether OpenBLAS's kernels for `core`, a name that openblas_get_corename() returns, have narrower vectors than the
/// kernels of `target`. A build for one core has no other, and OPENBLAS_CORETYPE chooses among those of a build for many: the
/// library's products may then take twice as long as the native ones. False where either name is unknown.
inline bool narrower(std::string_view core, std::string_view target) {
    constexpr std::string_view of_256_bits[] = {"Haswell", "Zen"};
    constexpr std::string_view of_128_bits[] = {"Prescott", "Core2",   "Penryn",       "Dunnington", "Nehalem", "Atom",
                                                "Nano",     "Opteron", "Opteron_SSE3", "Barcelona",  "Bobcat"};
    const auto among = [core](const auto& names) {
        for (const std::string_view name : names)
            if (name == core) return true;
        return false;
    };
    const auto starts = [target](std::string_view with) { return target.substr(0, with.size()) == with; };
    const bool wide = starts("AVX3") || starts("AVX10") || starts("avx512");
    if (among(of_256_bits)) return wide;
    return among(of_128_bits) && (wide || starts("AVX2") || starts("avx2"));
}

}  // namespace blas
NUMLANE_END_NAMESPACE
