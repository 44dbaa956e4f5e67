#pragma once

#include <concepts>
#include <string>
#include <type_traits>
#include <utility>

#include "numlane/core/error.hpp"
#include "numlane/core/index.hpp"
#include "numlane/core/message.hpp"

NUMLANE_BEGIN_NAMESPACE

/// The rank of arrays whose number of axes is not known at compile time.
inline constexpr int dynamic = -1;
/// The largest number of axes, as in NumPy 1.x.
inline constexpr int max_rank = 32;

namespace detail {

[[noreturn]] NUMLANE_COLD NUMLANE_FUNCTION void throw_no_axis(int axis, int rank);

// Where the number of an axis stands; a negative axis counts from the end, as in a.shape[-1].
NUMLANE_INLINE constexpr int place_of(int axis, int rank) noexcept(!NUMLANE_CHECK) {
    const int place = axis < 0 ? axis + rank : axis;
    if constexpr (NUMLANE_CHECK)
        if (place < 0 || place >= rank) throw_no_axis(axis, rank);
    return place;
}

}  // namespace detail

/// A shape, or the strides in elements: one number per axis, without allocation. [axis] counts from the end if it is
/// negative; one out of range throws index_error where operator() of arrays checks, and must not be elsewhere.
template <int R = dynamic>
class dims;

/// Dynamic rank: copies cost size() words, not max_rank. The first words always have values, so that a copy takes them
/// without a loop.
template <>
class dims<dynamic> {
public:
    constexpr dims() noexcept : size_(0) {
        for (int axis = 0; axis < always; ++axis) values_[axis] = 0;
    }

    /// One extent per axis, of any integer types.
    template <std::integral... I>
        requires(sizeof...(I) > 0 && sizeof...(I) <= max_rank)
    constexpr dims(I... extents) noexcept : dims() {
        ((values_[size_++] = static_cast<index_t>(extents)), ...);
    }

    constexpr dims(const dims& other) noexcept : size_(other.size_) { copy(other.values_); }

    template <int Q>
    constexpr dims(const dims<Q>& other) noexcept : dims() {
        size_ = Q;
        for (int axis = 0; axis < Q; ++axis) values_[axis] = other.data()[axis];
    }

    constexpr dims& operator=(const dims& other) noexcept {
        size_ = other.size_;
        copy(other.values_);
        return *this;
    }

    /// Zeros for `rank` axes; throws shape_error above max_rank.
    static constexpr dims with_rank(int rank) {
        if (rank < 0 || rank > max_rank) throw_rank(rank);
        dims result;
        result.size_ = rank;
        for (int axis = always; axis < rank; ++axis) result.values_[axis] = 0;
        return result;
    }

    constexpr int size() const noexcept { return size_; }
    constexpr index_t& operator[](int axis) noexcept(!NUMLANE_CHECK) { return values_[place_of(axis)]; }
    constexpr const index_t& operator[](int axis) const noexcept(!NUMLANE_CHECK) { return values_[place_of(axis)]; }
    constexpr index_t* data() noexcept { return values_; }
    constexpr const index_t* data() const noexcept { return values_; }
    constexpr index_t* begin() noexcept { return values_; }
    constexpr index_t* end() noexcept { return values_ + size_; }
    constexpr const index_t* begin() const noexcept { return values_; }
    constexpr const index_t* end() const noexcept { return values_ + size_; }

private:
    static constexpr int always = 4;

    // Within values_ whatever the axis is, which g++ would warn of where it follows paths that are not taken.
    constexpr unsigned place_of(int axis) const noexcept(!NUMLANE_CHECK) {
        static_assert((max_rank & (max_rank - 1)) == 0);
        return unsigned(detail::place_of(axis, size_)) & unsigned(max_rank - 1);
    }

    constexpr void copy(const index_t* values) noexcept {
        if (std::is_constant_evaluated()) {
            for (int axis = 0; axis < always || axis < size_; ++axis) values_[axis] = values[axis];
        } else {  // of a fixed size, this is two moves; from a loop, g++ makes a call
            __builtin_memcpy(values_, values, always * sizeof(index_t));
            if (size_ > always) copy_rest(values);
        }
    }

    // Out of line, for every expression copies dims several times.
    NUMLANE_NOINLINE void copy_rest(const index_t* values) noexcept {
        __builtin_memcpy(values_ + always, values + always, std::size_t(size_ - always) * sizeof(index_t));
    }

