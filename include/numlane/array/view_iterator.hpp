#pragma once

#include <iterator>

#include "numlane/array/dims.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Walks strided elements in C order: an odometer over the axes, which counts an offset so that no pointer ever leaves
/// the array.
template <class T, int R>
class view_iterator {
public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = std::remove_const_t<T>;
    using difference_type = index_t;
    using pointer = T*;
    using reference = T&;

    view_iterator() noexcept = default;
    view_iterator(T* data, const dims<R>& shape, const dims<R>& strides, index_t position) noexcept
        : data_(data), position_(position), shape_(shape), strides_(strides), index_(shape) {
        for (index_t& i : index_) i = 0;
    }

    T& operator*() const noexcept { return data_[offset_]; }
    T* operator->() const noexcept { return data_ + offset_; }

    view_iterator& operator++() noexcept {
        ++position_;
        for (int axis = index_.size() - 1; axis >= 0; --axis) {
            offset_ += strides_[axis];
            if (++index_[axis] < shape_[axis]) break;
            offset_ -= strides_[axis] * shape_[axis];
            index_[axis] = 0;
        }
        return *this;
    }
    view_iterator operator++(int) noexcept {
        view_iterator before = *this;
        ++*this;
        return before;
    }

    friend bool operator==(const view_iterator& a, const view_iterator& b) noexcept {
        return a.position_ == b.position_;
    }

private:
    T* data_ = nullptr;
    index_t offset_ = 0;
    index_t position_ = 0;
    dims<R> shape_;
    dims<R> strides_;
    dims<R> index_;
};

}  // namespace detail
NUMLANE_END_NAMESPACE
