#pragma once

#include "numlane/reduce/pivots.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The elements of a chunk. Those that are read twice stay in the nearest cache meanwhile, of at least 32 KiB; where the place
/// of an extremum is looked for in an array as it lies, chunks may be long, for they change no bit.
inline index_t chunk_of(const reduction& r, const reduction_plan& p) {
    const index_t nearest = 32768 / r.itemsize;
    if (r.holds_moments()) return nearest < reduction_chunk ? nearest : reduction_chunk;
    const bool as_it_lies =
        r.evaluate == nullptr && !r.masked && p.reduced.rank <= 1 && inner_stride(p.reduced, 0) == 1;
    return r.hold == accumulators::located && as_it_lies ? 4 * reduction_chunk : reduction_chunk;
}

/// Reduces along contiguous memory: each result takes the elements of the reduced axes in chunks, one row kernel each, and
/// the chunks are joined in a binary tree.
inline void run_rows(const reduction& r, const reduction_plan& p) {
    const index_t kept = p.planes.size(), size = p.reduced.size(), whole = chunk_of(r, p);
    const index_t chunks = ceil_div(size, whole), tasks = kept * chunks;
    const index_t longest = size < whole ? size : whole;
    const std::size_t bytes = std::size_t(tasks) * std::size_t(r.itemsize + r.second_size) + 64;
    alignas(64) std::byte few[1024];  // small reductions take nothing from the heap
    const storage many = bytes > sizeof few ? storage::allocate(bytes) : storage();
    std::byte* const first = bytes > sizeof few ? static_cast<std::byte*>(many.data()) : few;
    auto* const second = first + (std::size_t(tasks) * std::size_t(r.itemsize) + 15) / 16 * 16;
    const accumulator_rows all{first, r.second_size == 0 ? nullptr : second};

    const storage pivots = r.hold == accumulators::moments_of_numbers ? pivots_of_rows(r, p) : storage();
    const auto* const found = static_cast<const std::byte*>(pivots.data());

    const bool large = kept * size * r.itemsize > last_cache_bytes();

    const auto body = [&](index_t begin, index_t end) {
        tile_source source(r, p, longest);
        alignas(16) std::byte pivot[16] = {};
        row_leader leader{};
        const auto begin_row = [&](index_t row, const void* values) {
            leader.found = false;
            if (r.hold == accumulators::moments) __builtin_memcpy(pivot, values, std::size_t(r.itemsize));
            if (r.hold == accumulators::moments_of_numbers)
                __builtin_memcpy(pivot, found + row * r.itemsize, std::size_t(r.itemsize));
        };
        const auto reduce_values = [&](accumulator_rows to, const void* data, index_t from, index_t count) {
            const kernel_operand values[] = {{data, 1}, {pivot, 0}};
            if (r.hold == accumulators::located || r.hold == accumulators::pair) {
                column_job job{};
                job.first = to.first;
                job.second = to.second;
                job.index = from;
                job.leader = &leader;
                r.row({&job, values, nullptr, count, large});
            } else if (r.holds_moments()) {
                alignas(16) std::byte sums[largest_moments];
                r.row({sums, values, nullptr, count, false});
                __builtin_memcpy(to.first, sums, std::size_t(r.itemsize));
                __builtin_memcpy(to.second, sums + r.itemsize, std::size_t(r.second_size));
            } else {
                r.row({to.first, values, nullptr, count, false});
            }
        };

        const bool fused = r.fused_row != nullptr && !r.masked;
        if (chunks == 1 && (fused || (r.evaluate == nullptr && !r.masked)) && source.lie_in_rows()) {
            source.move_to(begin);
            const kernel_operand* const operands = source.operands(0, size);
            kernel_args args{nullptr, operands, r.constants, size, large};
            for (index_t row = begin; row < end; ++row) {
                args.out = all.at(r, row).first;
                if (fused) {
                    r.fused_row(args);
                } else {
                    begin_row(row, operands->data);
                    reduce_values(all.at(r, row), operands->data, 0, size);
                }
                if (row + 1 < end) source.next_operands();
            }
            return;
        }
        index_t at = -1;
        for (index_t task = begin; task < end; ++task) {
            const index_t chunk = chunks == 1 ? 0 : task % chunks, from = chunk * whole;
            const index_t count = size - from < whole ? size - from : whole;
            if (const index_t row = chunks == 1 ? task : task / chunks; row != at) {
                source.move_to(at = row);
                begin_row(row, r.hold == accumulators::moments ? source.range(0, 1) : nullptr);
            }
            if (fused) r.fused_row({all.at(r, task).first, source.operands(from, count), r.constants, count, large});
            else reduce_values(all.at(r, task), source.range(from, count), from, count);
        }
    };
    run_tasks(tasks, 5 + element_ns(r.cost, r.itemsize) * double(longest), body);
    for (index_t k = 0; k < kept && chunks > 1; ++k) {
        join_tree(r, all.at(r, k * chunks), 1, 1, chunks, whole, size);
        if (k == 0) continue;
        __builtin_memcpy(all.at(r, k).first, all.at(r, k * chunks).first, std::size_t(r.itemsize));
        if (all.second) __builtin_memcpy(all.at(r, k).second, all.at(r, k * chunks).second, std::size_t(r.second_size));
    }
    emit(r, p.planes, p.planes.base[r.output()], 0, kept, all);
}

}  // namespace detail
NUMLANE_END_NAMESPACE
