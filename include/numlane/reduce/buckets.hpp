#pragma once

#include "numlane/core/bit.hpp"
#include "numlane/core/program.hpp"
#include "numlane/reduce/order.hpp"
#include "numlane/simd/dispatch.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The extremum of a row; NaN if there is one.
template <class Reducer, class T>
T extremum_of_row(const T* x, index_t n) {
    T result;
    const kernel_operand operands[] = {{x, 1}};
    dispatch<reduce_kernel<Reducer, program::load<T, 0>>>()({&result, operands, nullptr, n, false});
    return result;
}

/// Deals the n > 0 numbers of a row to buckets of equal width between the extrema, in the order of their bits. The least is
/// never in the same bucket as the largest, unless they are equal.
template <class T>
class buckets {
public:
    static constexpr index_t most = 1024;

    buckets(const T* x, index_t n) : x_(x), n_(n) {
        low_ = order<T>::of(extremum_of_row<reducer::minimum>(x, n));
        high_ = order<T>::of(extremum_of_row<reducer::maximum>(x, n));
        // Either zero may stand for both, and in a CPU that is told so a zero for every subnormal number.
        if (order<T>::is_near_zero(low_) || order<T>::is_near_zero(high_)) {
            for (index_t i = 0; i < n; ++i) {
                const key k = order<T>::of(x[i]);
                low_ = k < low_ ? k : low_;
                high_ = high_ < k ? k : high_;
            }
        }
        const int wanted = n < 512 ? 6 : n < 4096 ? 8 : 10, range = int(bit_width(key(high_ - low_)));
        shift_ = range > wanted ? range - wanted : 0;
        count_ = index_t(1) << wanted;
    }

    bool one_number() const { return low_ == high_; }
    /// Whether a bucket holds equal numbers only, number(bucket).
    bool exact() const { return shift_ == 0; }
    T number(index_t bucket) const { return order<T>::number(key(low_ + key(bucket))); }

    /// How many numbers are in each bucket; there is room for twice `most`.
    void count(index_t* counts) const {
        const buckets b = *this;
        index_t* const others = counts + count_;  // in turns, for equal neighbours not to wait for each other
        std::fill_n(counts, 2 * count_, index_t(0));
        index_t i = 0;
        for (; i + 2 <= b.n_; i += 2) {
            ++counts[b.of(b.x_[i])];
            ++others[b.of(b.x_[i + 1])];
        }
        if (i < b.n_) ++counts[b.of(b.x_[i])];
        for (i = 0; i < b.count_; ++i) counts[i] += others[i];
    }

    /// Copies the numbers of a bucket, of which there are `inside`, to where there is room for one more; `to` may be
    /// the row itself.
    void copy(index_t bucket, index_t inside, T* to) const {
        const buckets b = *this;
        if (inside < b.n_ / 16) {  // a branch that is foreseen is cheaper than to store every number
            for (index_t i = 0; i < b.n_; ++i)
                if (b.of(b.x_[i]) == bucket) *to++ = b.x_[i];
            return;
        }
        for (index_t i = 0; i < b.n_; ++i) {
            const T number = b.x_[i];
            *to = number;
            to += b.of(number) == bucket ? 1 : 0;
        }
    }

    /// The largest of one bucket, the least of a later one.
    std::pair<T, T> border(index_t below, index_t above) const {
        const buckets b = *this;
        key largest = 0, least = key(~key(0));
        for (index_t i = 0; i < b.n_; ++i) {
            const index_t bucket = b.of(b.x_[i]);
            const key k = order<T>::of(b.x_[i]);
            if (bucket == below) largest = largest < k ? k : largest;
            else if (bucket == above) least = k < least ? k : least;
        }
        return {order<T>::number(largest), order<T>::number(least)};
    }

private:
    using key = typename order<T>::key;

    // The mask matters only for NaN that -ffast-math hides: they stay within the counts.
    index_t of(const T& number) const {
        return index_t(std::uint64_t(key(order<T>::of(number) - low_)) >> shift_) & (count_ - 1);
    }

    const T* x_;
    index_t n_, count_;
    key low_, high_;
    int shift_;
};

}  // namespace detail
NUMLANE_END_NAMESPACE
