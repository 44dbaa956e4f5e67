#pragma once

#include <cstddef>
#include <cstdint>

#include "numlane/core/config.hpp"

NUMLANE_BEGIN_NAMESPACE

/// How many rows a kernel of columns combines in one tree.
inline constexpr int rows_at_once = 8;

/// The extremum of what a row has had so far.
struct row_leader {
    alignas(16) std::byte extremum[16];
    bool found = false;
    bool lately = false;  // in the last chunk
};

/// What a kernel that reduces columns is called with, through kernel_args::out. The accumulators of a column are one
/// value, and for some reductions a second: the sum of squares beside a sum, the index beside an extremum.
struct column_job {
    void* first;              // [columns]; accumulators of the reduction's dtype
    void* second;             // [columns]; of another dtype, or null
    const void* rows;         // the rows; to join accumulators with others, those
    const void* rows_second;  // not null: join
    std::ptrdiff_t stride;    // from row to row, in elements
    std::ptrdiff_t count;     // of rows
    std::ptrdiff_t columns;
    bool ahead;            // the next rows are in memory, not in the cache
    bool fresh;            // nothing is in the accumulators yet
    const void* pivot;     // [columns]; what is subtracted from every element before it is summed
    double before, added;  // how many elements each accumulator holds; and how many those that are joined with it
    std::int64_t index;    // of the first row
    std::ptrdiff_t lanes;  // so many columns are one row; the next are the row after it
    const std::int64_t* rows_before;  // [columns]; to locate an extremum: which of the joined rows it is part of
    row_leader* leader;               // to locate an extremum in the chunks of a row
};

NUMLANE_END_NAMESPACE
