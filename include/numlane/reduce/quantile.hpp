#pragma once

#include <initializer_list>

#include "numlane/reduce/sample_rows.hpp"

NUMLANE_BEGIN_NAMESPACE

/// The medians along some axes: numpy.median. float32 of float32, otherwise float64. NaN if there is one, or nothing.
///   options  axis, keepdims
/// Throws index_error for an axis out of range or repeated.
template <array_operand X>
auto median(const X& x, const axis_options& options) {
    return detail::medians_of<false>("median", x, options);
}
template <array_operand X>
auto median(const X& x) {
    return median(x, {}).item();
}

/// The median of what is not NaN: numpy.nanmedian, as median.
template <array_operand X>
auto nanmedian(const X& x, const axis_options& options) {
    return detail::medians_of<true>("nanmedian", x, options);
}
template <array_operand X>
auto nanmedian(const X& x) {
    return nanmedian(x, {}).item();
}

/// The q-th quantile, q from 0 to 1, along some axes: numpy.quantile. float64 by every method. NaN if there is one, or
/// nothing.
///   options  axis, method (NumPy's), keepdims
/// Throws error for q out of range, index_error for an axis out of range or repeated.
template <array_operand X>
array<double> quantile(const X& x, double q, const quantile_options& options) {
    return detail::quantiles_of<false>("quantile", x, &q, 1, false, options, 1);
}
template <array_operand X>
double quantile(const X& x, double q) {
    return quantile(x, q, {}).item();
}
/// Several quantiles, along the first axis of the result.
template <array_operand X>
array<double> quantile(const X& x, std::initializer_list<double> q, const quantile_options& options = {}) {
    return detail::quantiles_of<false>("quantile", x, q.begin(), index_t(q.size()), true, options, 1);
}

/// As quantile, with q from 0 to 100: numpy.percentile.
template <array_operand X>
array<double> percentile(const X& x, double q, const quantile_options& options) {
    return detail::quantiles_of<false>("percentile", x, &q, 1, false, options, 100);
}
template <array_operand X>
double percentile(const X& x, double q) {
    return percentile(x, q, {}).item();
}
template <array_operand X>
array<double> percentile(const X& x, std::initializer_list<double> q, const quantile_options& options = {}) {
    return detail::quantiles_of<false>("percentile", x, q.begin(), index_t(q.size()), true, options, 100);
}

/// As quantile, of what is not NaN: numpy.nanquantile.
template <array_operand X>
array<double> nanquantile(const X& x, double q, const quantile_options& options) {
    return detail::quantiles_of<true>("nanquantile", x, &q, 1, false, options, 1);
}
template <array_operand X>
double nanquantile(const X& x, double q) {
    return nanquantile(x, q, {}).item();
}

/// As percentile, of what is not NaN: numpy.nanpercentile.
template <array_operand X>
array<double> nanpercentile(const X& x, double q, const quantile_options& options) {
    return detail::quantiles_of<true>("nanpercentile", x, &q, 1, false, options, 100);
}
template <array_operand X>
double nanpercentile(const X& x, double q) {
    return nanpercentile(x, q, {}).item();
}

NUMLANE_END_NAMESPACE
