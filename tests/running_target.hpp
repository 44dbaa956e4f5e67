#pragma once

#include <string>
#include <string_view>

#include "numlane/array.hpp"
#include "numlane/simd.hpp"
#include "numlane/ufunc/map.hpp"

namespace targets {

namespace nl = numlane;

template <class P>
constexpr std::string_view name_of_type() {
    return __PRETTY_FUNCTION__;
}

/// The bit of the target in whose namespace P is defined.
template <class P>
constexpr std::int64_t bit_of_pack() {
    constexpr std::string_view name = name_of_type<P>();
    constexpr std::size_t begin = name.find("::N_");
    constexpr std::string_view from = name.substr(begin + 4);
    constexpr std::string_view target = from.substr(0, from.find("::"));
    // xsimd's names of its architectures are no names for a namespace.
    if (target == "XSIMD") return nl::detail::compiled<nl::detail::compiled_list>::baseline;
    std::int64_t bits = nl::detail::compiled<nl::detail::compiled_list>::bits;
    for (; bits != 0; bits &= bits - 1)
        if (target == nl::detail::target_name(bits & -bits)) return bits & -bits;
    return 0;
}

NUMLANE_KERNEL(running_target, (auto x), { return like<std::int64_t>(x, targets::bit_of_pack<decltype(x)>()); })

/// The name of the target that the kernels running now were compiled for.
inline std::string running() {
    const nl::array<std::int64_t> bits = nl::map(running_target, nl::zeros<float>({67}));
    for (const std::int64_t bit : bits)
        if (bit != bits(0)) return "several";
    return nl::detail::target_name(bits(0));
}

}  // namespace targets