    [[noreturn]] NUMLANE_COLD static void throw_rank(int rank);

    int size_;
    index_t values_[max_rank];
};

#if NUMLANE_DEFINITIONS
NUMLANE_FUNCTION void dims<dynamic>::throw_rank(int rank) {
    throw shape_error(detail::message({"an array has 0 to ", max_rank, " axes, not ", rank}));
}
namespace detail {
NUMLANE_FUNCTION void throw_no_axis(int axis, int rank) {
    throw index_error(message({"axis ", axis, " of a shape of ", rank, " axes: from ", -rank, " to ", rank - 1}));
}
}  // namespace detail
#endif

/// Fixed rank R.
template <int R>
class dims {
    static_assert(R >= 0 && R <= max_rank, "the rank of an array is 0 to 32, or numlane::dynamic");

public:
    constexpr dims() noexcept : values_{} {}

    template <std::integral... I>
        requires(sizeof...(I) == R && R > 0)
    constexpr dims(I... extents) noexcept : values_{static_cast<index_t>(extents)...} {}

    /// Throws shape_error unless `other` has R axes.
    constexpr dims(const dims<dynamic>& other) : dims(with_rank(other.size())) {
        for (int axis = 0; axis < R; ++axis) values_[axis] = other.data()[axis];
    }

    static constexpr dims with_rank(int rank) {
        if (rank != R) throw_rank(rank);
        return dims();
    }

    static constexpr int size() noexcept { return R; }
    constexpr index_t& operator[](int axis) noexcept(!NUMLANE_CHECK) { return values_[place_of(axis)]; }
    constexpr const index_t& operator[](int axis) const noexcept(!NUMLANE_CHECK) { return values_[place_of(axis)]; }
    constexpr index_t* data() noexcept { return values_; }
    constexpr const index_t* data() const noexcept { return values_; }
    constexpr index_t* begin() noexcept { return values_; }
    constexpr index_t* end() noexcept { return values_ + R; }
    constexpr const index_t* begin() const noexcept { return values_; }
    constexpr const index_t* end() const noexcept { return values_ + R; }

private:
    static constexpr int place_of(int axis) noexcept(!NUMLANE_CHECK) {
        const int place = detail::place_of(axis, R);
        if (place < 0 || place >= R) __builtin_unreachable();  // g++ warns of paths that are not taken
        return place;
    }
    [[noreturn]] NUMLANE_COLD static void throw_rank(int rank) {
        throw shape_error(detail::message({"an array of fixed rank ", R, " cannot take a shape of ", rank, " axes"}));
    }

    index_t values_[R > 0 ? R : 1];
};

template <std::integral... I>
dims(I...) -> dims<static_cast<int>(sizeof...(I))>;

template <int A, int B>
constexpr bool operator==(const dims<A>& a, const dims<B>& b) noexcept {
    if (a.size() != b.size()) return false;
    const index_t *x = a.data(), *y = b.data();
    for (int axis = 0; axis < a.size(); ++axis) {
        if (x[axis] != y[axis]) return false;
    }
    return true;
}

// Without a loop, the compiler keeps the extents in registers.
template <int R>
    requires(R >= 0 && R <= 4)
NUMLANE_INLINE constexpr bool operator==(const dims<R>& a, const dims<R>& b) noexcept {
    if constexpr (R > 0)
        if (a[0] != b[0]) return false;
    if constexpr (R > 1)
        if (a[1] != b[1]) return false;
    if constexpr (R > 2)
        if (a[2] != b[2]) return false;
    if constexpr (R > 3)
        if (a[3] != b[3]) return false;
    return true;
}

/// For `auto [rows, columns] = a.shape()`, where the rank is fixed.
template <std::size_t Axis, int R>
    requires(R > int(Axis))
constexpr index_t get(const dims<R>& shape) noexcept {
    return shape.data()[Axis];
}

NUMLANE_END_NAMESPACE

template <int R>
    requires(R >= 0)
struct std::tuple_size<numlane::dims<R>> : std::integral_constant<std::size_t, std::size_t(R)> {};
template <std::size_t Axis, int R>
    requires(R >= 0)
struct std::tuple_element<Axis, numlane::dims<R>> {
    using type = numlane::index_t;
};
