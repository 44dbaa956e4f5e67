// A BLAS of one's own, correct and slow, from which the tests make libraries: with Accelerate's names, with 64-bit
// integers, with Fortran's names alone; and wrong ones, that compute wrongly, write outside, or lack functions.
//   STUB_SUFFIX  what its names end with    STUB_FORTRAN  of Fortran's interface    STUB_INT  its integers
//   STUB_WRONG  what is wrong with it       STUB_CORE  the CPU of which it takes itself for an OpenBLAS
//   STUB_MKL  it has MKL's choice of a threading layer
#include <cmath>
#include <complex>
#include <cstddef>
#include <cstdint>

#ifndef STUB_INT
#define STUB_INT std::int32_t
#endif
#ifndef STUB_WRONG
#define STUB_WRONG 0
#endif
#ifndef STUB_SUFFIX
#define STUB_SUFFIX ""
#endif

extern "C" {
int stub_products = 0;  // how many it has computed
}

namespace {

using integer = STUB_INT;
template <class T>
using complex = std::complex<T>;

template <class T>
T element(const T* a, integer ld, bool turned, bool conj, integer i, integer j) {
    const T value = turned ? a[j + i * ld] : a[i + j * ld];
    if constexpr (!std::is_arithmetic_v<T>) return conj ? std::conj(value) : value;
    else return value;
}

template <class T>
void gemm(int ta, int tb, integer m, integer n, integer k, T alpha, const T* a, integer lda, const T* b, integer ldb,
          T beta, T* c, integer ldc) {
    ++stub_products;
    for (integer j = 0; j < n; ++j) {
        for (integer i = 0; i < m; ++i) {
            T sum(0);
            for (integer p = 0; p < k; ++p)
                sum += element(a, lda, ta != 'N', ta == 'C', i, p) * element(b, ldb, tb != 'N', tb == 'C', p, j);
            T& out = c[i + j * ldc];
            out = beta == T(0) ? alpha * sum : alpha * sum + beta * out;
            if (STUB_WRONG == 1 && ta == 'T' && i == 2) out += T(1);
        }
        if (STUB_WRONG == 2) c[m + j * ldc] = T(0);
    }
}
template <class T>
integer iamax(integer n, const T* x, integer step) {
    integer best = 0;
    for (integer i = 1; i < n; ++i)
        if (std::abs(std::real(x[i * step])) + std::abs(std::imag(x[i * step])) >
            std::abs(std::real(x[best * step])) + std::abs(std::imag(x[best * step])))
            best = i;
    return n > 0 ? best : -1;
}
template <class T>
T dot(integer n, const T* x, integer incx, const T* y, integer incy, bool conj) {
    T sum(0);
    const integer first_x = incx < 0 ? (1 - n) * incx : 0, first_y = incy < 0 ? (1 - n) * incy : 0;
    for (integer i = 0; i < n; ++i) sum += element(x, 0, true, conj, 0, first_x + i * incx) * y[first_y + i * incy];
    return STUB_WRONG == 3 && n > 4 ? sum + T(1) : sum;
}

}  // namespace

extern "C" {

#ifdef STUB_FORTRAN
#define STUB_GEMM(letter, T)                                                                                           \
    void letter##gemm(const char* ta, const char* tb, const integer* m, const integer* n, const integer* k,            \
                      const T* alpha, const T* a, const integer* lda, const T* b, const integer* ldb, const T* beta,   \
                      T* c, const integer* ldc) __asm__(#letter "gemm" STUB_SUFFIX);                                   \
    void letter##gemm(const char* ta, const char* tb, const integer* m, const integer* n, const integer* k,            \
                      const T* alpha, const T* a, const integer* lda, const T* b, const integer* ldb, const T* beta,   \
                      T* c, const integer* ldc) {                                                                      \
        gemm<T>(*ta, *tb, *m, *n, *k, *alpha, a, *lda, b, *ldb, *beta, c, *ldc);                                       \
    }
STUB_GEMM(s, float)
STUB_GEMM(d, double)
STUB_GEMM(c, complex<float>)
STUB_GEMM(z, complex<double>)
integer idamax(const integer* n, const double* x, const integer* step) __asm__("idamax" STUB_SUFFIX);
integer idamax(const integer* n, const double* x, const integer* step) { return iamax(*n, x, *step) + 1; }
// As compilers of the f2c convention make it: a function of REAL returns a double.
double sdot(const integer* n, const float* x, const integer* incx, const float* y,
            const integer* incy) __asm__("sdot" STUB_SUFFIX);
double sdot(const integer* n, const float* x, const integer* incx, const float* y, const integer* incy) {
    return dot(*n, x, *incx, y, *incy, false);
}
#else
inline char letter_of(int number) { return number == 111 ? 'N' : number == 112 ? 'T' : 'C'; }
#define STUB_GEMM(letter, T, scalar, read)                                                                             \
    void cblas_##letter##gemm(int, int ta, int tb, integer m, integer n, integer k, scalar alpha, const void* a,       \
                              integer lda, const void* b, integer ldb, scalar beta, void* c,                           \
                              integer ldc) __asm__("cblas_" #letter "gemm" STUB_SUFFIX);                               \
    void cblas_##letter##gemm(int, int ta, int tb, integer m, integer n, integer k, scalar alpha, const void* a,       \
                              integer lda, const void* b, integer ldb, scalar beta, void* c, integer ldc) {            \
        gemm<T>(letter_of(ta), letter_of(tb), m, n, k, read(alpha), static_cast<const T*>(a), lda,                     \
                static_cast<const T*>(b), ldb, read(beta), static_cast<T*>(c), ldc);                                   \
    }
#define STUB_VALUE(x) x
#define STUB_C(x) *static_cast<const complex<float>*>(x)
#define STUB_Z(x) *static_cast<const complex<double>*>(x)
STUB_GEMM(s, float, float, STUB_VALUE)
STUB_GEMM(d, double, double, STUB_VALUE)
STUB_GEMM(c, complex<float>, const void*, STUB_C)
#if STUB_WRONG != 4
STUB_GEMM(z, complex<double>, const void*, STUB_Z)
#endif
std::size_t cblas_idamax(integer n, const double* x, integer step) __asm__("cblas_idamax" STUB_SUFFIX);
std::size_t cblas_idamax(integer n, const double* x, integer step) {
    const integer found = iamax(n, x, step);
    return std::size_t(found < 0 ? 0 : found);
}
double cblas_ddot(integer n, const double* x, integer incx, const double* y,
                  integer incy) __asm__("cblas_ddot" STUB_SUFFIX);
double cblas_ddot(integer n, const double* x, integer incx, const double* y, integer incy) {
    return dot(n, x, incx, y, incy, false);
}
void cblas_zdotc_sub(integer n, const void* x, integer incx, const void* y, integer incy,
                     void* result) __asm__("cblas_zdotc_sub" STUB_SUFFIX);
void cblas_zdotc_sub(integer n, const void* x, integer incx, const void* y, integer incy, void* result) {
    *static_cast<complex<double>*>(result) =
        dot(n, static_cast<const complex<double>*>(x), incx, static_cast<const complex<double>*>(y), incy, true);
}
#endif
#ifdef STUB_MKL
int stub_threading_layer = -1;  // what was chosen
int MKL_Set_Threading_Layer(int layer) { return stub_threading_layer = layer; }
#endif
#ifdef STUB_CORE
void openblas_set_num_threads(int) {}
const char* openblas_get_corename() { return STUB_CORE; }
#endif
}
