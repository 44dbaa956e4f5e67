#pragma once

#include <cstddef>

#include "numlane/array/strided_copy.hpp"
#include "numlane/array/view.hpp"
#include "numlane/core/program.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// A plane of elements: strides in elements from row to row and from column to column.
struct plane {
    std::byte* data;
    index_t row, column;
    bool stream = false;  // written past the cache, if it pays
};

/// Copies rows × columns elements; the planes do not overlap.
using copy_function = void (*)(const plane& to, const plane& from, index_t rows, index_t columns);

/// Gives what copies elements of one line to where they lie side by side.
using gather_function = kernel_function (*)();

inline constexpr index_t few_columns_copied = 8;

/// Rows so short that their copies are best made of a few registers: of elements side by side, or of one again and again.
template <std::size_t Bytes>
void copy_few_columns(const plane& to, const plane& from, index_t rows) {
    struct item {
        unsigned char bytes[Bytes];
    };
    constexpr std::size_t line = few_columns_copied * Bytes;
    const index_t to_row = to.row * index_t(Bytes), from_row = from.row * index_t(Bytes);
    std::byte* row = to.data;
    const std::byte* source = from.data;
    if (from.column == 1) {
        for (index_t r = 0; r < rows; ++r, row += to_row, source += from_row) __builtin_memcpy(row, source, line);
        return;
    }
    for (index_t r = 0; r < rows; ++r, row += to_row, source += from_row) {
        item value;
        __builtin_memcpy(&value, source, Bytes);
        for (std::size_t done = 0; done < line; done += Bytes) __builtin_memcpy(row + done, &value, Bytes);
    }
}

/// Fills `all` bytes with copies of the first `once` of them.
inline void repeat_bytes(std::byte* data, index_t once, index_t all) {
    for (; once < all; once *= 2) std::memcpy(data + once, data, std::size_t(once < all - once ? once : all - once));
}

template <std::size_t Bytes>
void copy_plane(const plane& to, const plane& from, index_t rows, index_t columns) {
    if (rows == 1 && to.column == 1) return gather_line<Bytes>(to.data, from.data, from.column, columns);
    if (rows == 1) return copy_line<Bytes>(to.data, from.data, {columns, to.column, from.column});
    if (columns == few_columns_copied && to.column == 1 && (from.column == 1 || from.column == 0))
        return copy_few_columns<Bytes>(to, from, rows);
    if (from.column == 0 && to.column == 1) {  // one element in all of a row
        for (index_t row = 0; row < rows; ++row) {
            std::byte* const first = to.data + row * to.row * index_t(Bytes);
            std::memcpy(first, from.data + row * from.row * index_t(Bytes), Bytes);
            repeat_bytes(first, index_t(Bytes), columns * index_t(Bytes));
        }
        return;
    }
    if (from.row == 0 && to.row == columns && to.column == 1) {  // one row again and again
        gather_line<Bytes>(to.data, from.data, from.column, columns);
        return repeat_bytes(to.data, columns * index_t(Bytes), rows * columns * index_t(Bytes));
    }
    copy_axis axes[2] = {{rows, to.row, from.row}, {columns, to.column, from.column}};
    copy_axes<Bytes>(to.data, from.data, axes, 2, to.stream);
}

/// An array with its dtype forgotten: all that the planner of loops needs to know of it.
struct raw_array {
    std::byte* data;
    int itemsize;
    int rank;
    const index_t* shape;
    const index_t* strides;  // in elements
    copy_function copy;
    gather_function gather;

    template <array_like A>
    static raw_array of(const A& a) {
        using T = typename A::value_type;
        return {reinterpret_cast<std::byte*>(const_cast<T*>(a.data())),
                int(sizeof(T)),
                a.ndim(),
                a.shape().data(),
                a.strides().data(),
                &copy_plane<sizeof(T)>,
                &gather_lines<sizeof(T)>};
    }
};

/// Whether the arrays, all of one dtype, are one and the same.
inline bool are_one_array(const raw_array* arrays, int count) {
    const raw_array& first = arrays[0];
    for (int i = 1; i < count; ++i) {
        const raw_array& other = arrays[i];
        if (other.data != first.data || other.rank != first.rank) return false;
        for (int axis = 0; axis < first.rank; ++axis)
            if (other.shape[axis] != first.shape[axis] || other.strides[axis] != first.strides[axis]) return false;
    }
    return true;
}

