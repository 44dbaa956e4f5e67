#pragma once

#include "numlane/core/message.hpp"
#include "numlane/simd/dispatch.hpp"

NUMLANE_BEGIN_NAMESPACE

/// Which instruction sets the kernels use, and the choice among them.
namespace simd {

/// The names of targets, best first.
class target_names {
public:
    explicit target_names(std::int64_t bits) {
        for (; bits != 0; bits &= bits - 1) name_[count_++] = detail::target_name(bits & -bits);
    }
    const char* const* begin() const { return name_; }
    const char* const* end() const { return name_ + count_; }
    int size() const { return count_; }
    const char* operator[](int i) const { return name_[i]; }

private:
    const char* name_[64];
    int count_ = 0;
};

/// The targets that this file is compiled for.
inline target_names compiled_targets() { return target_names(detail::compiled<detail::compiled_list>::bits); }

/// The compiled targets that this CPU has, but for those that NUMLANE_TARGET and NUMLANE_DISABLE_TARGETS take away.
inline target_names supported_targets() { return target_names(detail::targets_from_environment(false)); }

/// The name of the target whose kernels run, such as "AVX3".
inline const char* active_target() {
    return detail::target_name(detail::compiled<detail::compiled_list>::bit[detail::active_position()]);
}

/// Makes `name` the target of all later calls in the process. Throws nl::error with the list of choices if the program
/// or the CPU lacks it, or the environment takes it away.
inline void set_target(const char* name) {
    const std::int64_t usable = detail::targets_from_environment(false);
    const std::int64_t bit = detail::find_target(name, std::strlen(name), usable);
    if (bit == 0) {
        const bool taken = detail::find_target(name, std::strlen(name), detail::usable_targets()) != 0;
        throw error(
            detail::message({"set_target: no target \"", name, "\" here; this program has ", detail::join_names(usable),
                             " on this CPU", taken ? ", and the environment takes others away" : ""}));
    }
    process::allowed_targets.store(usable & detail::at_most(bit), std::memory_order_relaxed);
}
inline void set_target(const std::string& name) { set_target(name.c_str()); }

}  // namespace simd
NUMLANE_END_NAMESPACE
