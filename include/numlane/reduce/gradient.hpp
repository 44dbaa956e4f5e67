#pragma once

#include <initializer_list>
#include <vector>

#include "numlane/reduce/differences.hpp"

NUMLANE_BEGIN_NAMESPACE

/// Where the samples of gradient lie along an axis: so far apart, or at the coordinates in a vector.
class sample_spacing {
public:
    template <class S>
        requires std::is_arithmetic_v<S>
    sample_spacing(S distance) : distance_(double(distance)) {}
    /// Throws shape_error unless the coordinates have one axis.
    template <array_operand X>
        requires(!is_complex_v<typename X::value_type>)
    sample_spacing(const X& coordinates) {
        const array<double> at(coordinates);
        if (at.ndim() != 1)
            throw shape_error(detail::message(
                {"gradient: coordinates must be a vector, but their shape is ", to_string(at.shape())}));
        points_ = at.size();
        for (index_t i = 1; i < points_; ++i) steps_.push_back(at.data()[i] - at.data()[i - 1]);
        bool equal = points_ > 1;
        for (const double step : steps_) equal = equal && step == steps_.front();
        if (!equal) return;
        distance_ = steps_.front();
        steps_.clear();
    }

    /// The number of coordinates; -1 if there are none.
    index_t points() const noexcept { return points_; }
    /// Whether all distances are distance(); otherwise step(i) is that from sample i to the next.
    bool is_even() const noexcept { return steps_.empty(); }
    double distance() const noexcept { return distance_; }
    double step(index_t i) const noexcept { return is_even() ? distance_ : steps_[std::size_t(i)]; }

private:
    index_t points_ = -1;
    double distance_ = 1;
    std::vector<double> steps_;
};

/// The options of gradient for several axes, in NumPy's order.
struct gradient_options {
    axes axis = {};
    int edge_order = 1;  // of the differences at the ends: 1, or 2
};

namespace detail {

/// Slopes along one axis of v, computed in W.
template <class W>
class slopes {
public:
    slopes(const view<const W>& v, int axis, const sample_spacing& spacing) : v_(v), axis_(axis), s_(spacing) {}

    template <class F>
    void write(const view<F>& out, int edge_order) const {
        const index_t n = v_.shape()[axis_], inner = n - 2;
        if (inner > 0 && s_.is_even()) {
            difference(out, 1, inner, 0, 2, 2 * s_.distance());
        } else if (inner > 0) {
            weights a(uninitialized{}, dims<1>(inner)), b = a, c = a;
            for (index_t i = 0; i < inner; ++i) {
                const double d1 = s_.step(i), d2 = s_.step(i + 1);
                a.data()[i] = W(real_t<W>(-d2 / (d1 * (d1 + d2))));
                b.data()[i] = W(real_t<W>((d2 - d1) / (d1 * d2)));
                c.data()[i] = W(real_t<W>(d1 / (d2 * (d1 + d2))));
            }
            weigh(out, 1, inner, 0, a, b, c);
        }
        if (edge_order == 1) {
            difference(out, 0, 1, 0, 1, s_.step(0));
            difference(out, n - 1, 1, n - 2, n - 1, s_.step(n - 2));
            return;
        }
        const double h = s_.distance(), d1 = s_.step(0), d2 = s_.step(1), e1 = s_.step(n - 3), e2 = s_.step(n - 2);
        if (s_.is_even()) {
            weigh(out, 0, 1, 0, one(-1.5 / h), one(2.0 / h), one(-0.5 / h));
            weigh(out, n - 1, 1, n - 3, one(0.5 / h), one(-2.0 / h), one(1.5 / h));
        } else {
            weigh(out, 0, 1, 0, one(-(2 * d1 + d2) / (d1 * (d1 + d2))), one((d1 + d2) / (d1 * d2)),
                  one(-d1 / (d2 * (d1 + d2))));
            weigh(out, n - 1, 1, n - 3, one(e2 / (e1 * (e1 + e2))), one(-(e2 + e1) / (e1 * e2)),
                  one((2 * e2 + e1) / (e2 * (e1 + e2))));
        }
    }

private:
    using weights = array<W, 1>;  // a factor for each sample along the axis
    static weights one(double x) {
        weights w(uninitialized{}, dims<1>(1));
        w.data()[0] = W(real_t<W>(x));
        return w;
    }

    template <class F>
    view<F> part(const view<F>& out, index_t to, index_t count) const {
        dims<> shape = out.shape();
        shape[axis_] = count;
        return {out.data() + to * out.strides()[axis_], shape, out.strides(), out.memory()};
    }
    auto weight_node(const weights& w) const {
        dims<> shape = v_.shape(), strides = dims<>::with_rank(v_.ndim());
        shape[axis_] = w.size();
        strides[axis_] = 1;
        return as_node(view<const W>(w.data(), shape, strides, w.memory()));
    }

