#pragma once

#include "numlane/reduce/options.hpp"
#include "numlane/reduce/run_columns.hpp"
#include "numlane/reduce/run_rows.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The program that yields a node's elements as dtype T. Truth values are computed as bytes of 0 and 1; an array of bool
/// holds them already.
template <class T, class Node>
using values_program = program::as<T, typename Node::template program<0, 0>>;
template <class T, class Program>
inline constexpr bool is_plain_array =
    std::is_same_v<Program, program::load<T, 0>> ||
    (std::is_same_v<T, std::uint8_t> && std::is_same_v<Program, program::cast<T, program::load<bool, 0>>>);

/// The dtype of the elements if Program does nothing but convert an array's, which the kernel of columns can do itself.
template <class Program>
struct converted {
    using type = void;
};
template <class T, class S>
struct converted<program::cast<T, program::load<S, 0>>> {
    using type = std::conditional_t<std::is_same_v<S, bool>, std::uint8_t, S>;
};

/// The kernels of a reduction to one value of dtype T.
template <class Reducer, class T>
struct value_kernels {
    using first_type = T;
    using second_type = char;
    static constexpr accumulators hold = accumulators::value;
    static constexpr int second_size = 0;
    using row = reduce_kernel<Reducer, program::load<T, 0>>;
    using columns = reduce_columns_kernel<Reducer, T>;
    template <class S>
    using converting_columns = reduce_columns_kernel<Reducer, T, S>;
    template <class Node>
    using fused_row = reduce_kernel<Reducer, values_program<T, Node>>;
};
/// Of the truth of any element or of all: a byte of 0 or 1.
template <class Reducer>
struct truth_kernels : value_kernels<Reducer, std::uint8_t> {
    template <class Node>
    using fused_row = truth_kernel<Reducer, values_program<bool, Node>>;
};
/// Of how many elements of a node of bool are true.
struct count_kernels : value_kernels<reducer::sum, std::int64_t> {
    template <class Node>
    using fused_row = count_kernel<values_program<bool, Node>>;
};
/// Of the sum and the sum of squares.
template <class T>
struct moment_kernels {
    using first_type = T;
    using second_type = T;
    static constexpr accumulators hold = accumulators::moments;
    static constexpr int second_size = int(sizeof(T));
    using row = moments_kernel<T>;
    using columns = moments_columns_kernel<T>;
};
/// Of the extremum and its index.
template <class Reducer, class T>
struct located_kernels {
    using first_type = T;
    using second_type = std::int64_t;
    static constexpr accumulators hold = accumulators::located;
    static constexpr int second_size = 8;
    using row = locate_kernel<Reducer, T>;
    using columns = locate_columns_kernel<Reducer, T>;
};

/// Where a reduction has no mask.
struct no_mask {};

/// What a reduction is called, and what it runs over.
struct reduction_request {
    const char* name;
    axes axis;
    bool in_order = false;  // elements are numbered along the reduced axes
};

/// What makes a result of an accumulator, and can say that the accumulator is the result.
template <class Finish>
concept may_keep_value = requires(const Finish& finish) {
    { finish.keeps_value() } -> std::same_as<bool>;
};

/// What makes a result of an accumulator by a program of it and a constant as well.
template <class Finish>
concept has_program = requires { typename Finish::result_program; };

template <class Kernels, class Out, class Finish>
void finish_results(const void* how, const std::byte* first, const std::byte* second, index_t n, std::byte* out,
                    index_t stride) {
    const auto& finish = *static_cast<const Finish*>(how);
    const auto* a = reinterpret_cast<const typename Kernels::first_type*>(first);
    const auto* b = reinterpret_cast<const typename Kernels::second_type*>(second);
    Out* to = reinterpret_cast<Out*>(out);
    if constexpr (may_keep_value<Finish> && sizeof(Out) == sizeof *a) {
        if (stride == 1 && finish.keeps_value()) {
            __builtin_memcpy(static_cast<void*>(to), a, std::size_t(n) * sizeof(Out));
            return;
        }
    }
    const auto result = [&](index_t i) -> Out {
        if constexpr (Kernels::second_size == 0) return finish(a[i]);
        else return finish(a[i], b[i]);
    };
    index_t i = 0;
    constexpr int block = 8;  // side by side, and so many that compilers take them together
    for (; stride == 1 && i + block <= n; i += block)
        for (int k = 0; k < block; ++k) to[i + k] = result(i + k);
    for (; i < n; ++i) to[i * stride] = result(i);
}

inline void run_reduction(const reduction& r, reduction_plan& p, const loop_nest& all, const dims<>& shape,
                          const axis_set& set, bool in_order) {
    plan_reduction(p, all, shape, set, r.arrays, in_order);
    if (p.rows) run_rows(r, p);
    else columns_run(r, p).run();
}

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
    constexpr int lane = int(sizeof(real_t<T>)), own_lanes = 256 / lane > 64 ? 256 / lane : 64;
    r.splat_lanes = own_lanes > 256 / Traits::widest ? own_lanes : 256 / Traits::widest;
    r.cost = Traits::cost + 2;
    if constexpr (!is_plain_array<T, Program>) r.evaluate = dispatch<evaluate_kernel<Program>>();
    r.constants = constants;
    if constexpr (maskable) {
        if (mask.given()) {
            r.masked = true;
            r.splat_lanes = max_lanes;
            (void)broadcast_strides(mask.mask().shape(), mask.mask().strides(), shape, request.name);
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
    if constexpr (Kernels::hold == accumulators::value && !std::is_void_v<Converted> && !is_plain_array<T, Program>)
        r.converting_columns = dispatch<typename Kernels::template converting_columns<Converted>>();
    r.itemsize = int(sizeof(T));
    r.second_size = Kernels::second_size;
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
