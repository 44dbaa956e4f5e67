#pragma once

#include "numlane/core/columns.hpp"
#include "numlane/expr/cost.hpp"
#include "numlane/reduce/plan.hpp"
#include "numlane/simd/dispatch.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// What the accumulators of a reduction hold, which says how its kernels are called.
enum class accumulators : unsigned char {
    value,               // one value
    moments,             // the sum less a pivot, and the sum of squares
    moments_of_numbers,  // the same of what is no NaN, and how many elements that are
    located,             // an extremum, and its index
    pair,                // the values of two reductions
};

/// The most bytes of the two accumulators of moments, those of complex128.
inline constexpr int largest_moments = 48;

/// A reduction with its dtypes forgotten. The arrays are those of the expression, the mask if there is one, the output.
struct reduction {
    const raw_array* arrays;
    int operands;  // arrays of the expression
    bool masked;
    bool in_any_order;  // gives the same bits
    accumulators hold;

    kernel_function evaluate;  // the expression, as the dtype of the accumulators; null: it is its one array
    const kernel_constant* constants;
    int splat_lanes;
    int cost;

    kernel_function blend;  // puts `fill` where the mask is false
    kernel_constant fill;

    kernel_function fused_row;  // reduces the expression along a chunk; null: evaluate it first
    kernel_function row;        // reduces values along a chunk
    kernel_function columns;    // reduces rows, and joins accumulators
    // Reduces rows of the expression's one array, which has another dtype, as they lie; null: evaluate it first.
    kernel_function converting_columns;
    int itemsize, second_size;  // of the accumulators
    int part_size;              // of a real number in the first, or one part of a complex one

    /// Writes the results of n accumulators, one after another, to elements of the output `stride` apart.
    void (*finish)(const void* how, const std::byte* first, const std::byte* second, index_t n, std::byte* out,
                   index_t stride);
    const void* how;
    kernel_function finish_run;  // the same where they lie side by side; null: finish does it
    kernel_constant finish_constant;

    bool holds_moments() const { return hold == accumulators::moments || hold == accumulators::moments_of_numbers; }
    int output() const { return operands + (masked ? 1 : 0); }
};

/// Accumulators of some columns: the first and the second of each.
struct accumulator_rows {
    std::byte *first, *second;

    accumulator_rows at(const reduction& r, index_t column) const {
        return {first + column * r.itemsize, second == nullptr ? nullptr : second + column * r.second_size};
    }
};

/// Joins the accumulators `from` of `columns` columns with those of `to`; `before` and `added` elements are in each.
inline void join(const reduction& r, accumulator_rows to, accumulator_rows from, index_t columns, double before,
                 double added) {
    column_job job{};
    job.first = to.first;
    job.second = to.second;
    job.rows = from.first;
    job.rows_second = from.second;
    job.count = 1;
    job.columns = columns;
    job.before = before;
    job.added = added;
    job.lanes = columns;
    kernel_args args{};
    args.out = &job;
    r.columns(args);
}

/// Joins `chunks` rows of accumulators, `row` columns apart, in a binary tree into the first. A whole chunk holds `each`
/// elements, all of them `total`.
inline void join_tree(const reduction& r, accumulator_rows rows, index_t row, index_t columns, index_t chunks,
                      index_t each, index_t total) {
    const auto held = [&](index_t first, index_t count) {
        const index_t end = (first + count) * each;
        return double((end < total ? end : total) - first * each);
    };
    for (index_t step = 1; step < chunks; step *= 2)
        for (index_t i = 0; i + step < chunks; i += 2 * step)
            join(r, rows.at(r, i * row), rows.at(r, (i + step) * row), columns, held(i, step), held(i + step, step));
}

/// Writes the results of accumulators `begin` and on of the nest, whose output begins at `out`.
inline void emit(const reduction& r, const loop_nest& nest, std::byte* out, index_t begin, index_t count,
                 accumulator_rows from) {
    const int c = r.output();
    const index_t inner = inner_extent(nest), stride = inner_stride(nest, c);
    while (count > 0) {
        const index_t left = inner - begin % inner, n = left < count ? left : count;
        std::byte* const to = out + offset_of(nest, begin, c) * nest.itemsize[c];
        if (r.finish_run != nullptr && stride == 1) {
            const kernel_operand accumulators{from.first, 1};
            r.finish_run({to, &accumulators, &r.finish_constant, n, false});
        } else {
            r.finish(r.how, from.first, from.second, n, to, stride);
        }
        from = from.at(r, n);
        begin += n;
        count -= n;
    }
}

}  // namespace detail
NUMLANE_END_NAMESPACE
