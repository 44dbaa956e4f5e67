#pragma once

#include <cstdio>

#include "numlane/core/multiply_values.hpp"
#include "numlane/reduce/quantile_method.hpp"
#include "numlane/reduce/quantile_points.hpp"
#include "numlane/reduce/samples.hpp"

NUMLANE_BEGIN_NAMESPACE

/// The options of quantile and percentile, in NumPy's order.
struct quantile_options {
    axes axis = {};
    quantile_method method = quantile_method::linear;
    bool keepdims = false;
};

namespace detail {

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

/// The quantiles q of the samples of a block, into elements of `results`; NaN of those that have NaN, unless they are skipped.
template <bool SkipNan, class T>
void write_quantiles(samples<T>& block, index_t size, double q, quantile_method method, double* results) {
    constexpr int most = samples<T>::most;
    sample_position at[most] = {};
    index_t ranks[most] = {};
    neighbours<T> found[most];
    const auto defined = [&](int i) { return block.numbers(i) > 0 && (SkipNan || block.numbers(i) == size); };
    bool any = false;
    for (int i = 0; i < block.count(); ++i) {
        if (defined(i)) at[i] = position_of(block.numbers(i), q, method);
        any = any || defined(i);
        ranks[i] = at[i].below;
    }
    if (any) block.find(ranks, found);
    for (int i = 0; i < block.count(); ++i) {
        results[i] = !defined(i)                  ? std::numeric_limits<double>::quiet_NaN()
                     : at[i].above == at[i].below ? double(found[i].at)
                                                  : interpolate(found[i].at, found[i].next, at[i].weight);
    }
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
    const auto s = sample_layout_of(name, x, options.axis, options.keepdims);
    const index_t count = q.size(), results = s.planes * s.columns;
    for (index_t i = 0; i < count; ++i)
        if (!(q[i] >= 0 && q[i] <= scale)) throw_quantile(name, q[i], scale);
    if (q.shape().size() + s.shape.size() > max_rank) throw_quantile_axes(name, q.shape(), s.shape);
    dims<> shape = dims<>::with_rank(q.shape().size() + s.shape.size());
    for (int i = 0; i < shape.size(); ++i)
        shape[i] = i < q.shape().size() ? q.shape()[i] : s.shape[i - q.shape().size()];
    array<double> result(uninitialized{}, shape);
    walk_samples(s, [&](samples<T>& block, index_t first) {
        for (index_t i = 0; i < count; ++i)
            write_quantiles<SkipNan>(block, s.size, q[i] / scale, options.method, result.data() + i * results + first);
    });
    return result;
}

template <bool SkipNan, class X>
auto medians_of(const char* name, const X& x, const axis_options& options) {
    using T = typename X::value_type;
    using F = std::conditional_t<std::is_same_v<T, float> || is_complex_v<T>, T, double>;
    const auto s = sample_layout_of(name, x, options.axis, options.keepdims);
    array<F> result(uninitialized{}, s.shape);
    walk_samples(s, [&](samples<T>& block, index_t first) {
        index_t ranks[samples<T>::most] = {};
        neighbours<T> found[samples<T>::most];
        const auto defined = [&](int i) { return block.numbers(i) > 0 && (SkipNan || block.numbers(i) == s.size); };
        bool any = false;
        for (int i = 0; i < block.count(); ++i) {
            if (defined(i)) ranks[i] = (block.numbers(i) - 1) / 2;
            any = any || defined(i);
        }
        if (any) block.find(ranks, found);
        for (int i = 0; i < block.count(); ++i) {
            const index_t n = block.numbers(i);
            F& median = result.data()[first + i];
            if (!defined(i)) median = std::numeric_limits<real_t<F>>::quiet_NaN();
            else if (n % 2 == 1) median = F(found[i].at);
            else median = (F(found[i].at) + F(found[i].next)) / real_t<F>(2);
        }
    });
    return result;
}

}  // namespace detail

NUMLANE_END_NAMESPACE
