#pragma once

#include "numlane/array/view.hpp"
#include "numlane/reduce/sum.hpp"
#include "numlane/ufunc/arithmetic.hpp"
#include "numlane/ufunc/complex.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Whether many sums of k products each are faster by one fused reduction than by as many products of two vectors. Long
/// complex ones are not, unless the memory runs across the sums: with 1000 elements a library took 0.7 of the time.
template <class T>
constexpr bool fuses_products(index_t k, bool across) {
    return !is_complex_v<T> || k < 64 || across;
}

/// The axes from `first` on, of `ndim`.
inline axes last_axes(int first, int ndim) {
    dims<> list = dims<>::with_rank(ndim - first);
    for (int i = 0; i < list.size(); ++i) list[i] = first + i;
    return axes(list);
}

/// c = the sums of x·y over their last axes, which c lacks; x conjugated if conj_x says so. The shapes broadcast.
template <class T>
void sum_products(const view<const T>& x, const view<const T>& y, const view<T>& c, bool conj_x = false) {
    const reduce_options options{.axis = last_axes(c.ndim(), x.ndim() > y.ndim() ? x.ndim() : y.ndim())};
    if constexpr (is_complex_v<T>)
        if (conj_x) return assign(c, sum<T>(multiply(conj(x), y), options));
    assign(c, sum<T>(multiply(x, y), options));
}

}  // namespace detail
NUMLANE_END_NAMESPACE
