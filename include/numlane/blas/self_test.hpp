#pragma once

#include <cmath>
#include <cstring>
#include <limits>

#include "numlane/blas/call.hpp"
#include "numlane/blas/identity.hpp"

// What a library must prove before numlane uses it. The data are small whole numbers, so that every sum is exact in
// every order; all memory around the outputs holds guards.
NUMLANE_BEGIN_NAMESPACE
namespace blas::self_test {

using process::blas_library_v1;

/// Whether functions read no more of an argument than its type has, so that a wider one does no harm. Elsewhere the caller
/// answers for the upper half of a register (RISC-V, POWER), or a wider argument fills two (CPUs of 32 bits).
#if defined(__x86_64__) || defined(__aarch64__)
inline constexpr bool wide_arguments_are_harmless = sizeof(void*) == 8;
#else
inline constexpr bool wide_arguments_are_harmless = false;
#endif

// A length whose lower half is 3 and whose upper half makes it negative: 32-bit code finds the largest of three elements,
// 64-bit code an empty vector.
inline constexpr std::int64_t three_or_negative = std::int64_t(0xFFFFFFFF00000003), one_step = 1;
inline constexpr double rising[4] = {1, 2, 4, 8};

/// The width of the integers of Fortran's idamax, 0 where its answer is neither's.
inline int bits_by_reference(void* idamax) {
    using function = std::int32_t (*)(const std::int64_t*, const double*, const std::int64_t*);
    const std::int32_t found = reinterpret_cast<function>(idamax)(&three_or_negative, rising, &one_step);
    return found == 3 ? 32 : found == 0 ? 64 : 0;
}

/// The width of the integers of CBLAS, which go by value. Where no call is harmless with either width, Fortran's function
/// of the same library tells, or else the names. Returns 0 where the answer is neither.
inline int bits_by_value(const blas_library_v1& library, void* idamax) {
    const auto call = [&](auto n, auto step) {
        return reinterpret_cast<std::int32_t (*)(decltype(n), const double*, decltype(step))>(idamax)(n, rising, step);
    };
    if constexpr (wide_arguments_are_harmless) {
        const std::int32_t found = call(three_or_negative, one_step);
        return found == 2 ? 32 : found == 0 || found == -1 ? 64 : 0;
    } else {
        for (const char* name : {"idamax_", "idamax"})
            if (void* const twin = loader::find(library.handle, detail::message({name, library.suffix})))
                return bits_by_reference(twin);
        if (std::strstr(library.suffix, "64") != nullptr) return call(std::int64_t(3), one_step) == 2 ? 64 : 0;
        return call(std::int32_t(3), std::int32_t(1)) == 2 ? 32 : 0;
    }
}

/// The width of the library's integers, 0 where it cannot be found out.
inline int integer_bits(const blas_library_v1& library) {
    void* const idamax = function_of(library, symbol::iamax, dtype_number<double>);
    return library.interface == process::blas_interface::cblas ? bits_by_value(library, idamax)
                                                               : bits_by_reference(idamax);
}

/// Element number i of the data of matrix `which`.
template <class T>
T datum(int which, int i) {
    const int re = (i * 7 + which * 3) % 11 - 5;
    if constexpr (is_complex_v<T>) return {real_t<T>(re), real_t<T>((i * 5 + which) % 7 - 3)};
    else return T(re);
}

template <class T>
T element(const T* a, int ld, char op, int i, int j) {
    const T value = op == 'N' ? a[i + j * ld] : a[j + i * ld];
    if constexpr (is_complex_v<T>) return op == 'C' ? std::conj(value) : value;
    else return value;
}

template <class T>
T product(T a, T b) {
    if constexpr (is_complex_v<T>)
        return {a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real()};
    else return a * b;
}

template <class T>
bool gemm(const blas_library_v1& library, char ta, char tb, T alpha, T beta) {
    constexpr int m = 3, n = 2, k = 4, ld = 6, columns = 4;
    T a[ld * columns], b[ld * columns], c[ld * columns], expected[ld * columns];
    for (int i = 0; i < ld * columns; ++i) {
        a[i] = datum<T>(0, i);
        b[i] = datum<T>(1, i);
        c[i] = expected[i] = datum<T>(2, i);
    }
    // The output begins at c[1] and has ld - m elements between its columns, none of which may change.
    for (int j = 0; j < n; ++j) {
        for (int i = 0; i < m; ++i) {
            T sum(0);
            for (int p = 0; p < k; ++p) sum += product(element(a, ld, ta, i, p), element(b, ld, tb, p, j));
            T& e = expected[1 + i + j * ld];
            e = product(alpha, sum) + product(beta, e);
            // Where beta is 0 the output is not read.
            if (beta == T(0)) c[1 + i + j * ld] = T(std::numeric_limits<real_t<T>>::quiet_NaN());
        }
    }
    call::with_integers<call::gemm>(library, ta, tb, index_t(m), index_t(n), index_t(k), alpha,
                                    static_cast<const T*>(a), index_t(ld), static_cast<const T*>(b), index_t(ld), beta,
                                    c + 1, index_t(ld));
    for (int i = 0; i < ld * columns; ++i)
        if (!(c[i] == expected[i])) return false;
    return true;
}

/// x·y, or with the conjugate of x, with increments of 1 and of -2.
template <class T>
bool dot(const blas_library_v1& library, symbol s, int step) {
    constexpr int n = 5;
    T x[2 * n], y[n], sum(0);
    for (int i = 0; i < 2 * n; ++i) x[i] = datum<T>(0, i);
    for (int i = 0; i < n; ++i) y[i] = datum<T>(1, i);
    for (int i = 0; i < n; ++i) {
        T xi = x[step > 0 ? i * step : (n - 1 - i) * -step];
        if constexpr (is_complex_v<T>) xi = s == symbol::dotc ? std::conj(xi) : xi;
        sum += product(xi, y[i]);
    }
    return call::with_integers<call::dot>(library, s, index_t(n), static_cast<const T*>(x), index_t(step),
                                          static_cast<const T*>(y), index_t(1)) == sum;
}

/// The reductions of vectors of all lengths up to some that long loops see: OpenBLAS 0.3.21's scasum fails from 9 on.
template <class T>
bool norms(const blas_library_v1& library) {
    constexpr int most = 100;
    T x[most];
    real_t<T> sum(0), largest(0), squares(0);
    index_t where = 0;
    for (int n = 1; n <= most; ++n) {
        const T last = datum<T>(0, n * n);
        x[n - 1] = last;
        const real_t<T> re = std::abs(std::real(last)), im = std::abs(std::imag(last));
        sum += re + im;
        squares += re * re + im * im;
        if (re + im > largest) largest = re + im, where = n - 1;
        const T* const data = x;
        const real_t<T> norm = call::with_integers<call::norm>(library, symbol::nrm2, index_t(n), data, index_t(1));
        if (!(std::abs(norm * norm - squares) <= squares * real_t<T>(1e-5))) return false;
        if (call::with_integers<call::norm>(library, symbol::asum, index_t(n), data, index_t(1)) != sum ||
            call::with_integers<call::iamax>(library, index_t(n), data, index_t(1)) != where)
            return false;
    }
    return true;
}

/// Proves the functions of one dtype. Those that return a value through an interface that need not be C's (functions of
/// Fortran, for some compilers, return double where C expects float) are dropped where they fail; anything else that
/// fails condemns the library. Returns what failed, or null.
template <class T>
const char* prove(blas_library_v1& library) {
    static constexpr const char* name[] = {"sgemm", "dgemm", "cgemm", "zgemm"};
    static constexpr const char* dot_name[] = {"sdot", "ddot", "cdot", "zdot"};
    constexpr int number = dtype_number<T>;
    T alpha(2), beta(-3);
    if constexpr (is_complex_v<T>) alpha = {0, 2}, beta = {-3, 2};  // some libraries begin with beta / alpha
    for (const char ta : {'N', 'T', 'C'}) {
        for (const char tb : {'N', 'T', 'C'})
            if (!gemm<T>(library, ta, tb, alpha, beta) || !gemm<T>(library, ta, tb, T(1), T(0))) return name[number];
    }
    const auto drop = [&](symbol s) { library.function[number][int(s)] = nullptr; };
    const bool must = library.interface == process::blas_interface::cblas;
    for (const symbol s : {symbol::dot, symbol::dotc}) {
        if (function_of(library, s, number) == nullptr) continue;
        if (dot<T>(library, s, 1) && dot<T>(library, s, -2)) continue;
        if (must) return dot_name[number];
        drop(s);
    }
    const bool has_norms = function_of(library, symbol::nrm2, number) != nullptr &&
                           function_of(library, symbol::asum, number) != nullptr &&
                           function_of(library, symbol::iamax, number) != nullptr;
    if (!has_norms || !norms<T>(library)) {
        drop(symbol::nrm2);
        drop(symbol::asum);
        drop(symbol::iamax);
    }
    return nullptr;
}

/// Proves the whole library. Returns what failed, or null.
template <class Library>
const char* prove_all(Library& library) {
    library.integer_bits = integer_bits(library);
    if (library.integer_bits == 0) return "idamax, which tells the width of the integers";
    const char* failed = prove<float>(library);
    if (failed == nullptr) failed = prove<double>(library);
    if (failed == nullptr) failed = prove<std::complex<float>>(library);
    if (failed == nullptr) failed = prove<std::complex<double>>(library);
    return failed;
}

}  // namespace blas::self_test
NUMLANE_END_NAMESPACE
