#pragma once

#include <cstdint>
#include <string>

#include "numlane/simd/foreach_target.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

inline const char* target_name(std::int64_t) { return "SCALAR"; }

inline std::string target_remark(std::int64_t) { return ""; }

// There is the one target.
inline std::int64_t cpu_targets() { return NUMLANE_BASELINE_TARGET; }

// The back end; it has no version of its own.
inline std::string backend_name() { return "scalar"; }

}  // namespace detail
NUMLANE_END_NAMESPACE
