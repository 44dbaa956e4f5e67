#pragma once

#include <cstdint>
#include <string>

#include "numlane/core/message.hpp"
#include "numlane/simd/foreach_target.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

inline const char* target_name(std::int64_t bit) { return hwy::TargetName(bit); }

// What is to be said of a target beside its name.
inline std::string target_remark(std::int64_t bit) {
    if (bit != HWY_SCALAR && bit != HWY_EMU128) return "";
    return HWY_ARCH_X86 ? " (portable code)"
                        : " (portable code: this Highway has no vectors for this CPU and these flags)";
}

// The targets that this CPU has, compiled into the program or not.
inline std::int64_t cpu_targets() { return hwy::SupportedTargets(); }

// The back end and its version.
inline std::string backend_name() { return message({"Highway ", HWY_MAJOR, ".", HWY_MINOR, ".", HWY_PATCH}); }

}  // namespace detail
NUMLANE_END_NAMESPACE
