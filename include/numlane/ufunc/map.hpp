#pragma once

#include "numlane/simd/user_kernel.hpp"
#include "numlane/ufunc/elementwise.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

template <operand X>
auto as_argument(X&& x) {
    using plain = std::remove_cvref_t<X>;
    if constexpr (scalar<plain>) return parameter_node<plain>{x};
    else return as_node(std::forward<X>(x));
}

struct make_argument {
    template <class X>
    auto operator()(X&& x) const {
        return as_argument(std::forward<X>(x));
    }
};

// What a kernel's body gets for an argument, for the baseline target: enough to learn what it returns.
template <class A>
inline constexpr int argument_bytes = program::lane_bytes<typename A::value_type>;
template <class T>
inline constexpr int argument_bytes<parameter_node<T>> = 1;
template <class A, int N>
struct kernel_argument {
    using type = NUMLANE_TARGET_NAMESPACE::lanes<typename A::value_type, N>;
};
template <class T, int N>
struct kernel_argument<parameter_node<T>, N> {
    using type = T;
};
template <class Body, class... A>
struct returned_by {
    static_assert(std::is_void_v<Body>, "numlane: this kernel does not take these operands: it wants as many as it has "
                                        "parameters, an array or an expression for each `auto`, a number for a number");
    using type = NUMLANE_TARGET_NAMESPACE::mistake;
};
template <class Body, class... A>
    requires std::is_invocable_v<Body, A...>
struct returned_by<Body, A...> {
    using type = std::invoke_result_t<Body, A...>;
};
template <class Kernel, class... A>
struct kernel_result {
    static constexpr int widest = program::largest(argument_bytes<A>...);
    static constexpr int N = NUMLANE_TARGET_NAMESPACE::register_lanes<NUMLANE_TARGET_NAMESPACE::lane_bits<widest>>;
    using returned = typename returned_by<typename Kernel::template body<NUMLANE_BASELINE_TARGET>,
                                          typename kernel_argument<A, N>::type...>::type;
    static constexpr bool is_lanes = NUMLANE_TARGET_NAMESPACE::is_lanes<returned>;
    // What the compiler refused has been reported; to compile it for every target would only report it again.
    static constexpr bool fits = is_lanes || element<returned>;
    static_assert(fits || NUMLANE_TARGET_NAMESPACE::is_mistake<returned>,
                  "numlane: a kernel returns a pack, a mask or a number of a dtype that numlane has");
};
template <class R>
struct dtype_of_result {
    using type = R;
};
template <class R>
    requires(!element<R>)
struct dtype_of_result<R> {
    using type = typename R::value_type;
};

}  // namespace detail

/// A user's kernel (NUMLANE_KERNEL) applied element by element, lazily, with broadcasting: numpy.frompyfunc, compiled.
/// Arrays and expressions reach it as packs of their own dtype, C++ scalars as they are; the dtype of the pack it returns
/// is that of the result; a number stands for all elements. Throws shape_error if the shapes do not broadcast.
template <class Kernel, operand... X>
    requires(sizeof...(X) > 0 && (array_operand<X> || ...))
auto map(const Kernel&, X&&... x) {
    using result = detail::kernel_result<Kernel, decltype(detail::as_argument(std::forward<X>(x)))...>;
    if constexpr (result::fits) {
        using Result = typename detail::dtype_of_result<typename result::returned>::type;
        return detail::make_call<op::user<Kernel>, Result>(detail::make_argument(), std::forward<X>(x)...);
    } else {
        return constant_node<bool>{};
    }
}

NUMLANE_END_NAMESPACE
