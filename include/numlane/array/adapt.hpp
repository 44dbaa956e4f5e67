#pragma once

#include "numlane/array/view.hpp"

NUMLANE_BEGIN_NAMESPACE

namespace detail {

template <class V>
concept contiguous_container = !array_like<V> && !lazy<V> && requires(V& v) {
    { *v.data() };
    { v.size() } -> std::convertible_to<std::size_t>;
};

template <class T, int R>
view<T, R> adapt_memory(T* data, const dims<R>& shape, storage memory) {
    shape_bytes(shape, sizeof(T));
    if (data == nullptr && shape_size(shape) != 0) {
        throw shape_error(message({"adapt: a null pointer cannot hold an array of shape ", to_string(shape)}));
    }
    return view<T, R>(data, shape, contiguous_strides(shape), std::move(memory));
}

}  // namespace detail

/// A view of elements that lie in C order in memory of the caller's, who keeps it alive as long as any view. Throws
/// shape_error for a shape that no array has.
template <class T, int R = dynamic>
view<T, R> adapt(T* data, const dims<R>& shape) {
    return detail::adapt_memory(data, shape, storage());
}

/// As adapt(data, shape); `owner`, for instance a std::shared_ptr, is kept and destroyed after the last view.
template <class T, int R = dynamic, class Owner>
view<T, R> adapt(T* data, const dims<R>& shape, Owner owner) {
    return detail::adapt_memory(data, shape, storage::borrow(std::move(owner)));
}

/// A view of the elements of a std::vector, std::span or the like, which the caller keeps alive and does not resize.
template <detail::contiguous_container V>
auto adapt(V& values) {
    return detail::adapt_memory(values.data(), dims<1>(values.size()), storage());
}

/// A view of the elements of a container that moves into the view's memory.
template <detail::contiguous_container V>
    requires(!std::is_lvalue_reference_v<V>)
auto adapt(V&& values) {
    V* kept = nullptr;
    storage memory = storage::borrow(std::move(values), &kept);
    return detail::adapt_memory(kept->data(), dims<1>(kept->size()), std::move(memory));
}

NUMLANE_END_NAMESPACE
