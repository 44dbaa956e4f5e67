#pragma once

#include <cstdio>

#include "numlane/core/multiply_values.hpp"
#include "numlane/reduce/options.hpp"
#include "numlane/reduce/order_statistics.hpp"
#include "numlane/reduce/quantile_method.hpp"
#include "numlane/reduce/quantile_points.hpp"

NUMLANE_BEGIN_NAMESPACE

/// The options of quantile and percentile, in NumPy's order.
struct quantile_options {
    axes axis = {};
    quantile_method method = quantile_method::linear;
    bool keepdims = false;
};

namespace detail {

/// The elements of x with the reduced axes last: one contiguous row for each result.
template <class T>
struct sample_rows {
    view<const T> elements;
    index_t rows, size;
    dims<> shape;  // of the result

    const T* row(index_t i) const { return elements.data() + i * size; }
};

template <class X>
auto sample_rows_of(const char* name, const X& x, const axes& axis, bool keepdims) {
    using T = typename X::value_type;
    const view<const T> v = as_elements<T>(x);
    const axis_set set = reduced_axes(name, axis, v.shape());
    dims<> order = dims<>::with_rank(v.ndim());
    int to = 0;
    for (const bool reduced : {false, true})
        for (int i = 0; i < v.ndim(); ++i)
            if (set.has[i] == reduced) order[to++] = i;
    const index_t size = reduced_size(v.shape(), set);
    const dims<> shape = reduced_shape(v.shape(), set, keepdims);
    const view<const T> ordered = v.transpose(order);
    return sample_rows<T>{ordered.is_contiguous() ? ordered : view<const T>(array<T>(ordered).as_view()),
                          shape_size(shape), size, shape};
}

/// a + (b - a) * t for a <= b, from the nearer end, as NumPy computes it; but the difference of integers does not wrap.
template <class T>
double interpolate(T a, T b, double t) {
    double difference;
    if constexpr (std::is_same_v<T, bool>) difference = double(b) - double(a);
    else if constexpr (std::is_integral_v<T>) {
        using U = std::make_unsigned_t<T>;
        difference = double(U(U(b) - U(a)));
    } else difference = double(T(b - a));
    if (t >= 0.5) return double(b) - rounded_product(difference, 1 - t);
    return double(a) + rounded_product(difference, t);
}

/// The quantile q of n numbers.
template <class T>
double quantile_of(order_statistics<T>& select, const T* row, index_t n, double q, quantile_method method) {
    const sample_position at = position_of(n, q, method);
    const neighbours<T> found = select.find(row, n, at.below);
    if (at.above == at.below) return double(found.at);
    return interpolate(found.at, found.next, at.weight);
}

[[noreturn]] NUMLANE_COLD inline void throw_quantile(const char* name, double q, double most) {
    char text[32];
    std::snprintf(text, sizeof text, "%.10g", q);
    throw error(message({name, ": q must be in the range from 0 to ", index_t(most), ", not ", text}));
}

[[noreturn]] NUMLANE_COLD inline void throw_quantile_axes(const char* name, const dims<>& q, const dims<>& left) {
    throw shape_error(
        message({name, ": quantiles of shape ", to_string(q), " for each result of shape ", to_string(left),
                 " would have ", q.size() + left.size(), " axes, but an array has 0 to ", max_rank}));
}

template <bool SkipNan, class X>
array<double> quantiles_of(const char* name, const X& x, const quantile_points& q, const quantile_options& options,
                           double scale) {
    using T = typename X::value_type;
    static_assert(!is_complex_v<T>, "complex numbers have no quantiles but the median");
    const auto s = sample_rows_of(name, x, options.axis, options.keepdims);
    const index_t count = q.size();
    for (index_t i = 0; i < count; ++i)
        if (!(q[i] >= 0 && q[i] <= scale)) throw_quantile(name, q[i], scale);
    if (q.shape().size() + s.shape.size() > max_rank) throw_quantile_axes(name, q.shape(), s.shape);
    dims<> shape = dims<>::with_rank(q.shape().size() + s.shape.size());
    for (int i = 0; i < shape.size(); ++i)
        shape[i] = i < q.shape().size() ? q.shape()[i] : s.shape[i - q.shape().size()];
    array<double> result(uninitialized{}, shape);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    run_tasks(s.rows, 10.0 * double(s.size) + 10, [&](index_t first, index_t last) {
        order_statistics<T> select;
        for (index_t r = first; r < last; ++r) {
            index_t numbers = s.size;
            const T* const row = select.numbers_of(s.row(r), numbers);
            const bool defined = SkipNan ? numbers > 0 : numbers == s.size && s.size > 0;
            for (index_t i = 0; i < count; ++i)
                result.data()[i * s.rows + r] =
                    defined ? quantile_of(select, row, numbers, q[i] / scale, options.method) : nan;
        }
    });
    return result;
}

template <bool SkipNan, class X>
auto medians_of(const char* name, const X& x, const axis_options& options) {
    using T = typename X::value_type;
    using F = std::conditional_t<std::is_same_v<T, float> || is_complex_v<T>, T, double>;
    const auto s = sample_rows_of(name, x, options.axis, options.keepdims);
    array<F> result(uninitialized{}, s.shape);
    run_tasks(s.rows, 10.0 * double(s.size) + 10, [&](index_t first, index_t last) {
        order_statistics<T> select;
        for (index_t r = first; r < last; ++r) {
            index_t n = s.size;
            const T* const row = select.numbers_of(s.row(r), n);
            if (n == 0 || (!SkipNan && n < s.size)) {
                result.data()[r] = std::numeric_limits<real_t<F>>::quiet_NaN();
                continue;
            }
            const neighbours<T> middle = select.find(row, n, (n - 1) / 2);
            result.data()[r] = n % 2 == 1 ? F(middle.at) : (F(middle.at) + F(middle.next)) / real_t<F>(2);
        }
    });
    return result;
}

}  // namespace detail

NUMLANE_END_NAMESPACE
