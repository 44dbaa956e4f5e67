#pragma once

#include <algorithm>
#include <cstdio>

#include "numlane/core/multiply_values.hpp"
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

/// The elements of x with the reduced axes last: one row for each result.
template <class T>
struct sample_rows {
    array<T> elements;
    index_t rows, size;
    dims<> shape;  // of the result
};

template <class X>
auto sample_rows_of(const char* name, const X& x, const axes& axis, bool keepdims) {
    using T = typename X::value_type;
    static_assert(!is_complex_v<T>, "complex numbers have no quantiles");
    const view<const T> v = as_elements<T>(x);
    const axis_set set = reduced_axes(name, axis, v.shape());
    dims<> order = dims<>::with_rank(v.ndim());
    int to = 0;
    for (const bool reduced : {false, true})
        for (int i = 0; i < v.ndim(); ++i)
            if (set.has[i] == reduced) order[to++] = i;
    const index_t size = reduced_size(v.shape(), set);
    const dims<> shape = reduced_shape(v.shape(), set, keepdims);
    return sample_rows<T>{array<T>(v.transpose(order)), shape_size(shape), size, shape};
}

/// In place of std::less, since its name bears the flags of the file: so do those of the algorithms that are given it.
struct ascending {
    template <class T>
    bool operator()(const T& a, const T& b) const {
        return a < b;
    }
};

template <class T>
T select_nth(T* first, T* last, index_t k) {
    std::nth_element(first, first + k, last, ascending());
    return first[k];
}

/// a + (b - a) * t, from the nearer end, as NumPy computes it.
template <class T>
double interpolate(T a, T b, double t) {
    double difference;
    if constexpr (std::is_same_v<T, bool>) difference = double(b) - double(a);
    else if constexpr (std::is_integral_v<T>)
        difference = double(T(std::make_unsigned_t<T>(b) - std::make_unsigned_t<T>(a)));
    else difference = double(T(b - a));
    if (t >= 0.5) return double(b) - rounded_product(difference, 1 - t);
    return double(a) + rounded_product(difference, t);
}

/// One row: moves NaN to its end and returns how many elements are before it.
template <class T>
index_t numbers_first(T* row, index_t size) {
    if constexpr (std::is_floating_point_v<T>) return std::partition(row, row + size, [](T a) { return a == a; }) - row;
    else return size;
}

/// The quantile q of n numbers, which are reordered.
template <class T>
double quantile_of(T* row, index_t n, double q, quantile_method method) {
    const sample_position at = position_of(n, q, method);
    const T low = select_nth(row, row + n, at.below);
    if (at.above == at.below) return double(low);
    return interpolate(low, *std::min_element(row + at.below + 1, row + n, ascending()), at.weight);
}

[[noreturn]] NUMLANE_COLD inline void throw_quantile(const char* name, double q) {
    char text[320];  // as many as the largest double needs
    std::snprintf(text, sizeof text, "%f", q);
    throw error(message({name, ": quantiles must be in the range from 0 to 1 (percentiles to 100), not ", text}));
}

[[noreturn]] NUMLANE_COLD inline void throw_quantile_axes(const char* name, const dims<>& q, const dims<>& left) {
    throw shape_error(
        message({name, ": quantiles of shape ", to_string(q), " for each result of shape ", to_string(left),
                 " would have ", q.size() + left.size(), " axes, but an array has 0 to ", max_rank}));
}

template <bool SkipNan, class X>
array<double> quantiles_of(const char* name, const X& x, const quantile_points& q, const quantile_options& options,
                           double scale) {
    auto s = sample_rows_of(name, x, options.axis, options.keepdims);
    const index_t count = q.size();
    for (index_t i = 0; i < count; ++i)
        if (!(q[i] >= 0 && q[i] <= scale)) throw_quantile(name, q[i]);
    if (q.shape().size() + s.shape.size() > max_rank) throw_quantile_axes(name, q.shape(), s.shape);
    dims<> shape = dims<>::with_rank(q.shape().size() + s.shape.size());
    for (int i = 0; i < shape.size(); ++i)
        shape[i] = i < q.shape().size() ? q.shape()[i] : s.shape[i - q.shape().size()];
    array<double> result(uninitialized{}, shape);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    run_tasks(s.rows, 10.0 * double(s.size) + 10, [&](index_t first, index_t last) {
        for (index_t r = first; r < last; ++r) {
            auto* const row = s.elements.data() + r * s.size;
            const index_t numbers = numbers_first(row, s.size);
            const bool defined = SkipNan ? numbers > 0 : numbers == s.size && s.size > 0;
            for (index_t i = 0; i < count; ++i)
                result.data()[i * s.rows + r] = defined ? quantile_of(row, numbers, q[i] / scale, options.method) : nan;
        }
    });
    return result;
}

template <bool SkipNan, class X>
auto medians_of(const char* name, const X& x, const axis_options& options) {
    using T = typename X::value_type;
    using F = std::conditional_t<std::is_same_v<T, float>, float, double>;
    auto s = sample_rows_of(name, x, options.axis, options.keepdims);
    array<F> result(uninitialized{}, s.shape);
    run_tasks(s.rows, 10.0 * double(s.size) + 10, [&](index_t first, index_t last) {
        for (index_t r = first; r < last; ++r) {
            auto* const row = s.elements.data() + r * s.size;
            const index_t n = numbers_first(row, s.size);
            if (n == 0 || (!SkipNan && n < s.size)) {
                result.data()[r] = std::numeric_limits<F>::quiet_NaN();
                continue;
            }
            const F high = F(select_nth(row, row + n, n / 2));
            result.data()[r] = n % 2 == 1 ? high : (F(*std::max_element(row, row + n / 2, ascending())) + high) / F(2);
        }
    });
    return result;
}

}  // namespace detail

NUMLANE_END_NAMESPACE
