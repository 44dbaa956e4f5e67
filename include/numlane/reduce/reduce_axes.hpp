#pragma once

#include "numlane/reduce/accumulator_kernels.hpp"
#include "numlane/reduce/finish.hpp"
#include "numlane/reduce/options.hpp"
#include "numlane/reduce/run_columns.hpp"
#include "numlane/reduce/run_rows.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Where a reduction has no mask.
struct no_mask {};

/// What a reduction is called, and what it runs over.
struct reduction_request {
    const char* name;
    axes axis;
    bool in_order = false;  // elements are numbered along the reduced axes
};

inline void run_reduction(const reduction& r, reduction_plan& p, const loop_nest& all, const dims<>& shape,
                          const axis_set& set, bool in_order) {
    plan_reduction(p, all, shape, set, r.arrays, in_order);
    if (p.rows) run_rows(r, p);
    else columns_run(r, p).run();
}

/// Throws shape_error for a mask that does not broadcast to the shape of what is reduced.
inline void check_mask(const char* name, const element_mask& mask, const dims<>& shape) {
    if (!mask.given()) return;
    const std::string what = message({name, ": where"});
    (void)broadcast_strides(mask.mask().shape(), mask.mask().strides(), shape, what.c_str());
}
inline void check_mask(const char*, no_mask, const dims<>&) {}

/// Reduces the elements of node along axes `set` to `data`, the results in C order. There is at least one element. `fill`
/// stands for the elements that the mask leaves out.
template <class Kernels, class Out, class Node, class Mask, class Finish>
void reduce_elements(const reduction_request& request, const dims<>& shape, const axis_set& set, const Node& node,
                     const Mask& mask, typename Kernels::first_type fill, const Finish& finish, Out* data) {
    using T = typename Kernels::first_type;
    using Program = values_program<T, Node>;
    using Traits = program::traits<Program>;
    constexpr bool maskable = std::is_same_v<Mask, element_mask>;
    constexpr int columns = Node::operands + 2;
    raw_array arrays[columns];
    kernel_constant constants[Node::constants + 1];
    operand_copies<Node::copies> copies;
    binding b{arrays, constants, copies.data()};
    node.collect(b);
    reduction r{};
    r.arrays = arrays;
    r.operands = Node::operands;
    r.hold = Kernels::hold;
    r.in_any_order = Kernels::hold == accumulators::located || std::is_integral_v<T>;
    constexpr int lane = int(sizeof(real_t<T>)), own_lanes = 256 / lane > 64 ? 256 / lane : 64;
    r.splat_lanes = own_lanes > 256 / Traits::widest ? own_lanes : 256 / Traits::widest;
    r.cost = Traits::cost + 2;
    if constexpr (!is_plain_array<T, Program>) r.evaluate = dispatch<evaluate_kernel<Program>>();
    r.constants = constants;
    if constexpr (maskable) {
        if (mask.given()) {
            r.masked = true;
            r.splat_lanes = max_lanes;
            arrays[Node::operands] = raw_array::of(mask.mask());
            using Blend =
                program::call<op::where, T, program::load<bool, 0>, program::load<T, 1>, program::constant<T, 0>>;
            r.blend = dispatch<evaluate_kernel<Blend>>();
            __builtin_memcpy(r.fill.bytes, static_cast<const void*>(&fill), sizeof(T));
        }
    }
    r.row = dispatch<typename Kernels::row>();
    if constexpr (Kernels::hold == accumulators::value)
        r.fused_row = dispatch<typename Kernels::template fused_row<Node>>();
    r.columns = dispatch<typename Kernels::columns>();
    using Converted = typename converted<Program>::type;
    if constexpr (requires { typename Kernels::columns_in_place; })
        r.converting_columns = dispatch<typename Kernels::columns_in_place>();
    else if constexpr (Kernels::hold == accumulators::value && !std::is_void_v<Converted> &&
                       !is_plain_array<T, Program>)
        r.converting_columns = dispatch<typename Kernels::template converting_columns<Converted>>();
    r.itemsize = int(sizeof(T));
    r.second_size = Kernels::second_size;
    r.part_size = lane;
    r.finish = &finish_results<Kernels, Out, Finish>;
    r.how = &finish;
    if constexpr (has_program<Finish>) {
        r.finish_run = dispatch<evaluate_kernel<typename Finish::result_program>>();
        r.finish_constant = finish.constant();
    }

    const dims<> kept = reduced_shape(shape, set, true), strides = contiguous_strides(kept);
    arrays[r.output()] = {reinterpret_cast<std::byte*>(data),
                          int(sizeof(Out)),
                          kept.size(),
                          kept.data(),
                          strides.data(),
                          nullptr,
                          nullptr};
    loop_nest_storage<columns> memory;
    reduction_plan_storage<columns> plan_memory;
    reduction_plan p = plan_memory.plan();
    loop_nest all = memory.nest();
    all.columns = r.output() + 1;
    run_reduction(r, p, all, shape, set, request.in_order);
}

/// The number of elements that each result is made of.
inline index_t reduced_size(const dims<>& shape, const axis_set& set) {
    index_t n = 1;
    for (int axis = 0; axis < shape.size(); ++axis) n *= set.has[axis] ? shape[axis] : 1;
    return n;
}

/// An array of the results along the axes of the request. `make_finish(n)` gives what makes a result of the accumulators
/// over n elements, and, by its member empty(), of none.
template <class Kernels, class Out, class Node, class Mask, class MakeFinish>
array<Out> reduce_axes(const reduction_request& request, const Node& node, bool keepdims, const Mask& mask,
                       typename Kernels::first_type fill, const MakeFinish& make_finish) {
    const dims<> shape(node.shape());
    const axis_set set = reduced_axes(request.name, request.axis, shape);
    check_mask(request.name, mask, shape);
    array<Out> result(uninitialized{}, reduced_shape(shape, set, keepdims));
    const index_t n = reduced_size(shape, set);
    const auto finish = make_finish(n);
    // As NumPy's: what has no value of nothing throws where there are no results either, as along an axis of (0, 0).
    if (n == 0) result.fill(finish.empty(shape));
    else if (result.size() > 0)
        reduce_elements<Kernels, Out>(request, shape, set, node, mask, fill, finish, result.data());
    return result;
}

/// The one result over all axes.
template <class Kernels, class Out, class Node, class MakeFinish>
Out reduce_whole(const reduction_request& request, const Node& node, const MakeFinish& make_finish) {
    const dims<> shape(node.shape());
    const axis_set set = reduced_axes(request.name, axes(), shape);
    const index_t n = shape_size(shape);
    const auto finish = make_finish(n);
    if (n == 0) return finish.empty(shape);
    Out result;
    reduce_elements<Kernels, Out>(request, shape, set, node, no_mask(), {}, finish, &result);
    return result;
}

}  // namespace detail
NUMLANE_END_NAMESPACE
