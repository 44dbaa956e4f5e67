#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "numlane/core/config.hpp"

NUMLANE_BEGIN_NAMESPACE

/// Integers in the order of numbers of T: of 32 bits for up to four bytes, otherwise of 64.
template <class T>
using column_key = std::conditional_t<(sizeof(T) > 4), std::int64_t, std::int32_t>;
/// So many columns stand side by side in a block of keys: a line of the cache.
template <class K>
inline constexpr int columns_of_keys = 64 / int(sizeof(K));

/// The most keys of a column that the kernel of ranks may leave.
inline constexpr int few_keys = 16;

/// What the kernels of order statistics of columns are called with, through kernel_args::out. Where no extent stands, there
/// are columns_of_keys keys; lanes without a column are of zeros.
struct column_keys {
    const void* rows;        // of elements, to make keys of
    std::ptrdiff_t stride;   // from row to row, in elements
    std::ptrdiff_t columns;  // in a row
    std::ptrdiff_t count;    // of rows
    void* keys;              // [count][columns_of_keys]; NaN are the largest
    void *low,
        *high;  // the extreme keys of each column but those of NaN; of the keys that are left, once ranks are wanted
    void* numbers;          // how many keys of each column are not those of NaN
    const void* ranks;      // which key of each column is wanted, less than `numbers`
    std::ptrdiff_t enough;  // so few keys are left of each column, at most few_keys; but equal ones
    // Among which keys that one is:
    void* below;  // so many are less than low
    void* above;  // so many are more than high
    void* next;   // the least of those above
    void* few;    // [columns_of_keys][few_keys]; those from low to high, but where they are all equal
};

NUMLANE_END_NAMESPACE
