#pragma once

#include <array>
#include <cmath>
#include <complex>
#include <limits>

#include "numlane/array/dims.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The variance, or its root, of the sum of squares over n elements.
template <class R, bool Root>
struct divide_squares {
    R divisor;

    divide_squares(double n, double ddof) : divisor(n > ddof ? R(n - ddof) : R(0)) {}
    R operator()(const R& squares) const {
        if constexpr (Root) return std::sqrt(squares / divisor);
        else return squares / divisor;
    }
    R operator()(const R&, const R& squares) const { return (*this)(squares); }
    R operator()(const std::complex<R>&, const std::complex<R>& squares) const {
        return (*this)(squares.real() + squares.imag());
    }
    R empty(const dims<>&) const { return (*this)(R(0)); }
};

/// The same over as many elements as were no NaN, which is the imaginary part: of complex elements, of either, for no part alone
/// is left out.
template <class R, bool Root>
struct divide_squares_of_numbers {
    double ddof;
    bool may_be_infinite;  // var's where no more elements are left than ddof; nanvar's is NaN there

    R of(double n, R squares) const {
        if (!may_be_infinite && !(n > ddof)) return std::numeric_limits<R>::quiet_NaN();
        return divide_squares<R, Root>(n, ddof)(squares);
    }
    template <class T, std::size_t Parts>
    R operator()(const T&, const std::array<std::complex<R>, Parts>& squares) const {
        R sum = squares[0].real();
        if constexpr (Parts == 2) sum += squares[1].real();
        return of(double(squares[0].imag()), sum);
    }
    R empty(const dims<>&) const { return of(0, R(0)); }
};

}  // namespace detail
NUMLANE_END_NAMESPACE
