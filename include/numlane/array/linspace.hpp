#pragma once

#include <cmath>

#include "numlane/array/element_of.hpp"
#include "numlane/array/empty.hpp"
#include "numlane/array/ramp.hpp"
#include "numlane/core/scalar_value.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The type linspace computes in: double, float if both ends are, or complex.
template <class A, class B>
using linspace_t =
    std::conditional_t<std::is_integral_v<std::common_type_t<A, B>>, double, element_of_t<std::common_type_t<A, B>>>;

template <class C>
C linspace_step(C delta, index_t parts) {
    if constexpr (is_complex_v<C>) {
        // NumPy's division by a complex number whose imaginary part is 0 multiplies by the reciprocal.
        const real_t<C> scale = 1 / static_cast<real_t<C>>(parts);
        return C((delta.real() + delta.imag() * 0) * scale, (delta.imag() - delta.real() * 0) * scale);
    } else {
        return delta / static_cast<C>(parts);
    }
}

/// out[i] = i * step + start; a complex ramp is one of real and one of imaginary parts.
template <class C>
void fill_linspace(C* out, index_t count, C start, C step) {
    if constexpr (is_complex_v<C>) {
        using F = real_t<C>;
        constexpr index_t block = 512;
        F parts[block];
        for (index_t from = 0; from < count; from += block) {
            const index_t n = from + block < count ? block : count - from;
            for (index_t i = 0; i < n; ++i) parts[i] = static_cast<F>(from + i) * step.real();
            for (index_t i = 0; i < n; ++i) out[from + i].real(parts[i] + start.real());
            for (index_t i = 0; i < n; ++i) parts[i] = static_cast<F>(from + i) * step.imag();
            for (index_t i = 0; i < n; ++i) out[from + i].imag(parts[i] + start.imag());
        }
    } else {
        fill_ramp(out, count, start, step);
    }
}

/// A step that underflows to 0: the division comes first, so that the quotients are scaled.
template <class C>
void fill_linspace_tiny(C* out, index_t count, C start, C delta, index_t parts) {
    for (index_t i = 0; i < count; ++i) {
        out[i] = static_cast<C>(static_cast<real_t<C>>(i) / static_cast<real_t<C>>(parts));
    }
    for (index_t i = 0; i < count; ++i) out[i] *= delta;
    for (index_t i = 0; i < count; ++i) out[i] += start;
}

}  // namespace detail

/// `num` evenly spaced values from start to stop, which is the last of them unless endpoint is false: numpy.linspace,
/// to the bit. The dtype is T if it is given (integers are rounded down), float32 if both ends are floats, complex if
/// one is, otherwise float64. Throws shape_error if num is negative.
template <class T = void, scalar A, scalar B>
auto linspace(A start, B stop, index_t num = 50, bool endpoint = true) {
    using C = detail::linspace_t<A, B>;
    using E = typename detail::element_or<T, C>::type;
    static_assert(is_complex_v<E> || !is_complex_v<C>, "linspace: complex values do not fit a real dtype");
    if (num < 0) {
        throw shape_error(detail::message({"linspace: the number of samples, ", num, ", must not be negative"}));
    }
    const index_t parts = endpoint ? num - 1 : num;
    const C first = static_cast<C>(start);
    const C last = static_cast<C>(stop);
    const C delta = last - first;
    array<C, 1> values = empty<C, 1>(dims<1>(num));
    const C step = parts > 0 ? detail::linspace_step(delta, parts) : delta;
    if (parts > 0 && step == C(0)) detail::fill_linspace_tiny(values.data(), num, first, delta, parts);
    else detail::fill_linspace(values.data(), num, first, step);
    if (endpoint && num > 1) values(num - 1) = last;
    if constexpr (std::same_as<E, C>) {
        return values;
    } else {
        array<E, 1> result = empty<E, 1>(dims<1>(num));
        for (index_t i = 0; i < num; ++i) {
            if constexpr (std::is_integral_v<E>)
                result.data()[i] = detail::convert_scalar<E>(std::floor(values.data()[i]));
            else result.data()[i] = detail::convert_scalar<E>(values.data()[i]);
        }
        return result;
    }
}

NUMLANE_END_NAMESPACE
