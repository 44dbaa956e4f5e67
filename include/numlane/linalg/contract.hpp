#pragma once

#include "numlane/array/joined_axes.hpp"
#include "numlane/linalg/stacked_product.hpp"
#include "numlane/linalg/sum_products.hpp"

// The contraction of two arrays whose axes bear names: axes of one name run together, and those that the result does not
// have are summed over. All is reduced to stacks of matrix products on the memory as it is, or to fused sums of products; an
// operand is copied only where no strides can show it as matrices.
NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Elements with a name, a character, for every axis; no name twice.
template <class T>
struct named {
    T* data = nullptr;
    dims<> shape, strides;
    storage memory;
    std::string names;

    named() = default;
    named(const view<T>& v, std::string axes)
        : data(v.data()), shape(v.shape()), strides(v.strides()), memory(v.memory()), names(std::move(axes)) {}

    view<T> elements() const { return view<T>(data, shape, strides, memory); }
    index_t size() const {
        index_t size = 1;
        for (index_t extent : shape) size *= extent;
        return size;
    }
    bool has(char name) const { return names.find(name) != std::string::npos; }
    index_t extent(char name) const {
        const std::size_t axis = names.find(name);
        return axis == std::string::npos ? 1 : shape[int(axis)];
    }
    index_t stride(char name) const {
        const std::size_t axis = names.find(name);
        return axis == std::string::npos ? 0 : strides[int(axis)];
    }
    /// The same elements with the axes in another order; names that are not there become axes of extent 1.
    view<T> arranged(const std::string& order) const {
        dims<> extents = dims<>::with_rank(int(order.size())), steps = extents;
        for (int axis = 0; axis < extents.size(); ++axis) {
            extents[axis] = extent(order[std::size_t(axis)]);
            steps[axis] = stride(order[std::size_t(axis)]);
        }
        return view<T>(data, extents, steps, memory);
    }
};

/// The axes of x of these names as one.
template <class T>
joined_axes joined(const named<T>& x, const std::string& names) {
    joined_axes axes;
    for (std::size_t i = names.size(); i-- > 0;) axes.append_outer(x.extent(names[i]), x.stride(names[i]));
    return axes;
}

inline index_t magnitude_of_stride(index_t stride) { return stride < 0 ? -stride : stride; }
inline constexpr index_t no_stride = std::numeric_limits<index_t>::max();
/// The least step in memory along any of the axes, no_stride where they all have one element.
template <class T>
index_t least_stride(const named<T>& x, const std::string& names) {
    index_t least = no_stride;
    for (char name : names)
        if (x.extent(name) != 1 && magnitude_of_stride(x.stride(name)) < least)
            least = magnitude_of_stride(x.stride(name));
    return least;
}

/// Whether x cannot be read as a stack of matrices, rows by columns; or only by elements far apart, time and again.
template <class T>
bool must_be_packed(const named<T>& x, const std::string& batch, const std::string& rows, const std::string& columns) {
    if (!joined(x, rows).possible || !joined(x, columns).possible) return true;
    const index_t within = least_stride(x, message({rows, columns}));
    return !rows.empty() && !columns.empty() && within != no_stride && least_stride(x, batch) < within;
}

template <class T>
named<const T> packed(const named<const T>& x, const std::string& order) {
    const array<T> copy(x.arranged(order));
    return {copy.as_view(), order};
}

/// Takes from the names of x's own axes, which its strides do not allow to be one, the outer ones: for those the products are
/// repeated. Not where little is left: each product packs the other factor, with `others` rows or columns of its own, anew.
template <class T>
std::string repeated_axes(const named<T>& x, std::string& own, index_t others) {
    std::size_t first = 0;
    while (!joined(x, own.substr(first)).possible) ++first;
    index_t left = 1;
    for (char name : own.substr(first)) left *= x.extent(name);
    if (left < (others <= 64 ? 64 : 256)) return {};
    const std::string repeated = own.substr(0, first);
    own.erase(0, first);
    return repeated;
}

