#pragma once

#include "numlane/core/program.hpp"
#include "numlane/simd/environment.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

using kernel_function = void (*)(const kernel_args&);

// The position in this file's table of the best target that the process allows.
NUMLANE_INLINE int active_position() {
    using list = compiled<compiled_list>;
    std::int64_t allowed = process::allowed_targets.load(std::memory_order_relaxed);
    if (__builtin_expect(allowed == 0, 0)) {
        allowed = targets_from_environment(true);
        process::allowed_targets.store(allowed, std::memory_order_relaxed);
    }
    const std::int64_t usable = allowed & list::bits;
    return list::position(usable & -usable);
}

template <class Name, class List>
struct dispatch_table;
template <class Name, class... Target>
struct dispatch_table<Name, target_list<Target...>> {
    static constexpr kernel_function entry[] = {&Target::template kernel<Name>::run...};
};

template <class List>
struct register_table;
template <class... Target>
struct register_table<target_list<Target...>> {
    static constexpr int bytes[] = {Target::register_bytes...};
};
/// The bytes of a register of the active target.
inline int active_register_bytes() { return register_table<compiled_list>::bytes[active_position()]; }

/// The kernel of this name (core/kernels.hpp) that was compiled for the active target.
template <class Name>
NUMLANE_INLINE kernel_function dispatch() {
    return dispatch_table<Name, compiled_list>::entry[active_position()];
}

}  // namespace detail
NUMLANE_END_NAMESPACE
