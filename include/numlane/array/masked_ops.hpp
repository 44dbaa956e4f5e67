#pragma once

#include <type_traits>

#include "numlane/core/operation.hpp"
#include "numlane/core/promote.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The type that integers are computed in: unsigned, so that they wrap as NumPy's do, and not promoted to signed int.
template <class P>
using wrapping_t = std::conditional_t<(sizeof(P) < sizeof(unsigned)), unsigned, std::make_unsigned_t<P>>;

struct masked_set {
    template <class T, class P>
    static void apply(T& x, const P& value) {
        x = static_cast<T>(value);
    }
};

struct masked_add {
    using operation = op::add;
    template <class T, class P>
    static void apply(T& x, const P& value) {
        if constexpr (std::is_same_v<P, bool>) x = x || value;
        else if constexpr (std::is_integral_v<P>) x = static_cast<T>(wrapping_t<P>(x) + wrapping_t<P>(value));
        else x = static_cast<T>(static_cast<P>(x) + value);
    }
};

struct masked_subtract {
    using operation = op::subtract;
    template <class T, class P>
    static void apply(T& x, const P& value) {
        static_assert(!std::is_same_v<P, bool>, "subtract: booleans have no difference; use the != of the two");
        if constexpr (std::is_integral_v<P>) x = static_cast<T>(wrapping_t<P>(x) - wrapping_t<P>(value));
        else x = static_cast<T>(static_cast<P>(x) - value);
    }
};

struct masked_multiply {
    using operation = op::multiply;
    template <class T, class P>
    static void apply(T& x, const P& value) {
        if constexpr (std::is_same_v<P, bool>) x = x && value;
        else if constexpr (std::is_integral_v<P>) x = static_cast<T>(wrapping_t<P>(x) * wrapping_t<P>(value));
        else x = static_cast<T>(static_cast<P>(x) * value);
    }
};

struct masked_divide {
    using operation = op::divide;
    template <class T, class P>
    static void apply(T& x, const P& value) {
        static_assert(kind_of<P> >= kind::floating, "true_divide: an integer array cannot hold the quotient");
        x = static_cast<T>(static_cast<P>(x) / value);
    }
};

template <class Op, class T, class P>
constexpr auto operand_for() {
    if constexpr (std::is_same_v<Op, masked_set>) return T{};
    else return P{};
}

/// The type that an operand which has dtype P beside T is converted to: T itself to be assigned, else P to compute in.
template <class Op, class T, class P>
using masked_operand = decltype(operand_for<Op, T, P>());

}  // namespace detail
NUMLANE_END_NAMESPACE