/// Copies the elements of `from` to `to`, which has its shape and dtype and shares no memory with it.
inline void copy_array(const raw_array& to, const raw_array& from) {
    const int outer = to.rank > 2 ? to.rank - 2 : 0;
    const auto last = [&](const index_t* values, int axis, index_t otherwise) {
        return axis < to.rank ? values[to.rank - 1 - axis] : otherwise;
    };
    for (int axis = 0; axis < to.rank; ++axis)
        if (to.shape[axis] == 0) return;
    plane target{to.data, last(to.strides, 1, 0), last(to.strides, 0, 0)};
    plane source{from.data, last(from.strides, 1, 0), last(from.strides, 0, 0)};
    index_t index[max_rank] = {};
    for (;;) {
        to.copy(target, source, last(to.shape, 1, 1), last(to.shape, 0, 1));
        int axis = outer - 1;
        for (; axis >= 0; --axis) {
            const index_t turns = ++index[axis] < to.shape[axis] ? 1 : 1 - to.shape[axis];
            target.data += turns * to.strides[axis] * to.itemsize;
            source.data += turns * from.strides[axis] * to.itemsize;
            if (turns == 1) break;
            index[axis] = 0;
        }
        if (axis < 0) return;
    }
}

/// Elements that a leaf gathers for as long as its expression is evaluated.
struct operand_copy {
    storage memory;
    dims<> shape, strides;
};

/// Room for N of them.
template <int N>
struct operand_copies {
    operand_copy copy[N];
    operand_copy* data() { return copy; }
};
template <>
struct operand_copies<0> {
    static operand_copy* data() { return nullptr; }
};

/// Whether elements of this shape and these strides are C-contiguous and of the shape `as`.
#if NUMLANE_DEFINITIONS
NUMLANE_NOINLINE NUMLANE_FUNCTION bool lies_as(const dims<>& shape, const dims<>& strides, const dims<>& as) {
    return shape == as && is_contiguous(shape, strides);
}
#else
bool lies_as(const dims<>& shape, const dims<>& strides, const dims<>& as);
#endif

/// Where the leaves of an expression put their arrays and scalars, in the order of the program's numbers. It refers to
/// the shapes and strides in the leaves.
struct binding {
    raw_array* next_operand;
    kernel_constant* next_constant;
    operand_copy* next_copy;

    template <class T, int R>
    void add_operand(const view<T, R>& v) {
        *next_operand++ = raw_array::of(v);
    }
    template <array_like A>
    void add_copy(const A& a) {
        operand_copy& c = *next_copy++ = {a.memory(), dims<>(a.shape()), dims<>(a.strides())};
        raw_array raw = raw_array::of(a);
        raw.shape = c.shape.data();
        raw.strides = c.strides.data();
        *next_operand++ = raw;
    }
    void add_constant(const void* value, std::size_t size) { __builtin_memcpy((next_constant++)->bytes, value, size); }
};

/// The same for the commonest case, in which every array is C-contiguous and of the shape of the output: one call of the
/// kernel serves all. Collecting fails where an array is not. The output is new, so that no array shares memory with it.
struct new_binding {
    kernel_operand* next_operand;
    kernel_constant* next_constant;

    template <class T, int R, int Q>
    NUMLANE_INLINE bool add_operand(const view<T, R>& v, const dims<Q>& as) {
        *next_operand++ = {v.data(), 1};
        if constexpr (R == dynamic && Q == dynamic) return lies_as(v.shape(), v.strides(), as);
        else return v.shape() == as && v.is_contiguous();
    }
    NUMLANE_INLINE void add_constant(const void* value, std::size_t bytes) {
        __builtin_memcpy((next_constant++)->bytes, value, bytes);
    }
};

/// The same for an output that may be one of them. Collecting fails as well where an array shares memory with it
/// otherwise than element by element.
struct alike_binding : new_binding {
    const std::byte* out;
    index_t size;
    std::size_t itemsize;

    // All in line, so that the node, whose address nobody sees then, stays in registers.
    template <class T, int R, int Q>
    NUMLANE_INLINE bool add_operand(const view<T, R>& v, const dims<Q>& as) {
        return v.shape() == as && v.is_contiguous() && add_apart(v.data(), sizeof(T));
    }
    NUMLANE_INLINE bool add_apart(const void* elements, std::size_t bytes) {
        *next_operand++ = {elements, 1};
        // From where the elements may not begin, for they would end beyond the start of out, to the end of out.
        const std::size_t distance = reinterpret_cast<std::uintptr_t>(elements) - reinterpret_cast<std::uintptr_t>(out);
        const std::size_t before = std::size_t(size) * bytes;
        return distance + before - 1 >= before + std::size_t(size) * itemsize - 1 ||
               (distance == 0 && bytes == itemsize);
    }
};

}  // namespace detail
NUMLANE_END_NAMESPACE
