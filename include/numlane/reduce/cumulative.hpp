#pragma once

#include "numlane/reduce/nan.hpp"

NUMLANE_BEGIN_NAMESPACE

/// The options of scans: one axis, or none to scan the elements in C order.
struct scan_options {
    axes axis = {};
};

namespace detail {

/// An array of `n` planes of `inner` elements, `outer` times.
struct scan_shape {
    index_t outer, n, inner;
};
inline scan_shape scan_shape_of(const dims<>& shape, int axis) {
    scan_shape s{1, shape[axis], 1};
    for (int i = 0; i < axis; ++i) s.outer *= shape[i];
    for (int i = axis + 1; i < shape.size(); ++i) s.inner *= shape[i];
    return s;
}

/// to[i] = from[0] ∘ ... ∘ from[i], in order, of s.n rows of s.inner elements; from and to may be the same.
template <class Combine, class S, class T>
void scan_rows(const T* from, S* to, const scan_shape& s) {
    const Combine combine;
    const index_t n = s.n, inner = s.inner;  // copies: for all that the compiler knows, `to` may be s
    if (inner == 1) {
        S running = static_cast<S>(from[0]);
        to[0] = running;
        for (index_t i = 1; i < n; ++i) to[i] = running = combine(running, static_cast<S>(from[i]));
    } else {
        for (index_t i = 0; i < inner; ++i) to[i] = static_cast<S>(from[i]);
        for (index_t i = inner; i < n * inner; ++i) to[i] = combine(to[i - inner], static_cast<S>(from[i]));
    }
}
/// The same of `columns` of them, by vectors.
template <class Combine, class S, class T>
void scan_columns(const T* from, S* to, const scan_shape& s, index_t columns) {
    using Program =
        program::call<typename Combine::operation, S, program::load<S, 0>, program::as<S, program::load<T, 1>>>;
    const kernel_function next_row = dispatch<evaluate_kernel<Program>>();
    for (index_t i = 0; i < columns; ++i) to[i] = static_cast<S>(from[i]);
    for (index_t row = 1; row < s.n; ++row, to += s.inner) {
        from += s.inner;
        const kernel_operand operands[] = {{to, 1}, {from, 1}};
        next_row({to + s.inner, operands, nullptr, columns, false});
    }
}

/// Scans along the axis; planes and wide rows are shared out among threads.
template <class Combine, class S, class T>
void scan(const T* from, S* to, const scan_shape& s) {
    constexpr index_t wide = 16, block = 2048;
    const double element = element_ns(10, sizeof(S) + sizeof(T));
    if constexpr (!is_complex_v<S> && !std::is_same_v<S, bool>) {
        if (s.inner >= 4 * wide || (s.inner >= wide && s.inner % wide == 0)) {
            const index_t most = s.inner < block ? s.inner : block, blocks = ceil_div(s.inner, most);
            return run_tasks(s.outer * blocks, element * double(s.n * most), [&](index_t first, index_t last) {
                for (index_t task = first; task < last; ++task) {
                    const index_t column = task % blocks * most, at = task / blocks * s.n * s.inner + column;
                    scan_columns<Combine>(from + at, to + at, s, s.inner - column < most ? s.inner - column : most);
                }
            });
        }
    }
    const index_t plane = s.n * s.inner;
    run_tasks(s.outer, element * double(plane), [=](index_t first, index_t last) {
        for (index_t i = first; i < last; ++i) scan_rows<Combine>(from + i * plane, to + i * plane, s);
    });
}

template <class Combine, class S, class X>
array<S> scanned(const char* name, const X& x, const axes& along) {
    static_assert(is_complex_v<S> || !is_complex_v<typename X::value_type>, "the scan of complex numbers is complex");
    const dims<> shape(x.shape());
    const index_t size = shape_size(shape);
    if (!along.all() && along.list().size() != 1) throw_many_axes(name, along.list(), shape);
    const axis_set set = reduced_axes(name, along, shape);
    scan_shape s{1, size, 1};
    for (int axis = 0; axis < shape.size() && !along.all(); ++axis)
        if (set.has[axis]) s = scan_shape_of(shape, axis);
    array<S> result(uninitialized{}, along.all() ? dims<>(size) : shape);
    const view<S> out(result.data(), shape, contiguous_strides(shape), result.memory());
    if (size == 0) return result;
    if constexpr (array_like<X>) {
        if (x.is_contiguous()) {
            scan<Combine>(x.data(), result.data(), s);
            return result;
        }
    }
    assign(out, x);
    scan<Combine>(result.data(), result.data(), s);
    return result;
}

}  // namespace detail

/// The sums of the first elements, in C order: numpy.cumsum. One after another, as NumPy's, so the bits are the same; bool
/// and integers in 64 bits.
///   options  axis: sum along it, in the shape of x
/// Throws index_error for an axis out of range or more than one.
template <class D = void, array_operand X>
auto cumsum(const X& x, const scan_options& options = {}) {
    using S = detail::accumulator_t<D, typename X::value_type>;
    return detail::scanned<detail::add_values, S>("cumsum", x, options.axis);
}

/// The products of the first elements: numpy.cumprod. As cumsum.
template <class D = void, array_operand X>
auto cumprod(const X& x, const scan_options& options = {}) {
    using S = detail::accumulator_t<D, typename X::value_type>;
    return detail::scanned<detail::multiply_values, S>("cumprod", x, options.axis);
}

/// As cumsum, with 0 for NaN: numpy.nancumsum.
template <class D = void, array_operand X>
auto nancumsum(const X& x, const scan_options& options = {}) {
    using S = detail::accumulator_t<D, typename X::value_type>;
    return detail::scanned<detail::add_values, S>("nancumsum", detail::without_nan(x, 0), options.axis);
}

/// As cumprod, with 1 for NaN: numpy.nancumprod.
template <class D = void, array_operand X>
auto nancumprod(const X& x, const scan_options& options = {}) {
    using S = detail::accumulator_t<D, typename X::value_type>;
    return detail::scanned<detail::multiply_values, S>("nancumprod", detail::without_nan(x, 1), options.axis);
}

NUMLANE_END_NAMESPACE
