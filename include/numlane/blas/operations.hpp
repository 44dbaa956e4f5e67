#pragma once

#include "numlane/core/dtype.hpp"
#include "numlane/core/index.hpp"

// The operations of BLAS as plain structs: pointers, sizes, and strides in elements. A matrix has a stride from row to row
// and one from column to column, so that transposes, both memory orders and negative steps are all just strides; `data`
// is always the element (0, 0). Outputs must not overlap inputs, and no two elements of an output may be the same.
NUMLANE_BEGIN_NAMESPACE
namespace blas {

/// The dtypes that BLAS libraries compute with.
template <class T>
concept blas_element = std::same_as<T, float> || std::same_as<T, double> || std::same_as<T, std::complex<float>> ||
                       std::same_as<T, std::complex<double>>;

/// A matrix that is read; `conj` reads the conjugates of its elements.
template <class T>
struct matrix_in {
    const T* data;
    index_t row_stride, column_stride;
    bool conj = false;
};
template <class T>
struct matrix_out {
    T* data;
    index_t row_stride, column_stride;
};
template <class T>
struct vector_in {
    const T* data;
    index_t stride = 1;
    bool conj = false;
};
template <class T>
struct vector_out {
    T* data;
    index_t stride = 1;
};

/// The part of a square matrix that is read or written; `both` is all of it.
enum class triangle { lower, upper, both };

/// c = alpha·a·b + beta·c with a (m, k), b (k, n), c (m, n); where beta is 0, c is not read. For integers and bool too
/// (bool: alpha must be true; `or` of `and`s).
template <class T>
struct gemm_args {
    index_t m, n, k;
    matrix_in<T> a, b;
    matrix_out<T> c;
    T alpha = T(1), beta = T(0);
};

/// From the operands of one product of a batch to those of the next, in elements.
struct batch_steps {
    index_t a, b, c;
    bool far = false;  // they come from memory: those of the next product are asked for ahead
};

/// y = alpha·a·x + beta·y with a (m, n); where beta is 0, y is not read.
template <class T>
struct gemv_args {
    index_t m, n;
    matrix_in<T> a;
    vector_in<T> x;
    vector_out<T> y;
    T alpha = T(1), beta = T(0);
};

/// a += alpha·x·yᵀ with a (m, n).
template <class T>
struct ger_args {
    index_t m, n;
    vector_in<T> x, y;
    matrix_out<T> a;
    T alpha = T(1);
};

/// The sum of x[i]·y[i].
template <class T>
struct dot_args {
    index_t n;
    vector_in<T> x, y;
};

/// nrm2: the Euclidean norm of x, without overflow. asum: the sum of |re| + |im|. iamax: the first index of the largest
/// |re| + |im|, or -1 where x is empty.
template <class T>
struct reduce_args {
    index_t n;
    vector_in<T> x;
};

/// y += alpha·x.
template <class T>
struct axpy_args {
    index_t n;
    vector_in<T> x;
    vector_out<T> y;
    T alpha = T(1);
};

/// x *= alpha.
template <class T>
struct scal_args {
    index_t n;
    vector_out<T> x;
    T alpha;
};

/// c = alpha·a·aᵀ + beta·c, or with aᴴ where `hermitian` (alpha and beta are real then), with a (n, k) and c (n, n). Only
/// `part` of c is written; `both` makes the whole matrix of its lower triangle.
template <class T>
struct syrk_args {
    index_t n, k;
    matrix_in<T> a;
    matrix_out<T> c;
    T alpha = T(1), beta = T(0);
    triangle part = triangle::both;
    bool hermitian = false;
};

/// b = alpha·a⁻¹·b with a (m, m) triangular, of which only `part` (lower or upper) is read, and of that not the diagonal
/// where it is `unit`; b (m, n). For b·a⁻¹ swap the strides of both, and lower with upper.
template <class T>
struct trsm_args {
    index_t m, n;
    matrix_in<T> a;
    matrix_out<T> b;
    T alpha = T(1);
    triangle part = triangle::lower;
    bool unit = false;
};

}  // namespace blas
NUMLANE_END_NAMESPACE
