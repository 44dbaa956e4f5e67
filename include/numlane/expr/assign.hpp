#pragma once

#include "numlane/core/merge_operands.hpp"
#include "numlane/expr/copy_tiles.hpp"
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
    bool copies;      // the expression is an array of the dtype of the output
    bool squares;     // see program::in_squares
};

/// Throws shape_error unless `from` broadcasts to the shape of out, which may lack leading axes of extent 1.
NUMLANE_FUNCTION void check_broadcast(const dims<>& from, const raw_array& out);

/// Evaluates into arrays[0], which has the shape of the result, from the other arrays; through a temporary, which then
/// takes the place of arrays[0], where they overlap.
NUMLANE_FUNCTION void run_safely(loop_nest& nest, raw_array* arrays, kernel_function kernel,
                                 const kernel_constant* constants, const elementwise_cost& price);

#if NUMLANE_DEFINITIONS
/// How many elements of `size`, which take `ns` each, are a task of their own, so that there are as many for every thread.
inline index_t shared_chunk(index_t size, double ns) {
    constexpr index_t least = 512, most = 32768;
    const double worth = claim_ns * 2 / ns;
    const index_t items = worth < double(least) ? least : worth > double(most) ? most : index_t(worth);
    const index_t threads = get_num_threads();
    const index_t tasks = ceil_div(ceil_div(size, items), threads) * threads;
    return ceil_div(ceil_div(size, tasks), least) * least;
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
        if (c == 0) continue;
        if (coincide(nest, 0, c)) in_place = true;
        else if (may_overlap(nest, 0, c)) return false;
    }
    order_nest(nest);
    const double ns = element_ns(price.cost, bytes);
    const index_t size = nest.size();
    const bool shared = double(size) * ns >= parallel_from_ns;
    // A user's kernel may cost many times as much in one place as in another: smaller tasks, so that no thread is left with
    // much at the end. With two threads the Mandelbrot set of 100 steps took 0.93 of the time.
    const double task_ns = shared && price.squares ? 6 * ns : ns;
    const index_t chunk = shared ? shared_chunk(size, task_ns) : size;
    const bool stream = !in_place && size * bytes > last_cache_bytes();
    const bool copies = price.copies && !in_place && copies_planes(nest) && (!stream || runs_along_rows(nest));
    const tiling t = copies ? cut_copy(nest) : cut(nest, chunk, price.squares);
    for (int c = 0; c < nest.columns; ++c) nest.how[c] = access_of(nest, t, c);
    const elementwise_job job{kernel, constants, arrays, price.splat_lanes, stream};
    run_tasks(t.count, task_ns * double(t.rows * t.columns), [&](index_t first, index_t last) {
        if (copies) copy_tiles(nest, t, arrays[0].copy, stream, first, last);
        else run_tiles(nest, t, job, first, last);
    });
    return true;
}

NUMLANE_FUNCTION void run_safely(loop_nest& nest, raw_array* arrays, kernel_function kernel,
                                 const kernel_constant* constants, const elementwise_cost& price) {
    if (run_elementwise(nest, arrays, kernel, constants, price)) return;
    const raw_array out = arrays[0];
    dims<> shape = dims<>::with_rank(out.rank);
    for (int axis = 0; axis < out.rank; ++axis) shape[axis] = out.shape[axis];
    const dims<> strides = contiguous_strides(shape);
    const storage temporary = storage::allocate(shape_bytes(shape, std::size_t(out.itemsize)));
    arrays[0].data = static_cast<std::byte*>(temporary.data());
    arrays[0].strides = strides.data();
    run_elementwise(nest, arrays, kernel, constants, price);
    copy_array(out, arrays[0]);
}

NUMLANE_FUNCTION void check_broadcast(const dims<>& from, const raw_array& out) {
    const int added = out.rank - from.size();
    bool fits = true;
    for (int axis = 0; fits && axis < from.size(); ++axis)
        fits = from[axis] == 1 || (axis + added >= 0 && from[axis] == out.shape[axis + added]);
    if (fits) return;
    dims<> to = dims<>::with_rank(out.rank);
    for (int axis = 0; axis < out.rank; ++axis) to[axis] = out.shape[axis];
    (void)broadcast_strides(from, from, to, "assignment");
}
#endif

/// Whether loads are so much of Program's work that its arrays are worth a look: all of them may be one.
template <class Program>
inline constexpr bool loads_repeatedly =
    program::nests_calls<Program> && program::traits<Program>::operands > 2 && program::traits<Program>::cost < 12 &&
    element<program::operand_dtype<Program>>;

/// The kernel of Program; if `one_array`, the one that loads the array which all of its operands are once, as operand 0.
template <class Program>
NUMLANE_INLINE kernel_function kernel_of(bool one_array) {
    if constexpr (loads_repeatedly<Program>)
        if (one_array) return dispatch<evaluate_kernel<program::merged<Program>>>();
    return dispatch<evaluate_kernel<Program>>();
}

