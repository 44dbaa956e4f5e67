#pragma once

#include "numlane/reduce/sample_quantiles.hpp"

NUMLANE_BEGIN_NAMESPACE

/// The medians along some axes: numpy.median. Of floating dtypes in the same, otherwise float64. Complex numbers are in order
/// by their real, then by their imaginary parts. NaN if there is one, or nothing.
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

/// Quantiles along some axes: numpy.quantile. float64 by every method. NaN where there is one, or nothing.
///   q        from 0 to 1; of a list or an array of them, the axes come first in the result
///   options  axis, method (NumPy's), keepdims
/// Throws error for q out of range, index_error for an axis out of range or repeated.
template <array_operand X>
array<double> quantile(const X& x, const quantile_points& q, const quantile_options& options = {}) {
    return detail::quantiles_of<false>("quantile", x, q, options, 1);
}
template <array_operand X, class Q>
    requires std::is_arithmetic_v<Q>
double quantile(const X& x, Q q) {
    return quantile(x, q, {});
}

/// As quantile, with q from 0 to 100: numpy.percentile.
template <array_operand X>
array<double> percentile(const X& x, const quantile_points& q, const quantile_options& options = {}) {
    return detail::quantiles_of<false>("percentile", x, q, options, 100);
}
template <array_operand X, class Q>
    requires std::is_arithmetic_v<Q>
double percentile(const X& x, Q q) {
    return percentile(x, q, {});
}

/// As quantile, of what is not NaN: numpy.nanquantile.
template <array_operand X>
array<double> nanquantile(const X& x, const quantile_points& q, const quantile_options& options = {}) {
    return detail::quantiles_of<true>("nanquantile", x, q, options, 1);
}
template <array_operand X, class Q>
    requires std::is_arithmetic_v<Q>
double nanquantile(const X& x, Q q) {
    return nanquantile(x, q, {});
}

/// As percentile, of what is not NaN: numpy.nanpercentile.
template <array_operand X>
array<double> nanpercentile(const X& x, const quantile_points& q, const quantile_options& options = {}) {
    return detail::quantiles_of<true>("nanpercentile", x, q, options, 100);
}
template <array_operand X, class Q>
    requires std::is_arithmetic_v<Q>
double nanpercentile(const X& x, Q q) {
    return nanpercentile(x, q, {});
}

NUMLANE_END_NAMESPACE