/// c = a·b; every name of c is one of a or b, and the names of a alone or b alone are c's.
template <class T>
void contract(const named<const T>& a, const named<const T>& b, const named<T>& c) {
    if (c.size() == 0) return;
    std::string batch, left, right, summed, in_b;
    for (char name : c.names) (!a.has(name) ? right : b.has(name) ? batch : left) += name;
    for (char name : a.names)
        if (!c.has(name)) summed += name;
    if (summed.empty()) return assign(c.elements(), numlane::multiply(a.arranged(c.names), b.arranged(c.names)));
    for (char name : b.names)
        if (!c.has(name)) in_b += name;
    for (char name : summed)
        if (a.extent(name) == 0) return assign(c.elements(), constant_node<T>{T(0)});
    const bool across =
        least_stride(a, batch) < least_stride(a, summed) && least_stride(b, batch) < least_stride(b, summed);
    const auto lie_apart = [&] {
        return !(joined(a, summed).possible && joined(b, summed).possible) &&
               lie_along(a.arranged(summed), b.arranged(summed));
    };
    if (left.empty() && right.empty() &&
        (batch.empty() ? lie_apart() : fuses_products<T>(a.size() / c.size(), across))) {
        const std::string order = message({batch, summed});
        return sum_products<T>(a.arranged(order), b.arranged(order), c.arranged(batch));
    }
    const index_t rows_of_c = joined(c, left).extent, columns_of_c = joined(c, right).extent;
    const std::string rows_apart = repeated_axes(a, left, columns_of_c),
                      columns_apart = repeated_axes(b, right, rows_of_c);
    // The order of summation that spares the larger operand a copy.
    if (in_b != summed) {
        const auto copied = [&](const std::string& order) {
            return (joined(a, order).possible ? 0 : a.size()) + (joined(b, order).possible ? 0 : b.size());
        };
        if (copied(in_b) < copied(summed)) summed = in_b;
    }
    if (must_be_packed(a, message({batch, rows_apart}), left, summed))
        return contract(packed(a, message({batch, rows_apart, left, summed})), b, c);
    if (must_be_packed(b, message({batch, columns_apart}), summed, right))
        return contract(a, packed(b, message({batch, summed, columns_apart, right})), c);
    const joined_axes m = joined(c, left), n = joined(c, right), rows = joined(a, left), columns = joined(b, right);
    const joined_axes k = joined(a, summed), k_of_b = joined(b, summed);
    if (!m.possible || !n.possible) {
        const std::string order = message({batch, rows_apart, left, columns_apart, right});
        array<T> result(uninitialized{}, c.arranged(order).shape());
        contract<T>(a, b, {result.as_view(), order});
        const view<T> to = c.arranged(order);
        return strided_copy(to.data(), to.strides(), static_cast<const T*>(result.data()), result.strides(),
                            to.shape());
    }
    stacked_product<T> p{{m.extent,
                          n.extent,
                          k.extent,
                          {a.data, rows.stride, k.stride},
                          {b.data, k_of_b.stride, columns.stride},
                          {c.data, m.stride, n.stride}},
                         0,
                         {},
                         {},
                         {},
                         {}};
    for (char name : message({rows_apart, columns_apart, batch}))
        p.add_axis(c.extent(name), a.stride(name), b.stride(name), c.stride(name));
    p.run();
}

/// c = the sums of x over the axes that c does not have.
template <class T>
void sum_axes(const named<const T>& x, const named<T>& c) {
    std::string order = c.names;
    for (char name : x.names)
        if (!c.has(name)) order += name;
    assign(c.elements(), sum<T>(x.arranged(order), {.axis = last_axes(c.shape.size(), int(order.size()))}));
}

}  // namespace detail
NUMLANE_END_NAMESPACE