/// Evaluates node into out, to whose shape it broadcasts, by tiles.
template <class Program, class Node>
NUMLANE_NOINLINE void evaluate_tiles(const raw_array& out, const Node& node) {
    using Traits = program::traits<Program>;
    constexpr int columns = 1 + Node::operands;
    raw_array arrays[columns];
    kernel_constant constants[Node::constants + 1];
    arrays[0] = out;
    operand_copies<Node::copies> copies;
    binding b{arrays + 1, constants, copies.data()};
    node.collect(b);
    loop_nest_storage<columns> memory;
    loop_nest nest = memory.nest();
    const bool one_array = loads_repeatedly<Program> && are_one_array(arrays + 1, Node::operands);
    if (one_array) nest.columns = 2;
    using value = typename Program::value_type;
    run_safely(nest, arrays, kernel_of<Program>(one_array), constants,
               {Traits::cost, 256 / Traits::widest, std::is_same_v<Program, program::load<value, 0>>,
                program::in_squares<Program>});
}

template <class Node, class T>
using program_of = program::as<T, typename Node::template program<0, 0>>;

/// The number of elements from which evaluating Node into dtype T is worth several threads.
template <class Node, class T, class Traits = program::traits<program_of<Node, T>>>
inline constexpr index_t parallel_from =
    index_t(parallel_from_ns / element_ns(Traits::cost, Traits::bytes + int(sizeof(T))));

/// Calls the kernel of Program once, for arrays that have all been collected as alike.
template <class Program, class T, int Operands>
NUMLANE_INLINE void call_alike(T* out, index_t size, const kernel_operand* operands, const kernel_constant* constants) {
    bool one_array = loads_repeatedly<Program>;
    for (int i = 1; one_array && i < Operands; ++i) one_array = operands[i].data == operands[0].data;
    if (size > 0) kernel_of<Program>(one_array)({out, operands, constants, size, false});
}

/// Evaluates node into out if that is the commonest and simplest case: few elements, all arrays C-contiguous, of the shape
/// of out, and apart from it. Returns false, having done nothing, in any other.
template <class Out, class Node>
NUMLANE_INLINE bool evaluate_alike(const Out& out, const Node& node) {
    using T = typename Out::value_type;
    const index_t size = out.size();
    if (size >= parallel_from<Node, T> || !out.is_contiguous()) return false;
    kernel_operand operands[Node::operands + 1];
    kernel_constant constants[Node::constants + 1];
    auto* const data = const_cast<T*>(out.data());
    alike_binding b{{operands, constants}, reinterpret_cast<const std::byte*>(data), size, sizeof(T)};
    if (!node.collect_alike(b, out.shape())) return false;
    call_alike<program_of<Node, T>, T, Node::operands>(data, size, operands, constants);
    return true;
}

/// Refuses to compile where elements of dtype T would lose the imaginary parts of X.
template <class T, class X>
constexpr void require_fit() {
    static_assert(is_complex_v<T> || std::is_same_v<T, bool> || !is_complex_v<typename X::value_type>,
                  "a complex expression does not fit into a real array: take nl::real, nl::imag or nl::abs of it");
}

/// Evaluates node into the array or view out, broadcast to its shape.
template <class Out, class Node>
void evaluate_into(const Out& out, const Node& node) {
    using T = typename Out::value_type;
    require_fit<T, Node>();
    if (evaluate_alike(out, node)) return;
    const raw_array raw = raw_array::of(out);
    check_broadcast(node.shape(), raw);
    evaluate_tiles<program_of<Node, T>>(raw, node);
}

template <class T, int R, class Node>
NUMLANE_NOINLINE void assign_planned(array<T, R>& out, const Node& node) {
    if (out.shape() == node.shape()) evaluate_tiles<program_of<Node, T>>(raw_array::of(out), node);
    else out = array<T, R>(node);
}

template <class T, int R, class Node>
void fill_lazy(array<T, R>& out, const Node& node) {
    require_fit<T, Node>();
    using Program = program_of<Node, T>;
    const index_t size = out.size();
    kernel_operand operands[Node::operands + 1];
    kernel_constant constants[Node::constants + 1];
    new_binding b{operands, constants};
    if (size < parallel_from<Node, T> && node.collect_alike(b, out.shape()))
        call_alike<Program, T, Node::operands>(out.data(), size, operands, constants);
    else evaluate_tiles<Program>(raw_array::of(out), node);
}

// The long way gets a copy of the node: as its address stays here, the compiler may keep the node in registers.
template <class T, int R, class Node>
NUMLANE_INLINE void assign_lazy(array<T, R>& out, const Node& node) {
    require_fit<T, Node>();
    if (!evaluate_alike(out, node)) assign_planned(out, Node(node));
}

}  // namespace detail
NUMLANE_END_NAMESPACE
