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
        allowed = targets_from_environment();
        process::allowed_targets.store(allowed, std::memory_order_relaxed);
    }
    const std::int64_t usable = allowed & list::bits;
    return list::position(usable & -usable);
}

template <class Kernel, class List>
struct dispatch_table;
template <class Kernel, class... Target>
struct dispatch_table<Kernel, target_list<Target...>> {
    static constexpr kernel_function entry[] = {&Kernel::template in<Target>::run...};
};

/// The kernel compiled for the active target.
template <class Kernel>
NUMLANE_INLINE kernel_function dispatch() {
    return dispatch_table<Kernel, compiled_list>::entry[active_position()];
}

// The kernels, as dispatch() looks them up in a target.
template <class Program>
struct evaluate_kernel {
    template <class Target>
    using in = typename Target::template evaluate<Program>;
};
template <class Reducer, class Program>
struct reduce_kernel {
    template <class Target>
    using in = typename Target::template reduce<Reducer, Program>;
};
template <class Program>
struct count_kernel {
    template <class Target>
    using in = typename Target::template count<Program>;
};
template <class Reducer, class Program>
struct truth_kernel {
    template <class Target>
    using in = typename Target::template truth<Reducer, Program>;
};
template <class Reducer, class T>
struct columns_kernel {
    template <class Target>
    using in = typename Target::template reduce_columns<Reducer, T>;
};
template <class T>
struct moments_kernel {
    template <class Target>
    using in = typename Target::template moments<T>;
};
template <class T>
struct moments_columns_kernel {
    template <class Target>
    using in = typename Target::template moments_of_columns<T>;
};
template <class Reducer, class T>
struct locate_kernel {
    template <class Target>
    using in = typename Target::template locate<Reducer, T>;
};
template <class Reducer, class T>
struct locate_columns_kernel {
    template <class Target>
    using in = typename Target::template locate_in_columns<Reducer, T>;
};

template <std::size_t Bytes>
struct transpose_kernel {
    template <class Target>
    using in = typename Target::template transpose_plane<Bytes>;
};
template <std::size_t Bytes>
struct gather_line_kernel {
    template <class Target>
    using in = typename Target::template gather_line<Bytes>;
};
template <class T>
struct gemm_kernel {
    template <class Target>
    using in = typename Target::template gemm<T>;
};
template <class R>
struct rotate_kernel {
    template <class Target>
    using in = typename Target::template rotate<R>;
};
template <class R>
struct eliminate_kernel {
    template <class Target>
    using in = typename Target::template eliminate<R>;
};
template <class R>
struct solve_triangle_kernel {
    template <class Target>
    using in = typename Target::template solve_triangle<R>;
};

}  // namespace detail
NUMLANE_END_NAMESPACE
