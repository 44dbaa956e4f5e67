#pragma once

#include "numlane/blas/operations.hpp"
#include "numlane/blas/symbols.hpp"

// Calls into a library: every matrix column-major with a leading dimension, every vector with an increment, whatever the
// interface (CBLAS or Fortran) and the width of its integers. The caller has checked that the sizes fit and that the
// function is there.
NUMLANE_BEGIN_NAMESPACE
namespace blas::call {

using library = process::blas_library_v1;

// 'N', 'T', 'C', 'U', 'L' as the numbers of CBLAS: enums, 32 bits wide in every interface.
inline constexpr int column_major = 102;
inline int number(char flag) {
    switch (flag) {
    case 'N': return 111;
    case 'T': return 112;
    case 'C': return 113;
    case 'U': return 121;
    case 'L': return 122;
    default: return 0;
    }
}
inline int number_of_diagonal(bool unit) { return unit ? 132 : 131; }
inline int number_of_side(bool left) { return left ? 141 : 142; }

/// A scalar as CBLAS takes it: real numbers by value, complex ones by address.
template <class T>
using scalar_argument = std::conditional_t<is_complex_v<T>, const void*, T>;
template <class T>
scalar_argument<T> pass(const T& value) {
    if constexpr (is_complex_v<T>) return &value;
    else return value;
}

template <class T, class R, class... P>
auto function(const library& l, symbol s) {
    return reinterpret_cast<R (*)(P...)>(function_of(l, s, dtype_number<T>));
}

/// Calls body<Int>(...) with the library's integer type: std::int32_t or std::int64_t.
template <template <class> class Body, class... P>
auto with_integers(const library& l, const P&... p) {
    return l.integer_bits == 64 ? Body<std::int64_t>::run(l, p...) : Body<std::int32_t>::run(l, p...);
}

template <class Int>
struct gemm {
    template <class T>
    static void run(const library& l, char ta, char tb, index_t m, index_t n, index_t k, T alpha, const T* a,
                    index_t lda, const T* b, index_t ldb, T beta, T* c, index_t ldc) {
        const Int M = Int(m), N = Int(n), K = Int(k), A = Int(lda), B = Int(ldb), C = Int(ldc);
        if (l.interface == process::blas_interface::cblas) {
            function<T, void, int, int, int, Int, Int, Int, scalar_argument<T>, const void*, Int, const void*, Int,
                     scalar_argument<T>, void*, Int>(l, symbol::gemm)(column_major, number(ta), number(tb), M, N, K,
                                                                      pass(alpha), a, A, b, B, pass(beta), c, C);
        } else {
            function<T, void, const char*, const char*, const Int*, const Int*, const Int*, const T*, const T*,
                     const Int*, const T*, const Int*, const T*, T*, const Int*, std::size_t, std::size_t>(
                l, symbol::gemm)(&ta, &tb, &M, &N, &K, &alpha, a, &A, b, &B, &beta, c, &C, 1, 1);
        }
    }
};

template <class Int>
struct gemv {
    template <class T>
    static void run(const library& l, char ta, index_t m, index_t n, T alpha, const T* a, index_t lda, const T* x,
                    index_t incx, T beta, T* y, index_t incy) {
        const Int M = Int(m), N = Int(n), A = Int(lda), X = Int(incx), Y = Int(incy);
        if (l.interface == process::blas_interface::cblas) {
            function<T, void, int, int, Int, Int, scalar_argument<T>, const void*, Int, const void*, Int,
                     scalar_argument<T>, void*, Int>(l, symbol::gemv)(column_major, number(ta), M, N, pass(alpha), a, A,
                                                                      x, X, pass(beta), y, Y);
        } else {
            function<T, void, const char*, const Int*, const Int*, const T*, const T*, const Int*, const T*, const Int*,
                     const T*, T*, const Int*, std::size_t>(l, symbol::gemv)(&ta, &M, &N, &alpha, a, &A, x, &X, &beta,
                                                                             y, &Y, 1);
        }
    }
};

template <class Int>
struct ger {
    template <class T>
    static void run(const library& l, symbol s, index_t m, index_t n, T alpha, const T* x, index_t incx, const T* y,
                    index_t incy, T* a, index_t lda) {
        const Int M = Int(m), N = Int(n), A = Int(lda), X = Int(incx), Y = Int(incy);
        if (l.interface == process::blas_interface::cblas) {
            function<T, void, int, Int, Int, scalar_argument<T>, const void*, Int, const void*, Int, void*, Int>(l, s)(
                column_major, M, N, pass(alpha), x, X, y, Y, a, A);
        } else {
            function<T, void, const Int*, const Int*, const T*, const T*, const Int*, const T*, const Int*, T*,
                     const Int*>(l, s)(&M, &N, &alpha, x, &X, y, &Y, a, &A);
        }
    }
};

template <class Int>
struct dot {
    template <class T>
    static T run(const library& l, symbol s, index_t n, const T* x, index_t incx, const T* y, index_t incy) {
        const Int N = Int(n), X = Int(incx), Y = Int(incy);
        if constexpr (is_complex_v<T>) {  // CBLAS alone
            T result(0);
            function<T, void, Int, const void*, Int, const void*, Int, void*>(l, s)(N, x, X, y, Y, &result);
            return result;
        } else if (l.interface == process::blas_interface::cblas) {
            return function<T, T, Int, const T*, Int, const T*, Int>(l, s)(N, x, X, y, Y);
        } else {
            return function<T, T, const Int*, const T*, const Int*, const T*, const Int*>(l, s)(&N, x, &X, y, &Y);
        }
    }
};

/// nrm2 and asum.
template <class Int>
struct norm {
    template <class T>
    static real_t<T> run(const library& l, symbol s, index_t n, const T* x, index_t incx) {
        const Int N = Int(n), X = Int(incx);
        if (l.interface == process::blas_interface::cblas)
            return function<T, real_t<T>, Int, const void*, Int>(l, s)(N, x, X);
        return function<T, real_t<T>, const Int*, const T*, const Int*>(l, s)(&N, x, &X);
    }
};

/// Counted from 0; the index of CBLAS is as wide as a size_t or an Int, that of Fortran an Int counted from 1.
template <class Int>
struct iamax {
    template <class T>
    static index_t run(const library& l, index_t n, const T* x, index_t incx) {
        const Int N = Int(n), X = Int(incx);
        if (l.interface == process::blas_interface::cblas)
            return index_t(function<T, Int, Int, const void*, Int>(l, symbol::iamax)(N, x, X));
        return index_t(function<T, Int, const Int*, const T*, const Int*>(l, symbol::iamax)(&N, x, &X)) - 1;
    }
};

template <class Int>
struct axpy {
    template <class T>
    static void run(const library& l, index_t n, T alpha, const T* x, index_t incx, T* y, index_t incy) {
        const Int N = Int(n), X = Int(incx), Y = Int(incy);
        if (l.interface == process::blas_interface::cblas) {
            function<T, void, Int, scalar_argument<T>, const void*, Int, void*, Int>(l, symbol::axpy)(N, pass(alpha), x,
                                                                                                      X, y, Y);
        } else {
            function<T, void, const Int*, const T*, const T*, const Int*, T*, const Int*>(l, symbol::axpy)(
                &N, &alpha, x, &X, y, &Y);
        }
    }
};

template <class Int>
struct scal {
    template <class T>
    static void run(const library& l, index_t n, T alpha, T* x, index_t incx) {
        const Int N = Int(n), X = Int(incx);
        if (l.interface == process::blas_interface::cblas)
            function<T, void, Int, scalar_argument<T>, void*, Int>(l, symbol::scal)(N, pass(alpha), x, X);
        else function<T, void, const Int*, const T*, T*, const Int*>(l, symbol::scal)(&N, &alpha, x, &X);
    }
};

/// syrk with S = T, herk with S the real type of T.
template <class Int>
struct syrk {
    template <class S, class T>
    static void run(const library& l, symbol s, char part, char ta, index_t n, index_t k, S alpha, const T* a,
                    index_t lda, S beta, T* c, index_t ldc) {
        const Int N = Int(n), K = Int(k), A = Int(lda), C = Int(ldc);
        if (l.interface == process::blas_interface::cblas) {
            function<T, void, int, int, int, Int, Int, scalar_argument<S>, const void*, Int, scalar_argument<S>, void*,
                     Int>(l, s)(column_major, number(part), number(ta), N, K, pass(alpha), a, A, pass(beta), c, C);
        } else {
            function<T, void, const char*, const char*, const Int*, const Int*, const S*, const T*, const Int*,
                     const S*, T*, const Int*, std::size_t, std::size_t>(l, s)(&part, &ta, &N, &K, &alpha, a, &A, &beta,
                                                                               c, &C, 1, 1);
        }
    }
};

template <class Int>
struct trsm {
    template <class T>
    static void run(const library& l, bool left, char part, char ta, bool unit, index_t m, index_t n, T alpha,
                    const T* a, index_t lda, T* b, index_t ldb) {
        const Int M = Int(m), N = Int(n), A = Int(lda), B = Int(ldb);
        if (l.interface == process::blas_interface::cblas) {
            function<T, void, int, int, int, int, int, Int, Int, scalar_argument<T>, const void*, Int, void*, Int>(
                l, symbol::trsm)(column_major, number_of_side(left), number(part), number(ta), number_of_diagonal(unit),
                                 M, N, pass(alpha), a, A, b, B);
        } else {
            const char side = left ? 'L' : 'R', diagonal = unit ? 'U' : 'N';
            function<T, void, const char*, const char*, const char*, const char*, const Int*, const Int*, const T*,
                     const T*, const Int*, T*, const Int*, std::size_t, std::size_t, std::size_t, std::size_t>(
                l, symbol::trsm)(&side, &part, &ta, &diagonal, &M, &N, &alpha, a, &A, b, &B, 1, 1, 1, 1);
        }
    }
};

}  // namespace blas::call
NUMLANE_END_NAMESPACE
