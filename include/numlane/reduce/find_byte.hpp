#pragma once

#include <cstring>

#include "numlane/reduce/reduce_axes.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Whether each result of a reduction along these axes is made of one row of contiguous elements, of which there are some.
template <class X>
bool has_rows(const X& x, const axes& axis) {
    if (x.size() == 0 || !x.is_contiguous()) return false;
    if (axis.all()) return true;
    const index_t only = axis.list().size() == 1 ? axis.list()[0] : 0;
    return axis.list().size() == 1 && (only == -1 || only == x.ndim() - 1);
}

/// Where the first byte of 0 or 1 is in each row of an array of bool, -1 where there is none: the C library looks fastest.
/// Calls done(row, index).
template <class X, class Done>
void find_in_rows(const X& x, const axes& axis, bool sought, const Done& done) {
    const index_t size = axis.all() ? x.size() : x.shape()[x.ndim() - 1], rows = x.size() / size;
    const auto* const data = reinterpret_cast<const unsigned char*>(x.data());
    for (index_t row = 0; row < rows; ++row) {
        const unsigned char* const begin = data + row * size;
        const void* const at = std::memchr(begin, sought ? 1 : 0, std::size_t(size));
        done(row, at == nullptr ? index_t(-1) : static_cast<const unsigned char*>(at) - begin);
    }
}

/// The result of the reduction of x along axes, to be written.
template <class T, class X>
array<T> result_along(const char* name, const X& x, const axes& axis, bool keepdims) {
    const dims<> shape(x.shape());
    return array<T>(uninitialized{}, reduced_shape(shape, reduced_axes(name, axis, shape), keepdims));
}

}  // namespace detail
NUMLANE_END_NAMESPACE
