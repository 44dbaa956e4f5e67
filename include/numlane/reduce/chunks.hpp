#pragma once

#include "numlane/expr/as_node.hpp"

// Reductions of whole arrays and expressions. The elements, in the order of the memory of the first array, are cut into
// chunks of a fixed size; a kernel reduces each to one value, and the values are combined in a binary tree. Both depend
// on the number of elements alone: neither the target nor the number of threads changes a bit of the result.
NUMLANE_BEGIN_NAMESPACE
namespace detail {

inline constexpr index_t reduction_chunk = 4096;

/// Copies the elements [first, first + count) of array c, in the order of the nest, to `to`.
inline void pack_range(const loop_nest& nest, int c, copy_function copy, index_t first, index_t count, std::byte* to) {
    const index_t n0 = nest.extent[nest.rank - 1];
    const index_t n1 = nest.rank > 1 ? nest.extent[nest.rank - 2] : 1;
    const tile_strides s(nest, c);
    while (count > 0) {
        const index_t column = first % n0, row = first / n0 % n1;
        index_t offset = row * s.row + column * s.column, rest = first / n0 / n1;
        for (int axis = nest.rank - 3; axis >= 0; --axis) {
            offset += rest % nest.extent[axis] * nest.strides_of(axis)[c];
            rest /= nest.extent[axis];
        }
        index_t rows = 1, columns = n0 - column < count ? n0 - column : count;
        if (column == 0 && count >= n0) rows = count / n0 < n1 - row ? count / n0 : n1 - row;
        copy({to, columns, 1}, {nest.base[c] + offset * nest.itemsize[c], s.row, s.column}, rows, columns);
        first += rows * columns;
        count -= rows * columns;
        to += rows * columns * nest.itemsize[c];
    }
}

/// Calls done(chunk, kernel_args) for the chunks [first, last), with the operands ready.
template <class Done>
void walk_chunks(const loop_nest& nest, const raw_array* arrays, const kernel_constant* constants, int splat_lanes,
                 index_t size, bool stream, index_t first, index_t last, const Done& done) {
    const int columns = nest.columns;
    const auto how = [&](int c) {
        bool broadcast = true;
        for (int axis = 0; axis < nest.rank; ++axis) broadcast = broadcast && nest.strides_of(axis)[c] == 0;
        if (broadcast) return access::splat;
        return nest.rank == 1 && nest.strides_of(0)[c] == 1 ? access::direct : access::packed;
    };
    const auto buffer_bytes = [&](int c) {
        const index_t items = how(c) == access::packed ? reduction_chunk : how(c) == access::splat ? splat_lanes : 0;
        return std::size_t(items) * std::size_t(nest.itemsize[c]);
    };
    std::size_t bytes = scratch::aligned(std::size_t(columns) * sizeof(kernel_operand));
    for (int c = 0; c < columns; ++c) bytes += scratch::aligned(buffer_bytes(c));
    scratch memory(bytes);
    auto* operands = reinterpret_cast<kernel_operand*>(memory.take(std::size_t(columns) * sizeof(kernel_operand)));
    for (int c = 0; c < columns; ++c) {
        std::byte* buffer = memory.take(buffer_bytes(c));
        new (&operands[c]) kernel_operand{buffer, how(c) == access::splat ? 0 : 1};
        if (how(c) == access::splat) splat(buffer, nest.base[c], nest.itemsize[c], splat_lanes);
    }
    kernel_args args{nullptr, operands, constants, 0, stream};
    for (index_t chunk = first; chunk < last; ++chunk) {
        const index_t begin = chunk * reduction_chunk;
        const index_t count = size - begin < reduction_chunk ? size - begin : reduction_chunk;
        args.count = count;
        for (int c = 0; c < columns; ++c) {
            if (how(c) == access::direct) operands[c].data = nest.base[c] + begin * nest.itemsize[c];
            else if (how(c) == access::packed)
                pack_range(nest, c, arrays[c].copy, begin, count,
                           static_cast<std::byte*>(const_cast<void*>(operands[c].data)));
        }
        done(chunk, args);
    }
}

/// Reduces node chunk by chunk: Kernel writes a Partial for each, and finish(partials, count, size) makes the result of
/// them. `enough(partial, elements)` may say that no further chunk matters.
template <class Kernel, class Partial, int SplatLanes, int Cost, class Node, class Finish, class Enough>
auto reduce_chunks(const Node& node, const Finish& finish, const Enough& enough) {
    constexpr int columns = Node::operands > 0 ? Node::operands : 1;
    kernel_constant constants[Node::constants + 1];
    const auto shape = node.shape();
    // The commonest case: one chunk of arrays that are contiguous and of one shape. It needs no plan.
    if (const index_t size = shape_size(shape); size > 0 && size <= reduction_chunk) {
        kernel_operand operands[columns];
        new_binding alike{operands, constants};  // nothing is written that they could share
        if (node.collect_alike(alike, shape)) {
            Partial one{};
            dispatch<Kernel>()({&one, operands, constants, size, false});
            return finish(&one, index_t(1), size);
        }
    }
    raw_array arrays[columns];
    operand_copies<Node::copies> copies;
    binding b{arrays, constants, copies.data()};
    node.collect(b);
    loop_nest_storage<columns> memory;
    loop_nest nest = memory.nest();
    nest.columns = Node::operands;
    if (!fill_nest(nest, shape.data(), shape.size(), arrays))
        return finish(static_cast<Partial*>(nullptr), index_t(0), index_t(0));
    order_nest(nest);
    const index_t size = nest.size(), chunks = ceil_div(size, reduction_chunk);
    if (nest.rank == 0) {  // one element: an axis for it spares the walk a special case
        nest.extent[nest.rank++] = 1;
        for (int c = 0; c < nest.columns; ++c) nest.strides_of(0)[c] = 1;
    }
    int bytes = 0;
    for (int c = 0; c < nest.columns; ++c) bytes += nest.itemsize[c];

    const kernel_function kernel = dispatch<Kernel>();
    const bool stream = size * bytes > last_cache_bytes();
    Partial few[64];
    storage many;
    Partial* partial = few;
    if (chunks > 64) {
        many = storage::allocate(std::size_t(chunks) * sizeof(Partial));
        partial = static_cast<Partial*>(many.data());
    }
    std::atomic<bool> decided{false};
    const auto body = [&](index_t first, index_t last) {
        walk_chunks(nest, arrays, constants, SplatLanes, size, stream, first, last,
                    [&](index_t chunk, kernel_args& args) {
                        new (partial + chunk) Partial();
                        if (decided.load(std::memory_order_relaxed)) return;
                        args.out = partial + chunk;
                        kernel(args);
                        if (enough(partial[chunk], args.count)) decided.store(true, std::memory_order_relaxed);
                    });
    };
    run_tasks(chunks, element_ns(Cost, bytes) * double(size < reduction_chunk ? size : reduction_chunk), body);
    return finish(partial, chunks, size);
}

/// Combines values, which are lost, in a binary tree whose shape depends on their number alone: neighbours first, then
/// the results of neighbours; one that has none waits.
template <class T, class Combine>
T combine_tree(T* values, index_t count, const Combine& combine) {
    for (index_t step = 1; step < count; step *= 2)
        for (index_t i = 0; i + step < count; i += 2 * step) values[i] = combine(values[i], values[i + step]);
    return values[0];
}

}  // namespace detail
NUMLANE_END_NAMESPACE
