#pragma once

#include <cstddef>

#include "numlane/core/config.hpp"

// The kernels by name. kernels/*-inl.hpp defines kernel<Name> once per target, with a function run(const kernel_args&), and
// dispatch<Name>() of simd/dispatch.hpp finds that of the active target.
NUMLANE_BEGIN_NAMESPACE
namespace detail {

// One fused pass over contiguous elements.
template <class Program>
struct evaluate_kernel;
// The same where a mask is true: see core/selection.hpp.
template <class Program>
struct selected_kernel;

// Reductions of one chunk to one value.
template <class Reducer, class Program>
struct reduce_kernel;
template <class Program>
struct count_kernel;
template <class Reducer, class Program>
struct truth_kernel;
template <class T, bool OfNumbers = false>
struct moments_kernel;
template <class Reducer, class T>
struct locate_kernel;

// Elements that stand for something else: for 1 where it is not zero; for 1 where it is not NaN; for Value where it is NaN.
template <class T>
struct truth_of {
    T element;
};
template <class T>
struct is_number {
    T element;
};
template <class T, int Value>
struct number_else {
    T element;
};
// The same of columns, a few rows at once: see core/columns.hpp. Rows of S are converted to T as they are read.
template <class Reducer, class T, class S = T>
struct reduce_columns_kernel;
template <class T, bool OfNumbers = false>
struct moments_columns_kernel;
template <class Reducer, class T>
struct locate_columns_kernel;
// Two reductions at once: see kernels/pair-inl.hpp.
template <class Pair>
struct pair_kernel;
template <class Pair>
struct pair_columns_kernel;

// Order statistics of columns: see core/column_keys.hpp.
template <class T>
struct column_keys_kernel;
template <class K>
struct rank_columns_kernel;

// Copies: see core/transposition.hpp, core/line_copy.hpp and core/compression.hpp.
template <std::size_t Bytes>
struct transpose_kernel;
template <std::size_t Bytes>
struct gather_line_kernel;
template <std::size_t Bytes>
struct compress_kernel;

// Linear algebra: see core/product.hpp, core/rotation.hpp and core/elimination.hpp.
template <class T>
struct gemm_kernel;
template <class R>
struct gemv_kernel;
template <class R>
struct rotate_kernel;
template <class R>
struct eliminate_kernel;
template <class R>
struct solve_triangle_kernel;

}  // namespace detail
NUMLANE_END_NAMESPACE
