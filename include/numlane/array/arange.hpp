#pragma once

#include <cmath>

#include "numlane/array/element_of.hpp"
#include "numlane/array/empty.hpp"
#include "numlane/array/ramp.hpp"
#include "numlane/core/scalar_value.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

template <class S>
using arange_argument = std::conditional_t<std::is_integral_v<S>, std::int64_t, S>;

/// The length of a range of integers: the quotient rounded up, without overflow.
inline index_t arange_length(std::int64_t start, std::int64_t stop, std::int64_t step) {
    if (step == 0) throw shape_error("arange: the step is 0");
    if (step > 0 ? start >= stop : start <= stop) return 0;
    const std::uint64_t low = static_cast<std::uint64_t>(step > 0 ? start : stop);
    const std::uint64_t high = static_cast<std::uint64_t>(step > 0 ? stop : start);
    const std::uint64_t stride = step > 0 ? static_cast<std::uint64_t>(step) : -static_cast<std::uint64_t>(step);
    const std::uint64_t length = (high - low - 1) / stride + 1;
    if (length > PTRDIFF_MAX) throw shape_error("arange: the range is larger than the address space");
    return static_cast<index_t>(length);
}

/// The length by NumPy's rule: the quotient rounded up; a quotient that underflows to 0 is still one step, or none if
/// it is negative.
template <std::floating_point F>
index_t arange_length(F start, F stop, F step) {
    if (step == 0) throw shape_error("arange: the step is 0");
    const F difference = stop - start;
    const double quotient = static_cast<double>(difference / step);
    if (quotient == 0 && difference != 0) return std::signbit(quotient) ? 0 : 1;
    const double length = std::ceil(quotient);
    if (std::isnan(length)) {
        throw shape_error("arange: the length cannot be computed: an end or the step is not finite");
    }
    // 2^63 is the first double that is too large.
    if (length >= 9223372036854775808.0) throw shape_error("arange: the range is larger than the address space");
    return length > 0 ? static_cast<index_t>(length) : 0;
}

}  // namespace detail

/// Values from start until before stop, step apart: numpy.arange. The dtype is T if it is given, float64 or float32 for
/// floating-point arguments, and int64 for integers of any type. Values are first + i * delta, where delta is the
/// difference of the first two as T. Throws shape_error for a step of 0 and lengths that no array has, dtype_error for
/// integers beyond int64.
template <class T = void, scalar A, scalar B, scalar C = int>
auto arange(A start, B stop, C step = 1) {
    using S = std::common_type_t<detail::arange_argument<A>, detail::arange_argument<B>, detail::arange_argument<C>>;
    using E = typename detail::element_or<T, S>::type;
    static_assert(!is_complex_v<S>, "arange of complex numbers is not defined");
    const S first = detail::weak_value<S>(start), delta = detail::weak_value<S>(step);
    const index_t count = detail::arange_length(first, detail::weak_value<S>(stop), delta);
    array<E, 1> result = empty<E, 1>(dims<1>(count));
    const S next = count > 1 ? static_cast<S>(first + delta) : S{};
    detail::fill_range(result.data(), count, detail::convert_scalar<E>(first), detail::convert_scalar<E>(next));
    return result;
}

/// The values 0 to before stop.
template <class T = void, scalar A>
auto arange(A stop) {
    return arange<T>(A(0), stop);
}

NUMLANE_END_NAMESPACE
