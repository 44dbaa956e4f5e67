#pragma once

#include "numlane/reduce/pivots.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The elements of a chunk. Those that are read twice stay in the nearest cache meanwhile, of at least 32 KiB.
inline index_t chunk_of(const reduction& r) {
    const index_t nearest = 32768 / r.itemsize;
    return r.holds_moments() && nearest < reduction_chunk ? nearest : reduction_chunk;
}

/// Reduces along contiguous memory: each result takes the elements of the reduced axes in chunks, one row kernel each, and
/// the chunks are joined in a binary tree.
inline void run_rows(const reduction& r, const reduction_plan& p) {
    const index_t kept = p.planes.size(), size = p.reduced.size(), whole = chunk_of(r);
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
        if (r.fused_row != nullptr && !r.masked && chunks == 1 && source.lie_in_rows()) {
            source.move_to(begin);
            kernel_args args{nullptr, source.operands(0, size), r.constants, size, large};
            for (index_t row = begin; row < end; ++row) {
                args.out = all.at(r, row).first;
                r.fused_row(args);
                if (row + 1 < end) source.next_operands();
            }
            return;
        }
        index_t at = -1;
        for (index_t task = begin; task < end; ++task) {
            const index_t chunk = chunks == 1 ? 0 : task % chunks, from = chunk * whole;
            const index_t count = size - from < whole ? size - from : whole;
            const accumulator_rows to = all.at(r, task);
            if (const index_t plane = chunks == 1 ? task : task / chunks; plane != at) {
                source.move_to(at = plane);
                leader.found = false;
                if (r.hold == accumulators::moments)
                    __builtin_memcpy(pivot, source.range(0, 1), std::size_t(r.itemsize));
                else if (r.hold == accumulators::moments_of_numbers)
                    __builtin_memcpy(pivot, found + plane * r.itemsize, std::size_t(r.itemsize));
            }
            if (r.fused_row != nullptr && !r.masked) {
                r.fused_row({to.first, source.operands(from, count), r.constants, count, large});
                continue;
            }
            const kernel_operand values[] = {{source.range(from, count), 1}, {pivot, 0}};
            if (r.hold == accumulators::located) {
                column_job job{};
                job.first = to.first;
                job.second = to.second;
                job.index = from;
                job.leader = &leader;
                r.row({&job, values, nullptr, count, false});
            } else if (r.holds_moments()) {
                alignas(16) std::byte sums[largest_moments];
                r.row({sums, values, nullptr, count, false});
                __builtin_memcpy(to.first, sums, std::size_t(r.itemsize));
                __builtin_memcpy(to.second, sums + r.itemsize, std::size_t(r.second_size));
            } else {
                r.row({to.first, values, nullptr, count, false});
            }
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
