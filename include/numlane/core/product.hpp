#pragma once

#include <cstddef>
#include <cstdint>

#include "numlane/core/dtype.hpp"

// What the kernels of matrix products are asked to do. The blocks and their order are blas/native_gemm.hpp's business; how
// large they are best made, each target says.
NUMLANE_BEGIN_NAMESPACE
namespace product {

/// describe: fill in `shape`. pack_a, pack_b: copy panels [first, last) of a block of rows or columns to `packed`.
/// multiply: rows of panels [first, last) of packed a times the column panels [first_column, last_column) of packed b.
/// small: `count` whole products straight from memory, each with its operands a_step, b_step and c_step behind the last.
enum class stage { describe, pack_a, pack_b, multiply, small };

/// The rows and columns of a tile of the result that stays in registers, how many products deep a block is, and how
/// many bytes a packed element has.
struct tile_shape {
    std::ptrdiff_t rows, columns, depth;
    std::size_t bytes;
};

template <class T>
struct matrix {
    const T* data;
    std::ptrdiff_t row_stride, column_stride;
    bool conj;
};

template <class T>
struct task {
    stage what;
    std::ptrdiff_t m, n, k;  // of this block
    matrix<T> a, b;
    T* c;
    std::ptrdiff_t c_row, c_column;
    T alpha, beta;
    void *packed_a, *packed_b;
    std::ptrdiff_t first, last, first_column, last_column;
    tile_shape shape;
    std::ptrdiff_t count = 1, a_step = 0, b_step = 0, c_step = 0;
    bool far = false;  // as in blas::batch_steps
};

}  // namespace product

/// What the kernel of matrices times vectors is asked for: y = a·x, with m rows and n columns. Either the rows of a are
/// contiguous, or its columns; one begins `stride` elements behind the last.
template <class R>
struct gemv_job {
    const R* a;
    std::ptrdiff_t stride;
    bool by_columns;
    std::ptrdiff_t m, n;
    const R* x;
    R* y;
};

NUMLANE_END_NAMESPACE
