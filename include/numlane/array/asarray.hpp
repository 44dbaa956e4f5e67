#pragma once

#include "numlane/array/array.hpp"

NUMLANE_BEGIN_NAMESPACE

/// The elements of a std::vector, std::span or the like, copied into an array: numpy.asarray.
template <class V>
    requires(!array_like<V> && !lazy<V> &&
             requires(const V& v) {
                 *v.data();
                 v.size();
             })
auto asarray(const V& values) {
    using T = std::remove_cvref_t<decltype(*values.data())>;
    return array<T, 1>(values.data(), dims<1>(values.size()));
}

/// The elements of an array or view themselves, as a view: numpy.asarray does not copy either.
template <array_like A>
auto asarray(A&& a) {
    return a.as_view();
}

NUMLANE_END_NAMESPACE
