#pragma once

#include <concepts>

#include "numlane/core/index.hpp"

// What makes the results of a reduction of its accumulators.
NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// What makes a result of an accumulator, and can say that the accumulator is the result.
template <class Finish>
concept may_keep_value = requires(const Finish& finish) {
    { finish.keeps_value() } -> std::same_as<bool>;
};

/// What makes a result of an accumulator by a program of it and a constant as well.
template <class Finish>
concept has_program = requires { typename Finish::result_program; };

template <class Kernels, class Out, class Finish>
void finish_results(const void* how, const std::byte* first, const std::byte* second, index_t n, std::byte* out,
                    index_t stride) {
    const auto& finish = *static_cast<const Finish*>(how);
    const auto* a = reinterpret_cast<const typename Kernels::first_type*>(first);
    const auto* b = reinterpret_cast<const typename Kernels::second_type*>(second);
    Out* to = reinterpret_cast<Out*>(out);
    if constexpr (may_keep_value<Finish> && sizeof(Out) == sizeof *a) {
        if (stride == 1 && finish.keeps_value()) {
            __builtin_memcpy(static_cast<void*>(to), a, std::size_t(n) * sizeof(Out));
            return;
        }
    }
    const auto result = [&](index_t i) -> Out {
        if constexpr (Kernels::second_size == 0) return finish(a[i]);
        else return finish(a[i], b[i]);
    };
    index_t i = 0;
    constexpr int block = 8;  // side by side, and so many that compilers take them together
    for (; stride == 1 && i + block <= n; i += block)
        for (int k = 0; k < block; ++k) to[i + k] = result(i + k);
    for (; i < n; ++i) to[i * stride] = result(i);
}

}  // namespace detail
NUMLANE_END_NAMESPACE
