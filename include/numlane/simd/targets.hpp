#pragma once

#include <atomic>

#include "numlane/simd/foreach_target.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

// The targets compiled into this file, best first (a lower bit is a better target in Highway).
template <class List, int Bit>
struct collect_targets;
template <class... Found>
struct collect_targets<target_list<Found...>, 63> {
    using type = target_list<Found...>;
};
template <class... Found, int Bit>
struct collect_targets<target_list<Found...>, Bit> {
    using here = typename kernels_for<(std::int64_t(1) << Bit)>::type;
    using with = std::conditional_t<std::is_void_v<here>, target_list<Found...>, target_list<Found..., here>>;
    using type = typename collect_targets<with, Bit + 1>::type;
};
using compiled_list = collect_targets<target_list<>, 0>::type;

template <class List>
struct compiled;
template <class... Target>
struct compiled<target_list<Target...>> {
    static constexpr int count = int(sizeof...(Target));
    static constexpr std::int64_t bits = (Target::bit | ...);
    static constexpr std::int64_t bit[count] = {Target::bit...};
    // The last is what the compiler's flags allow anyway: every CPU that runs this file at all has it.
    static constexpr std::int64_t baseline = bit[count - 1];

    static constexpr int position(std::int64_t target) {
        int i = 0;
        while (i + 1 < count && bit[i] != target) ++i;
        return i;
    }
};

}  // namespace detail
NUMLANE_END_NAMESPACE

// The targets that dispatch may choose from, one word for the whole process; 0 until someone asks.
namespace numlane::process {
inline constinit std::atomic<std::int64_t> allowed_targets{0};
}