    /// (v[above] - v[below]) / distance, of `count` samples from these on.
    template <class F>
    void difference(const view<F>& out, index_t to, index_t count, index_t below, index_t above,
                    double distance) const {
        const auto rise =
            call_nodes<op::subtract, W>(part_of(v_, axis_, above, count), part_of(v_, axis_, below, count));
        call_nodes<op::divide, W>(rise, constant_node<W>{W(real_t<W>(distance))}).assign_to(part(out, to, count));
    }
    /// a·v[from] + b·v[from + 1] + c·v[from + 2], of `count` samples from these on.
    template <class F>
    void weigh(const view<F>& out, index_t to, index_t count, index_t from, const weights& a, const weights& b,
               const weights& c) const {
        const auto term = [&](const weights& w, index_t first) {
            return call_nodes<op::multiply, W>(weight_node(w), part_of(v_, axis_, first, count));
        };
        const auto two = call_nodes<op::add, W>(term(a, from), term(b, from + 1));
        call_nodes<op::add, W>(two, term(c, from + 2)).assign_to(part(out, to, count));
    }

    const view<const W>& v_;
    int axis_;
    const sample_spacing& s_;
};

template <class F>
array<F> gradient_along(const array<F>& f, int axis, const sample_spacing& spacing, int edge_order) {
    const index_t n = f.shape()[axis];
    if (edge_order != 1 && edge_order != 2) throw error(message({"gradient: edge_order is 1 or 2, not ", edge_order}));
    if (n < edge_order + 1)
        throw shape_error(message({"gradient: shape ", to_string(f.shape()), " is too small: at least ", edge_order + 1,
                                   " samples are needed along axis ", axis}));
    if (spacing.points() >= 0 && spacing.points() != n)
        throw shape_error(message({"gradient: ", spacing.points(), " coordinates do not fit axis ", axis, " of shape ",
                                   to_string(f.shape())}));
    array<F> result(uninitialized{}, f.shape());
    if (result.size() == 0) return result;
    if constexpr (sizeof(real_t<F>) < sizeof(double)) {
        if (!spacing.is_even()) {
            using W = promote_t<F, double>;
            const array<W> wide(f);
            slopes<W>(view<const W>(wide), axis, spacing).write(result.as_view(), edge_order);
            return result;
        }
    }
    slopes<F>(view<const F>(f), axis, spacing).write(result.as_view(), edge_order);
    return result;
}

}  // namespace detail

/// The slope of samples along one axis: numpy.gradient with axis=int. Central differences within, exact for parabolas at
/// any spacing; one-sided ones at the ends.
///   f           of any shape
///   spacing     the distance of neighbours, or a vector of coordinates
///   axis        the last, where NumPy takes all
///   edge_order  1: at the ends, the difference of two samples; 2: of three
/// Returns an array of f's shape; float64 for integers. Throws shape_error for fewer than edge_order + 1 samples and for
/// coordinates that do not fit, index_error for an axis out of range, error for another edge_order.
template <array_operand X>
auto gradient(const X& f, const sample_spacing& spacing = 1, index_t axis = -1, int edge_order = 1) {
    using F = detail::mean_t<typename X::value_type>;
    const array<F> values(f);
    return detail::gradient_along(values, detail::checked_axis("gradient", axis, values.shape()), spacing, edge_order);
}

/// The slopes along several axes: numpy.gradient(f, *spacing, axis=..., edge_order=...).
///   spacing  {} is 1, {2.0} for every axis, or one for each of them: `gradient(f, {0.5, x}, {.axis = {0, 1}})`
///   options  axis: which, in this order, or all; edge_order
/// Returns a std::vector of an array for each axis. Throws as above, and error for another number of spacings.
template <array_operand X>
auto gradient(const X& f, std::initializer_list<sample_spacing> spacing, const gradient_options& options = {}) {
    using F = detail::mean_t<typename X::value_type>;
    const array<F> values(f);
    detail::reduced_axes("gradient", options.axis, values.shape());
    dims<> list = options.axis.all() ? dims<>::with_rank(values.ndim()) : options.axis.list();
    for (int i = 0; i < list.size() && options.axis.all(); ++i) list[i] = i;
    const index_t given = index_t(spacing.size());
    if (given > 1 ? given != list.size() : given == 1 && list.size() > 1 && spacing.begin()->points() >= 0)
        throw error(detail::message({"gradient: ", given, " spacings do not fit ", list.size(), " axes"}));
    std::vector<array<F>> result;
    result.reserve(std::size_t(list.size()));
    for (int i = 0; i < list.size(); ++i) {
        const sample_spacing& s = given == 0 ? sample_spacing(1) : spacing.begin()[given > 1 ? i : 0];
        const int axis = int(list[i] < 0 ? list[i] + values.ndim() : list[i]);
        result.push_back(detail::gradient_along(values, axis, s, options.edge_order));
    }
    return result;
}

NUMLANE_END_NAMESPACE
