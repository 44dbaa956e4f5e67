#pragma once

#include <array>
#include <complex>

#include "numlane/core/kernels.hpp"
#include "numlane/reduce/reduction.hpp"

// Which kernels a reduction of dtype T is made of.
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

template <class S>
    requires(!is_complex_v<S>)
struct converted<program::cast<std::int64_t, program::cast<bool, program::load<S, 0>>>> {
    using type = truth_of<S>;
};
template <>
struct converted<program::cast<std::int64_t, program::load<bool, 0>>> {
    using type = truth_of<bool>;
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
/// Of an array's elements with Value in the place of NaN: rows need not be evaluated first where they lie side by side.
template <class Reducer, class T, int Value>
struct number_kernels : value_kernels<Reducer, T> {
    using columns_in_place = reduce_columns_kernel<Reducer, T, number_else<T, Value>>;
};
/// The sum of squares and how many elements they are of, as real and imaginary part; of complex elements for each part.
template <class T>
using squares_of_numbers = std::array<std::complex<real_t<T>>, is_complex_v<T> ? 2 : 1>;

/// Of the sum and the sum of squares, of complex elements for each part. OfNumbers, those of the elements that are no NaN.
template <class T, bool OfNumbers = false>
struct moment_kernels {
    using first_type = T;
    using second_type = std::conditional_t<OfNumbers, squares_of_numbers<T>, T>;
    static constexpr accumulators hold = OfNumbers ? accumulators::moments_of_numbers : accumulators::moments;
    static constexpr int second_size = int(sizeof(second_type));
    static_assert(sizeof(first_type) + sizeof(second_type) <= largest_moments);
    using row = moments_kernel<T, OfNumbers>;
    using columns = moments_columns_kernel<T, OfNumbers>;
};
/// Of two reductions: see kernels/pair-inl.hpp.
template <class Pair, class First, class Second>
struct pair_kernels {
    using first_type = First;
    using second_type = Second;
    static constexpr accumulators hold = accumulators::pair;
    static constexpr int second_size = int(sizeof(Second));
    using row = pair_kernel<Pair>;
    using columns = pair_columns_kernel<Pair>;
};
/// The smallest and the largest element.
template <class T>
struct both_extrema {
    using element = T;
    using first_row = reduce_kernel<reducer::minimum, program::load<T, 0>>;
    using second_row = reduce_kernel<reducer::maximum, program::load<T, 0>>;
    using first_columns = reduce_columns_kernel<reducer::minimum, T>;
    using second_columns = reduce_columns_kernel<reducer::maximum, T>;
    using first_join = first_columns;
    using second_join = second_columns;
};
/// The sum of what is not NaN, and how many elements that is.
template <class T>
struct sum_and_count {
    using element = T;
    using is_nan = program::call<op::not_equal, bool, program::load<T, 0>, program::load<T, 0>>;
    using first_row =
        reduce_kernel<reducer::sum, program::call<op::where, T, is_nan, program::constant<T, 0>, program::load<T, 0>>>;
    using second_row = count_kernel<program::call<op::equal, bool, program::load<T, 0>, program::load<T, 0>>>;
    using first_columns = reduce_columns_kernel<reducer::sum, T, number_else<T, 0>>;
    using second_columns = reduce_columns_kernel<reducer::sum, std::int64_t, is_number<T>>;
    using first_join = reduce_columns_kernel<reducer::sum, T>;
    using second_join = reduce_columns_kernel<reducer::sum, std::int64_t>;
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

}  // namespace detail
NUMLANE_END_NAMESPACE
