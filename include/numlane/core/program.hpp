#pragma once

#include <cstddef>

#include "numlane/core/dtype.hpp"
#include "numlane/core/operation.hpp"

// An expression as the kernels see it: a type. Arrays have become numbered operands and scalars numbered constants, so
// two expressions of the same form, whatever their ranks and strides, share one compiled loop.
NUMLANE_BEGIN_NAMESPACE
namespace program {

/// The elements of operand number I.
template <class T, int I>
struct load {
    using value_type = T;
};

/// P on one array, operand 0 of dtype T, which P names given<T> wherever it occurs: it is loaded once.
template <class T, class P>
struct with_given {
    using value_type = typename P::value_type;
};
template <class T>
struct given {
    using value_type = T;
};

/// Constant number I in every lane.
template <class T, int I>
struct constant {
    using value_type = T;
};

/// Constant number I handed to a user's kernel as a plain scalar.
template <class T, int I>
struct parameter {
    using value_type = T;
};

/// P converted to T by the rules of astype.
template <class T, class P>
struct cast {
    using value_type = T;
};

/// Op applied to its arguments; T is the dtype of the result.
template <class Op, class T, class... P>
struct call {
    using value_type = T;
};

/// P as an expression of dtype T: P itself where it has that dtype already.
template <class T, class P>
using as = std::conditional_t<std::is_same_v<T, typename P::value_type>, P, cast<T, P>>;

/// What a program is made of, for the choice of lanes and threads.
template <class P>
struct traits;

template <class T>
inline constexpr int lane_bytes = int(sizeof(real_t<T>));

template <class T, int I>
struct traits<load<T, I>> {
    static constexpr int operands = 1, widest = lane_bytes<T>, cost = 1, bytes = int(sizeof(T));
};
template <class T, class P>
struct traits<with_given<T, P>> {
    static constexpr int operands = 1, widest = traits<P>::widest, cost = traits<P>::cost, bytes = int(sizeof(T));
};
template <class T>
struct traits<given<T>> : traits<load<T, 0>> {};
template <class T, int I>
struct traits<constant<T, I>> {
    static constexpr int operands = 0, widest = lane_bytes<T>, cost = 0, bytes = 0;
};
template <class T, int I>
struct traits<parameter<T, I>> {
    static constexpr int operands = 0, widest = 1, cost = 0, bytes = 0;
};

constexpr int largest(int a) { return a; }
template <class... I>
constexpr int largest(int a, int b, I... rest) {
    return largest(a > b ? a : b, rest...);
}

template <class T, class P>
struct traits<cast<T, P>> {
    using of = traits<P>;
    static constexpr int operands = of::operands, widest = largest(lane_bytes<T>, of::widest), cost = of::cost + 1,
                         bytes = of::bytes;
};
template <class Op, class T, class... P>
struct traits<call<Op, T, P...>> {
    static constexpr int operands = (0 + ... + traits<P>::operands);
    static constexpr int widest = largest(lane_bytes<T>, traits<P>::widest...);
    static constexpr int cost = (Op::cost + ... + traits<P>::cost);
    static constexpr int bytes = (0 + ... + traits<P>::bytes);
};

/// Whether neighbours in both directions are best computed together: a user's kernel may loop for as long as its slowest
/// lane needs, and what is near in both directions takes alike long.
template <class P>
inline constexpr bool in_squares = false;
template <class K, class T, class... P>
inline constexpr bool in_squares<call<op::user<K>, T, P...>> = true;
template <class T, class P>
inline constexpr bool in_squares<cast<T, P>> = in_squares<P>;

}  // namespace program

/// One operand of a kernel: where its elements begin, and whether they advance (step 1) or the same vector of equal
/// lanes stands for all of them (step 0, a broadcast).
struct kernel_operand {
    const void* data;
    std::ptrdiff_t step;
};

/// The room for one constant of any dtype.
struct kernel_constant {
    alignas(16) unsigned char bytes[16];
};

/// The most lanes that a broadcast operand must hold, for any target and dtype.
inline constexpr int max_lanes = 256;

/// What a kernel is called with: `count` contiguous elements of every operand and of the output.
struct kernel_args {
    void* out;
    const kernel_operand* operands;
    const kernel_constant* constants;
    std::ptrdiff_t count;
    bool stream;  // write past the cache
};

NUMLANE_END_NAMESPACE
