#pragma once

#include "numlane/array/indexed.hpp"
#include "numlane/array/relayout.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// v's elements in C order as another shape; copies them if no strides can show them so.
template <class E, int R, int Q>
view<E, Q> reshaped(const view<E, R>& v, const dims<Q>& to) {
    const dims<Q> shape = resolve_shape(v.shape(), to);
    dims<Q> strides = shape;
    if (reshape_strides(v.shape(), v.strides(), shape, strides)) {
        return view<E, Q>(v.data(), shape, strides, v.memory());
    }
    array<std::remove_const_t<E>, R> copied(v);
    return view<E, Q>(copied.data(), shape, contiguous_strides(shape), copied.memory());
}

template <class E, int R>
view<E, 1> raveled(const view<E, R>& v) {
    return reshaped(v, dims<1>(v.size()));
}

template <class E, int R, class... I>
auto squeezed(const view<E, R>& v, I... axes) {
    constexpr int Q = R == dynamic || sizeof...(I) == 0 ? dynamic : R - static_cast<int>(sizeof...(I));
    const dims<static_cast<int>(sizeof...(I))> given(axes...);
    const layout<dynamic> out = squeeze_layout(v.shape(), v.strides(), sizeof...(I) == 0 ? nullptr : &given);
    return relaid(v, layout<Q>{out.shape, out.strides, 0});
}

/// What arrays and views offer besides indexing. Each member that gives a view stands here twice: the view of a
/// constant array is read-only.
template <class E, int R, bool Owning>
class members : public indexed<E, R, Owning> {
public:
    using value_type = typename handle<E, R, Owning>::value_type;
    using const_element = typename handle<E, R, Owning>::const_element;

    /// The axes in reverse order: ndarray.T.
    view<E, R> T() { return relaid(this->as_view(), reverse_layout(this->shape_, this->strides_)); }
    view<const_element, R> T() const { return relaid(this->as_view(), reverse_layout(this->shape_, this->strides_)); }

    /// The axes in reverse order, or in the given one: ndarray.transpose. Throws shape_error unless it is a
    /// permutation.
    view<E, R> transpose() { return T(); }
    view<const_element, R> transpose() const { return T(); }
    view<E, R> transpose(const dims<>& axes) {
        return relaid(this->as_view(), permute_layout(this->shape_, this->strides_, axes));
    }
    view<const_element, R> transpose(const dims<>& axes) const {
        return relaid(this->as_view(), permute_layout(this->shape_, this->strides_, axes));
    }
    template <integer_index... I>
        requires(sizeof...(I) > 1)
    view<E, R> transpose(I... axes) {
        return transpose(dims<>(axes...));
    }
    template <integer_index... I>
        requires(sizeof...(I) > 1)
    view<const_element, R> transpose(I... axes) const {
        return transpose(dims<>(axes...));
    }

    /// The elements in C order as another shape, in which one extent may be -1: ndarray.reshape. A view of this memory
    /// if strides can show it, otherwise of a copy. Throws shape_error if the sizes differ.
    template <int Q = dynamic>
    view<E, Q> reshape(const dims<Q>& shape) {
        return reshaped(this->as_view(), shape);
    }
    template <int Q = dynamic>
    view<const_element, Q> reshape(const dims<Q>& shape) const {
        return reshaped(this->as_view(), shape);
    }
    template <integer_index... I>
        requires(sizeof...(I) > 0)
    view<E, static_cast<int>(sizeof...(I))> reshape(I... shape) {
        return reshaped(this->as_view(), dims<static_cast<int>(sizeof...(I))>(shape...));
    }
    template <integer_index... I>
        requires(sizeof...(I) > 0)
    view<const_element, static_cast<int>(sizeof...(I))> reshape(I... shape) const {
        return reshaped(this->as_view(), dims<static_cast<int>(sizeof...(I))>(shape...));
    }

    /// The elements in C order along one axis, as reshape(-1): numpy.ravel.
    view<E, 1> ravel() { return raveled(this->as_view()); }
    view<const_element, 1> ravel() const { return raveled(this->as_view()); }

    /// Without the axes of extent 1, or without the given ones: numpy.squeeze. Throws shape_error if one is longer.
    template <integer_index... I>
    auto squeeze(I... axes) {
        return squeezed(this->as_view(), axes...);
    }
    template <integer_index... I>
    auto squeeze(I... axes) const {
        return squeezed(this->as_view(), axes...);
    }

    /// With a new axis of extent 1 at `axis` of the result: numpy.expand_dims. Throws index_error when out of range.
    auto expand_dims(index_t axis) {
        return relaid(this->as_view(), expand_layout(this->shape_, this->strides_, axis));
    }
    auto expand_dims(index_t axis) const {
        return relaid(this->as_view(), expand_layout(this->shape_, this->strides_, axis));
    }

    /// A new array of the elements converted to U: ndarray.astype.
    template <class U>
    array<U, R> astype() const {
        return array<U, R>(this->as_view());
    }

    /// A new array of the same elements, C-contiguous: ndarray.copy.
    array<value_type, R> copy() const { return array<value_type, R>(this->as_view()); }

    /// Sets every element: ndarray.fill. Throws dtype_error for an integer that the dtype cannot hold.
    template <class S = value_type>
        requires(!std::is_const_v<E>)
    void fill(const S& value) {
        if constexpr (takes_scalar<E, S>) assign(this->as_view(), value);
        else assign(this->as_view(), static_cast<value_type>(value));
    }

    /// The only element: ndarray.item. Throws shape_error if there is not exactly one.
    value_type item() const {
        if (this->size() != 1) {
            throw shape_error(
                message({"item: an array of shape ", to_string(this->shape_), " is not a single element"}));
        }
        return *this->data_;
    }

    /// The element of what has shape (), so that `double d = dot(x, y)` and `if (det(a) == 0)` are as in NumPy; throws
    /// shape_error for any other shape, one of a single element included.
    operator value_type() const
        requires(R == dynamic || R == 0)
    {
        if (this->ndim() != 0) throw_not_scalar(this->shape_);
        return *this->data_;
    }

protected:
    using indexed<E, R, Owning>::indexed;
};

}  // namespace detail
NUMLANE_END_NAMESPACE
