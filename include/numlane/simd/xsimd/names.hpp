#pragma once

#include <cstdint>
#include <string>

#include "numlane/core/message.hpp"
#include "numlane/simd/foreach_target.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

// xsimd's own name of the architecture, such as "fma3+avx2".
inline const char* target_name(std::int64_t) { return NUMLANE_TARGET_NAMESPACE::arch_name(); }

// The set is static: the one target is what the compiler's flags allow.
inline std::string target_remark(std::int64_t) { return ""; }

inline std::int64_t cpu_targets() { return NUMLANE_BASELINE_TARGET; }

// The back end and its version.
inline std::string backend_name() {
    return message({"xsimd ", XSIMD_VERSION_MAJOR, ".", XSIMD_VERSION_MINOR, ".", XSIMD_VERSION_PATCH});
}

}  // namespace detail
NUMLANE_END_NAMESPACE
