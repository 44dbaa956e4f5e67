#pragma once

#include "numlane/array/shape.hpp"

NUMLANE_BEGIN_NAMESPACE

namespace detail {

template <int A, int B>
inline constexpr int broadcast_rank = A == dynamic || B == dynamic ? dynamic
                                      : A > B                      ? A
                                                                   : B;

[[noreturn]] NUMLANE_COLD NUMLANE_FUNCTION void throw_broadcast(const dims<>& a, const dims<>& b,
                                                                const char* operation);
[[noreturn]] NUMLANE_COLD NUMLANE_FUNCTION void throw_broadcast_to(const dims<>& from, const dims<>& to,
                                                                   const char* operation);

template <class R, class A, class B>
constexpr R broadcast_as(const A& a, const B& b, const char* operation) {
    const int ndim = a.size() > b.size() ? a.size() : b.size();
    R shape = R::with_rank(ndim);
    for (int i = 1; i <= ndim; ++i) {
        const index_t x = i <= a.size() ? a[a.size() - i] : 1;
        const index_t y = i <= b.size() ? b[b.size() - i] : 1;
        if (x != y && x != 1 && y != 1) throw_broadcast(a, b, operation);
        shape[ndim - i] = x == 1 ? y : x;
    }
    return shape;
}

#if NUMLANE_DEFINITIONS
NUMLANE_FUNCTION void throw_broadcast(const dims<>& a, const dims<>& b, const char* operation) {
    const std::string prefix = operation == nullptr ? "" : message({operation, ": "});
    throw shape_error(
        message({prefix, "operands could not be broadcast together with shapes ", to_string(a), " ", to_string(b)}));
}

NUMLANE_FUNCTION void throw_broadcast_to(const dims<>& from, const dims<>& to, const char* operation) {
    throw shape_error(
        message({operation, ": could not broadcast from shape ", to_string(from), " into shape ", to_string(to)}));
}

// Of any ranks, once for all expressions.
NUMLANE_NOINLINE NUMLANE_FUNCTION dims<> broadcast_dynamic(const dims<>& a, const dims<>& b, const char* operation) {
    return broadcast_as<dims<>>(a, b, operation);
}
#else
dims<> broadcast_dynamic(const dims<>& a, const dims<>& b, const char* operation);
#endif

}  // namespace detail

/// The shape that two shapes broadcast to: numpy.broadcast_shapes. Axes are matched from the last; an extent of 1
/// stretches. `operation` begins the text of the shape_error that is thrown if they do not fit.
template <int A, int B>
constexpr auto broadcast_shapes(const dims<A>& a, const dims<B>& b, const char* operation = nullptr) {
    if constexpr (A == dynamic && B == dynamic)
        if (!std::is_constant_evaluated()) return detail::broadcast_dynamic(a, b, operation);
    return detail::broadcast_as<dims<detail::broadcast_rank<A, B>>>(a, b, operation);
}

/// The strides that show a layout as shape `to`: 0 along every axis that is stretched or new. Throws shape_error, which
/// names the operation, if the layout does not broadcast to it.
template <int R, int Q>
constexpr dims<Q> broadcast_strides(const dims<R>& shape, const dims<R>& strides, const dims<Q>& to,
                                    const char* operation) {
    dims<Q> out = to;
    const int added = to.size() - shape.size();
    if (added < 0) detail::throw_broadcast_to(shape, to, operation);
    for (int axis = 0; axis < to.size(); ++axis) {
        const int from = axis - added;
        if (from >= 0 && shape[from] != to[axis] && shape[from] != 1) {
            detail::throw_broadcast_to(shape, to, operation);
        }
        out[axis] = from < 0 || shape[from] == 1 ? 0 : strides[from];
    }
    return out;
}

NUMLANE_END_NAMESPACE
