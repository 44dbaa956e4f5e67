#pragma once

#include <cmath>

#include "numlane/core/index.hpp"

NUMLANE_BEGIN_NAMESPACE

/// How a quantile is found between two elements: NumPy's methods, of which the first nine are those of R. J. Hyndman and
/// Y. Fan (Sample quantiles in statistical packages, 1996).
enum class quantile_method {
    inverted_cdf,
    averaged_inverted_cdf,
    closest_observation,
    interpolated_inverted_cdf,
    hazen,
    weibull,
    linear,
    median_unbiased,
    normal_unbiased,
    lower,
    higher,
    midpoint,
    nearest,
};

namespace detail {

/// Between which elements of a sorted sample a quantile lies, and how far from the lower.
struct sample_position {
    index_t below, above;
    double weight;
};

// (n q + (alpha + q (1 - alpha - beta))) - 1, in NumPy's order of operations, each rounded.
NUMLANE_NOINLINE inline double scaled_quantile(double a, double b) { return a * b; }
inline double plotting_position(double n, double q, double alpha, double beta) {
    return scaled_quantile(n, q) + (alpha + scaled_quantile(q, 1 - alpha - beta)) - 1;
}

/// The index, with a fraction, at which a method finds quantile q of n elements.
inline double virtual_index(double n, double q, quantile_method method) {
    const double last = scaled_quantile(n - 1, q);
    switch (method) {
    case quantile_method::averaged_inverted_cdf:
    case quantile_method::inverted_cdf: return scaled_quantile(n, q) - 1;
    case quantile_method::closest_observation: return scaled_quantile(n, q) - 1 - 0.5;
    case quantile_method::interpolated_inverted_cdf: return plotting_position(n, q, 0, 1);
    case quantile_method::hazen: return plotting_position(n, q, 0.5, 0.5);
    case quantile_method::weibull: return plotting_position(n, q, 0, 0);
    case quantile_method::median_unbiased: return plotting_position(n, q, 1 / 3.0, 1 / 3.0);
    case quantile_method::normal_unbiased: return plotting_position(n, q, 3 / 8.0, 3 / 8.0);
    case quantile_method::lower: return std::floor(last);
    case quantile_method::higher: return std::ceil(last);
    case quantile_method::midpoint: return 0.5 * (std::floor(last) + std::ceil(last));
    case quantile_method::nearest: return std::nearbyint(last);
    default: return last;
    }
}

/// Where quantile q of n > 0 elements lies.
inline sample_position position_of(index_t n, double q, quantile_method method) {
    const double at = virtual_index(double(n), q, method), below = std::floor(at);
    double weight = at - below;
    const auto within = [&](double index) {
        return index < 0 ? index_t(0) : index > double(n - 1) ? n - 1 : index_t(index);
    };
    switch (method) {
    case quantile_method::inverted_cdf: {
        const index_t i = within(weight == 0 ? below : below + 1);
        return {i, i, 0};
    }
    case quantile_method::closest_observation: {
        // Between two, the one with the even number, counted from 1 (Hyndman and Fan 1996); NumPy before 2.1 took the odd.
        const bool even = std::fmod(below, 2) != 0;
        const index_t i = within(weight == 0 && even ? below : below + 1);
        return {i, i, 0};
    }
    // Elements themselves: a neighbour of weight 0 would give NaN if it is infinite.
    case quantile_method::lower:
    case quantile_method::higher:
    case quantile_method::nearest: {
        const index_t i = within(at);
        return {i, i, 0};
    }
    case quantile_method::averaged_inverted_cdf: weight = weight == 0 ? 0.5 : 1; break;
    case quantile_method::midpoint: weight = weight == 0 ? 0 : 0.5; break;
    default: break;
    }
    if (at >= double(n - 1)) return {n - 1, n - 1, 0};
    if (at < 0) return {0, 0, 0};
    return {index_t(below), index_t(below) + 1, weight};
}

}  // namespace detail
NUMLANE_END_NAMESPACE
