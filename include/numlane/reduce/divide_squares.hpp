#pragma once

#include <cmath>
#include <limits>

#include "numlane/array/dims.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The variance, or its root, of the sum of squares over n elements.
template <class R, bool Root>
struct divide_squares {
    R divisor;

    divide_squares(index_t n, double ddof) : divisor(double(n) > ddof ? R(double(n) - ddof) : R(0)) {}
    R operator()(const R& squares) const {
        if constexpr (Root) return std::sqrt(squares / divisor);
        else return squares / divisor;
    }
    R operator()(const R&, const R& squares) const { return (*this)(squares); }
    R empty(const dims<>&) const { return std::numeric_limits<R>::quiet_NaN(); }
};

}  // namespace detail
NUMLANE_END_NAMESPACE
