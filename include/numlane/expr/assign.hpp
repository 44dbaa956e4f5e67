#pragma once

#include "numlane/expr/cost.hpp"
#include "numlane/expr/node.hpp"
#include "numlane/expr/overlap.hpp"
#include "numlane/expr/run_tiles.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// What the planner must know of an expression besides its arrays.
struct elementwise_cost {
    int cost;         // of an element, in additions of vectors
    int splat_lanes;  // as elementwise_job
};

/// The number of elements if every array is C-contiguous and of the same shape, so that one call serves all; else -1.
inline index_t common_size(const raw_array* arrays, int columns) {
    const raw_array& first = arrays[0];
    index_t size = 1;
    for (int axis = first.rank - 1; axis >= 0; --axis) {
        const index_t extent = first.shape[axis];
        for (int c = 0; c < columns; ++c) {
            const raw_array& a = arrays[c];
            if (a.rank != first.rank || a.shape[axis] != extent || (a.strides[axis] != size && extent != 1)) return -1;
        }
        size *= extent;
    }
    for (int c = 1; c < columns && first.rank == 0; ++c)
        if (arrays[c].rank != 0) return -1;
    return size;
}

/// True if contiguous output of `size` elements shares memory with an input otherwise than element by element.
inline bool shifted_overlap(const raw_array* arrays, int columns, index_t size) {
    const std::byte* const begin = arrays[0].data;
    const std::byte* const end = begin + size * arrays[0].itemsize;
    for (int c = 1; c < columns; ++c) {
        const raw_array& a = arrays[c];
        if (a.data == begin && a.itemsize == arrays[0].itemsize) continue;
        if (a.data < end && begin < a.data + size * a.itemsize) return true;
    }
    return false;
}

/// Evaluates into arrays[0], which has the shape of the result, from the other arrays. Returns false, without having
/// written anything, if they overlap so that a temporary is needed.
inline bool run_elementwise(loop_nest& nest, const raw_array* arrays, kernel_function kernel,
                            const kernel_constant* constants, const elementwise_cost& price) {
    if (!fill_nest(nest, arrays[0].shape, arrays[0].rank, arrays)) return true;
    bool in_place = false;
    int bytes = 0;
    for (int c = 0; c < nest.columns; ++c) {
        bytes += nest.itemsize[c];
        if (c == 0 || !may_overlap(nest, 0, c)) continue;
        if (!coincide(nest, 0, c)) return false;
        in_place = true;
    }
    order_nest(nest);
    const double ns = element_ns(price.cost, bytes);
    const double chunk = claim_ns * 2 / ns;
    const bool parallel = double(nest.size()) * ns >= parallel_from_ns;
    const index_t chunk_items = chunk > 32768 ? 32768 : chunk < 512 ? 512 : index_t(chunk) / 512 * 512;
    const tiling t = cut(nest, parallel ? chunk_items : nest.size());
    const bool stream = !in_place && nest.size() * bytes > last_cache_bytes();
    const elementwise_job job{kernel, constants, arrays, price.splat_lanes, stream};
    run_tasks(t.count, ns * double(t.rows * t.columns),
              [&](index_t first, index_t last) { run_tiles(nest, t, job, first, last); });
    return true;
}

/// Throws shape_error unless `from` broadcasts to the shape of out.
template <int R>
void check_broadcast(const dims<R>& from, const raw_array& out) {
    dims<> to = dims<>::with_rank(out.rank);
    for (int axis = 0; axis < out.rank; ++axis) to[axis] = out.shape[axis];
    (void)broadcast_strides(dims<>(from), dims<>(from), to, "assignment");
}

/// Evaluates node into out, broadcast to its shape; T is the dtype of out.
template <class T, class Node>
void evaluate_into(const raw_array& out, const Node& node) {
    static_assert(is_complex_v<T> || !is_complex_v<typename Node::value_type>,
                  "a complex expression does not fit into a real array: take nl::real, nl::imag or nl::abs of it");
    using Program = program::as<T, typename Node::template program<0, 0>>;
    using Traits = program::traits<Program>;
    constexpr int columns = 1 + Node::operands;
    const kernel_function kernel = dispatch<evaluate_kernel<Program>>();
    raw_array arrays[columns];
    kernel_constant constants[Node::constants + 1];
    arrays[0] = out;
    binding b{arrays + 1, constants};
    node.collect(b);

    const index_t size = common_size(arrays, columns);
    constexpr double ns = element_ns(Traits::cost, 8 * columns);
    if (size >= 0 && size < index_t(parallel_from_ns / ns) && !shifted_overlap(arrays, columns, size)) {
        kernel_operand operands[columns];
        for (int c = 1; c < columns; ++c) operands[c - 1] = {arrays[c].data, 1};
        if (size > 0) kernel({out.data, operands, constants, size, false});
        return;
    }
    check_broadcast(node.shape(), out);
    loop_nest_storage<columns> memory;
    loop_nest nest = memory.nest();
    if (run_elementwise(nest, arrays, kernel, constants, {Traits::cost, 256 / Traits::widest})) return;
    index_t count = 1;
    for (int axis = 0; axis < out.rank; ++axis) count *= out.shape[axis];
    const storage temporary = storage::allocate(std::size_t(count) * sizeof(T));
    dims<> shape = dims<>::with_rank(out.rank), strides = shape;
    for (int axis = 0; axis < out.rank; ++axis) {
        shape[axis] = out.shape[axis];
        strides[axis] = out.strides[axis];
    }
    const view<T> result(static_cast<T*>(temporary.data()), shape, contiguous_strides(shape), temporary);
    evaluate_into<T>(raw_array::of(result), node);
    strided_copy(reinterpret_cast<T*>(out.data), strides, static_cast<const T*>(result.data()), result.strides(), shape);
}

}  // namespace detail
NUMLANE_END_NAMESPACE
