#pragma once

#include "numlane/array/storage.hpp"
#include "numlane/reduce/buckets.hpp"
#include "numlane/reduce/nth_element.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Memory for a row, kept for the next.
template <class T>
class row_buffer {
public:
    /// Room for n; what was there before is lost if there is not as much.
    T* reserve(index_t n) {
        if (n > room_) memory_ = storage::allocate(std::size_t(n) * sizeof(T));
        room_ = n > room_ ? n : room_;
        return static_cast<T*>(memory_.data());
    }

private:
    storage memory_;
    index_t room_ = 0;
};

/// Two elements that follow each other in a sorted row.
template <class T>
struct neighbours {
    T at, next;
};

/// Finds what sorting a row of numbers would put at a rank, and leaves the row as it is.
///
/// Counts of the numbers in buckets tell in which one the rank lies; its numbers are copied, and dealt to buckets in their
/// turn. No comparison decides a branch that the CPU would mispredict, and each pass takes as many bits off the range of
/// the numbers as it takes to number the buckets, however they are distributed.
template <class T>
class order_statistics {
public:
    /// The element at rank < n, and the next if there is one.
    neighbours<T> find(const T* x, index_t n, index_t rank) {
        while (n > few) {
            const buckets<T> b(x, n);
            if (b.one_number()) return {x[0], x[0]};
            b.count(counts_);
            index_t bucket = 0, before = 0;
            while (before + counts_[bucket] <= rank) before += counts_[bucket++];
            const index_t inside = counts_[bucket];
            index_t next = bucket;
            if (rank + 1 == before + inside && rank + 1 < n)
                while (counts_[++next] == 0) {
                }
            if (b.exact()) return {b.number(bucket), b.number(next)};
            if (next != bucket) {
                const auto [at, after] = b.border(bucket, next);
                return {at, after};
            }
            if (inside == n) return {x[0], x[0]};  // only NaN that -ffast-math hides can do that
            T* const copies = copies_.reserve(inside + 1);
            b.copy(bucket, inside, copies);
            x = copies;
            n = inside;
            rank -= before;
        }
        using bits = order<T>;
        typename bits::key keys[few];
        for (index_t i = 0; i < n; ++i) keys[i] = bits::of(x[i]);
        nth_element(keys, n, rank);
        typename bits::key next = keys[rank + 1 < n ? rank + 1 : rank];
        for (index_t i = rank + 2; i < n; ++i) next = keys[i] < next ? keys[i] : next;
        return {bits::number(keys[rank]), bits::number(next)};
    }

    /// A row without NaN: itself, or a copy of its numbers, whose number replaces n.
    const T* numbers_of(const T* x, index_t& n) {
        if constexpr (std::is_floating_point_v<T>) {
            if (!has_nan(x, n)) return x;
            T *const numbers = numbers_.reserve(n + 1), *to = numbers;
            for (index_t i = 0; i < n; ++i) {
                *to = x[i];
                to += x[i] == x[i] ? 1 : 0;
            }
            n = to - numbers;
            return numbers;
        }
        return x;
    }

private:
    static constexpr index_t few = 96;

    static bool has_nan(const T* x, index_t n) {
        if (n > few) {
            const T least = extremum_of_row<reducer::minimum>(x, n);
            return least != least;
        }
        bool found = false;  // of few by a plain loop, which is shorter than the call of a kernel
        for (index_t i = 0; i < n; ++i) found |= x[i] != x[i];
        return found;
    }

    index_t counts_[2 * buckets<T>::most];
    row_buffer<T> copies_, numbers_;
};

/// Of complex numbers, which no bits of one word put in order.
template <class T>
    requires is_complex_v<T>
class order_statistics<T> {
public:
    neighbours<T> find(const T* x, index_t n, index_t rank) {
        T* const numbers = copies_.reserve(n);
        for (index_t i = 0; i < n; ++i) numbers[i] = x[i];
        nth_element(numbers, n, rank);
        index_t next = rank + 1 < n ? rank + 1 : rank;
        for (index_t i = next + 1; i < n; ++i) next = is_less(numbers[i], numbers[next]) ? i : next;
        return {numbers[rank], numbers[next]};
    }
    const T* numbers_of(const T* x, index_t& n) {
        T* const numbers = numbers_.reserve(n + 1);
        index_t count = 0;
        for (index_t i = 0; i < n; ++i) {
            numbers[count] = x[i];
            count += x[i] == x[i] ? 1 : 0;
        }
        n = count;
        return numbers;
    }

private:
    row_buffer<T> copies_, numbers_;
};

}  // namespace detail
NUMLANE_END_NAMESPACE
