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

/// True if every array is C-contiguous and of the same shape: one call serves all.
inline bool all_alike(const raw_array* arrays, int columns) {
    const raw_array& first = arrays[0];
    for (int c = 0; c < columns; ++c) {
        const raw_array& a = arrays[c];
        if (a.rank != first.rank) return false;
        index_t expected = 1;
        for (int axis = a.rank - 1; axis >= 0; --axis) {
            if (a.shape[axis] != first.shape[axis] || (a.strides[axis] != expected && a.shape[axis] != 1)) return false;
            expected *= a.shape[axis];
        }
    }
    return true;
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

/// Evaluates node into out, broadcast to its shape.
template <class Node, class T, int R>
void evaluate_into(const view<T, R>& out, const Node& node) {
    static_assert(is_complex_v<T> || !is_complex_v<typename Node::value_type>,
                  "a complex expression does not fit into a real array: take nl::real, nl::imag or nl::abs of it");
    using Program = program::as<T, typename Node::template program<0, 0>>;
    using Traits = program::traits<Program>;
    constexpr int columns = 1 + Node::operands;
    const kernel_function kernel = dispatch<evaluate_kernel<Program>>();
    raw_array arrays[columns];
    kernel_constant constants[Node::constants + 1];
    arrays[0] = raw_array::of(out);
    binding b{arrays + 1, constants};
    node.collect(b);

    const index_t size = out.size();
    if (all_alike(arrays, columns) && double(size) * element_ns(Traits::cost, 8 * columns) < parallel_from_ns) {
        bool overlap = false;
        for (int c = 1; c < columns; ++c) {
            const std::byte* end = arrays[c].data + size * arrays[c].itemsize;
            overlap = overlap || (arrays[c].data != arrays[0].data && arrays[c].data < arrays[0].data + size * index_t(sizeof(T)) &&
                                  arrays[0].data < end) || (arrays[c].data == arrays[0].data && arrays[c].itemsize != int(sizeof(T)));
        }
        if (!overlap) {
            kernel_operand operands[columns];
            for (int c = 1; c < columns; ++c) operands[c - 1] = {arrays[c].data, 1};
            if (size > 0) kernel({arrays[0].data, operands, constants, size, false});
            return;
        }
    }
    const auto shape = node.shape();
    (void)broadcast_strides(shape, shape, out.shape(), "assignment");
    loop_nest_storage<columns> memory;
    loop_nest nest = memory.nest();
    if (run_elementwise(nest, arrays, kernel, constants, {Traits::cost, 256 / Traits::widest})) return;
    array<T, R> result(uninitialized{}, out.shape());
    evaluate_into(result.as_view(), node);
    strided_copy(out.data(), out.strides(), static_cast<const T*>(result.data()), result.strides(), out.shape());
}

}  // namespace detail
NUMLANE_END_NAMESPACE
