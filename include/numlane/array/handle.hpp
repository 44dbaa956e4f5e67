#pragma once

#include "numlane/array/shape.hpp"
#include "numlane/array/storage.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

[[noreturn]] NUMLANE_COLD inline void throw_not_scalar(const dims<>& shape) {
    throw shape_error(message({"only an array of shape () converts to a scalar, not one of shape ", to_string(shape)}));
}

using allocate_function = storage (*)(std::size_t);

/// Memory for a C-contiguous array of this shape and its strides; throws shape_error for a shape that is out of range.
template <int R>
storage allocate_elements(const dims<R>& shape, dims<R>& strides, std::size_t itemsize, allocate_function allocate) {
    const std::size_t bytes = shape_bytes(shape, itemsize);
    strides = contiguous_strides(shape);
    return bytes == 0 ? storage() : allocate(bytes);
}
/// The same of any rank, once for all dtypes.
#if NUMLANE_DEFINITIONS
NUMLANE_NOINLINE NUMLANE_FUNCTION storage allocate_elements(const dims<>& shape, dims<>& strides, std::size_t itemsize,
                                                            allocate_function allocate) {
    return allocate_elements<dynamic>(shape, strides, itemsize, allocate);
}
#else
storage allocate_elements(const dims<>& shape, dims<>& strides, std::size_t itemsize, allocate_function allocate);
#endif

/// The fields of an array (Owning) or a view, and what can be asked of both. The elements of a constant array are
/// constant; those of a constant view are as they are through the view.
template <class T, int R, bool Owning>
class handle {
public:
    using value_type = std::remove_const_t<T>;
    using const_element = std::conditional_t<Owning, const T, T>;
    static constexpr int rank = R;

    /// The number of axes: numpy.ndarray.ndim.
    int ndim() const noexcept { return shape_.size(); }

    /// The extent of every axis.
    const dims<R>& shape() const noexcept { return shape_; }

    /// The extent of one axis, which may be negative to count from the last; throws index_error when out of range.
    index_t shape(index_t axis) const { return shape_[normalize_axis(axis, ndim())]; }

    /// The distance from one element to the next along every axis, in elements; NumPy's strides are in bytes.
    const dims<R>& strides() const noexcept { return strides_; }

    /// The number of elements.
    index_t size() const noexcept {
        index_t count = 1;
        for (int axis = 0; axis < ndim(); ++axis) count *= shape_[axis];
        return count;
    }

    /// The size of an element in bytes.
    static constexpr std::size_t itemsize() noexcept { return sizeof(T); }

    /// The size of all elements in bytes.
    std::size_t nbytes() const noexcept { return static_cast<std::size_t>(size()) * sizeof(T); }

    /// A pointer to the element whose indices are all 0; null if there is none.
    T* data() noexcept { return data_; }
    const_element* data() const noexcept { return data_; }

    /// True if the elements lie one after another in C order: ndarray.flags.c_contiguous.
    bool is_contiguous() const noexcept { return Owning || detail::is_contiguous(shape_, strides_); }

    /// The memory that the elements lie in, shared; empty for memory that is borrowed without an owner.
    const storage& memory() const noexcept { return storage_; }

protected:
    handle() noexcept : shape_(), strides_() {}
    handle(T* data, const dims<R>& shape, const dims<R>& strides, storage memory) noexcept
        : data_(data), shape_(shape), strides_(strides), storage_(std::move(memory)) {}
    // Memory of its own for all elements.
    handle(const dims<R>& shape, allocate_function allocate)
        : shape_(shape), strides_(), storage_(allocate_elements(shape, strides_, sizeof(T), allocate)) {
        if (storage_) data_ = static_cast<T*>(storage_.data());
    }
    handle(const handle&) noexcept = default;
    handle(handle&&) noexcept = default;
    handle& operator=(const handle&) noexcept = default;
    handle& operator=(handle&&) noexcept = default;
    NUMLANE_INLINE ~handle() = default;

    T* data_ = nullptr;
    dims<R> shape_;
    dims<R> strides_;
    storage storage_;
};

}  // namespace detail
NUMLANE_END_NAMESPACE
