#pragma once

#include <concepts>
#include <cstdint>

#include "numlane/array/dims.hpp"

NUMLANE_BEGIN_NAMESPACE

/// The type of `_`.
struct all_t {};
/// The type of `ellipsis`.
struct ellipsis_t {};
/// The type of `newaxis`.
struct newaxis_t {};

/// A whole axis, NumPy's `:`; as a part of a slice, the part that is left out.
inline constexpr all_t _{};
/// As many whole axes as the array still has, NumPy's `...`.
inline constexpr ellipsis_t ellipsis{};
/// A new axis of extent 1, numpy.newaxis.
inline constexpr newaxis_t newaxis{};

/// A range of an axis: Python's slice(start, stop, step), where `_` stands for None.
class slice {
public:
    /// A start, stop or step: an integer, or `_` for none.
    struct part {
        constexpr part(all_t) noexcept : value(0), given(false) {}
        template <std::integral I>
        constexpr part(I i) noexcept : value(detail::as_index(i)), given(true) {}

        index_t value;
        bool given;
    };

    /// The elements before stop.
    constexpr explicit slice(part stop) noexcept : slice(_, stop) {}
    /// Every step-th element from start until before stop; throws index_error for a step of 0.
    constexpr slice(part start, part stop, part step = _)
        : start_(start), stop_(stop), step_(step.given ? step.value : 1) {
        if (step_ == 0) throw_zero_step();
    }

    /// A slice of an axis of known extent: its first index, the number of elements and the step.
    struct range {
        index_t start;
        index_t count;
        index_t step;
    };

    /// The elements of an axis of `extent` that the slice selects, clipped as Python clips. An empty range starts at 0.
    constexpr range resolve(index_t extent) const noexcept {
        const index_t low = step_ > 0 ? 0 : -1;
        const index_t high = step_ > 0 ? extent : extent - 1;
        const index_t start = start_.given ? clip(start_.value, extent, low, high) : step_ > 0 ? low : high;
        const index_t stop = stop_.given ? clip(stop_.value, extent, low, high) : step_ > 0 ? high : low;
        const index_t distance = step_ > 0 ? stop - start : start - stop;
        if (distance <= 0) return {0, 0, 1};
        // Unsigned, because -PTRDIFF_MIN has no signed value.
        const std::uintptr_t stride =
            step_ > 0 ? static_cast<std::uintptr_t>(step_) : -static_cast<std::uintptr_t>(step_);
        const index_t count = static_cast<index_t>((static_cast<std::uintptr_t>(distance) - 1) / stride) + 1;
        return {start, count, count == 1 ? 1 : step_};
    }

private:
    static constexpr index_t clip(index_t i, index_t extent, index_t low, index_t high) noexcept {
        if (i < 0) i += extent;
        return i < low ? low : i > high ? high : i;
    }

    [[noreturn]] NUMLANE_COLD static void throw_zero_step() { throw index_error("slice step cannot be zero"); }

    part start_;
    part stop_;
    index_t step_;
};

NUMLANE_END_NAMESPACE
