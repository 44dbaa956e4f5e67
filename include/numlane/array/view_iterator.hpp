#pragma once

#include <compare>
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

/// Along one axis, from any element to any other: what std::sort needs. It counts elements, so that no pointer leaves the array.
template <class T>
class view_iterator<T, 1> {
public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = std::remove_const_t<T>;
    using difference_type = index_t;
    using pointer = T*;
    using reference = T&;

    view_iterator() noexcept = default;
    view_iterator(T* data, const dims<1>&, const dims<1>& strides, index_t position) noexcept
        : data_(data), stride_(strides[0]), position_(position) {}

    T& operator*() const noexcept { return data_[position_ * stride_]; }
    T* operator->() const noexcept { return data_ + position_ * stride_; }
    T& operator[](index_t n) const noexcept { return *(*this + n); }

    view_iterator& operator+=(index_t n) noexcept {
        position_ += n;
        return *this;
    }
    view_iterator& operator-=(index_t n) noexcept { return *this += -n; }
    view_iterator& operator++() noexcept { return *this += 1; }
    view_iterator& operator--() noexcept { return *this -= 1; }
    view_iterator operator++(int) noexcept { return ++*this, *this - 1; }
    view_iterator operator--(int) noexcept { return --*this, *this + 1; }

    friend view_iterator operator+(view_iterator i, index_t n) noexcept { return i += n; }
    friend view_iterator operator+(index_t n, view_iterator i) noexcept { return i += n; }
    friend view_iterator operator-(view_iterator i, index_t n) noexcept { return i -= n; }
    friend index_t operator-(const view_iterator& a, const view_iterator& b) noexcept {
        return a.position_ - b.position_;
    }
    friend bool operator==(const view_iterator& a, const view_iterator& b) noexcept {
        return a.position_ == b.position_;
    }
    friend std::strong_ordering operator<=>(const view_iterator& a, const view_iterator& b) noexcept {
        return a.position_ <=> b.position_;
    }

private:
    T* data_ = nullptr;
    index_t stride_ = 0, position_ = 0;
};

}  // namespace detail
NUMLANE_END_NAMESPACE
