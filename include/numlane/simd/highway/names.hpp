#pragma once

#include <cstdint>
#include <string>

#include "numlane/simd/foreach_target.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

inline const char* target_name(std::int64_t bit) { return hwy::TargetName(bit); }

// The targets that this CPU has, compiled into the program or not.
inline std::int64_t cpu_targets() { return hwy::SupportedTargets(); }

// The back end and its version.
inline std::string backend_name() {
    return "Highway " + std::to_string(HWY_MAJOR) + "." + std::to_string(HWY_MINOR) + "." + std::to_string(HWY_PATCH);
}

}  // namespace detail
NUMLANE_END_NAMESPACE
