#pragma once

#include "numlane/core/dtype.hpp"

NUMLANE_BEGIN_NAMESPACE

namespace detail {

template <int Bytes, bool Signed>
struct integer_of;
template <> struct integer_of<1, true> {
    using type = std::int8_t;
};
template <> struct integer_of<2, true> {
    using type = std::int16_t;
};
template <> struct integer_of<4, true> {
    using type = std::int32_t;
};
template <> struct integer_of<8, true> {
    using type = std::int64_t;
};
template <> struct integer_of<1, false> {
    using type = std::uint8_t;
};
template <> struct integer_of<2, false> {
    using type = std::uint16_t;
};
template <> struct integer_of<4, false> {
    using type = std::uint32_t;
};
template <> struct integer_of<8, false> {
    using type = std::uint64_t;
};

// The smallest float that NumPy pairs with T: integers of 32 bits and more need the 53 bits of a double.
template <class T>
using float_for =
    std::conditional_t<kind_of<T> == kind::floating, T, std::conditional_t<(sizeof(T) < 4), float, double>>;

template <class A, class B>
constexpr auto promote_impl() {
    if constexpr (std::is_same_v<A, B>) {
        return A{};
    } else if constexpr (is_complex_v<A> || is_complex_v<B>) {
        return std::complex<decltype(promote_impl<float_for<real_t<A>>, float_for<real_t<B>>>())>{};
    } else if constexpr (std::is_same_v<A, bool>) {
        return B{};
    } else if constexpr (std::is_same_v<B, bool>) {
        return A{};
    } else if constexpr (std::is_floating_point_v<A> || std::is_floating_point_v<B>) {
        return std::conditional_t<(sizeof(float_for<A>) > sizeof(float_for<B>)), float_for<A>, float_for<B>>{};
    } else if constexpr (std::is_signed_v<A> == std::is_signed_v<B>) {
        return std::conditional_t<(sizeof(A) > sizeof(B)), A, B>{};
    } else {
        using S = std::conditional_t<std::is_signed_v<A>, A, B>;
        using U = std::conditional_t<std::is_signed_v<A>, B, A>;
        if constexpr (sizeof(S) > sizeof(U)) return S{};
        else if constexpr (sizeof(U) == 8) return double{};
        else return typename integer_of<2 * sizeof(U), true>::type{};
    }
}

}  // namespace detail

/// The dtype of an operation on A and B: numpy.promote_types.
template <element A, element B>
using promote_t = decltype(detail::promote_impl<A, B>());

/// The dtype that a C++ scalar of type S takes beside an array of dtype T (NEP 50): T unless S is of a higher kind, then
/// the smallest dtype of that kind which holds T. Beside a bool array, integers become int64.
template <element T, scalar S>
using weak_t = std::conditional_t<
    kind_of<S> <= kind_of<T>, T,
    std::conditional_t<
        kind_of<S> == kind::integer, std::int64_t,
        std::conditional_t<kind_of<S> == kind::floating, std::conditional_t<kind_of<T> == kind::floating, T, double>,
                           std::complex<std::conditional_t<std::is_same_v<T, float>, float, double>>>>>;

NUMLANE_END_NAMESPACE
