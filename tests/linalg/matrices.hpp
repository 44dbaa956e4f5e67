#pragma once

#include <random>

#include "blas/libraries.hpp"
#include "numlane/linalg.hpp"
#include "test.hpp"

// Matrices to factorize, products and norms to check the factors with, and the providers that must pass.
namespace matrices {

using nl::index_t;

/// Sizes around the panels, the base cases and the order from which a library is used.
inline const std::vector<index_t> sizes = {0, 1, 2, 3, 8, 17, 32, 33, 64, 100, 250};
/// The kinds of square matrices.
inline const std::vector<std::string> kinds = {
    "normal", "ill-conditioned", "graded", "rank-deficient", "defective", "zero", "tiny", "huge"};

template <class T>
using wide = std::conditional_t<nl::is_complex_v<T>, std::complex<double>, double>;

template <class T>
inline constexpr double eps = double(std::numeric_limits<nl::real_t<T>>::epsilon());

/// The bound of a backward error relative to the norm of the matrix: (n + 10)·eps.
template <class T>
double bound(index_t n) {
    return double(n + 10) * eps<T>;
}

template <class T>
T random_number(std::mt19937& bits) {
    std::normal_distribution<double> normal;
    if constexpr (nl::is_complex_v<T>) {
        const double re = normal(bits), im = normal(bits);
        return T(nl::real_t<T>(re), nl::real_t<T>(im));
    } else {
        return T(normal(bits));
    }
}

template <class T>
nl::array<T> random(const nl::dims<>& shape, unsigned seed = 1) {
    std::mt19937 bits(seed);
    nl::array<T> a = nl::zeros<T>(shape);
    for (T& x : a) x = random_number<T>(bits);
    return a;
}

/// A matrix (m, n) of one of the kinds.
template <class T>
nl::array<T> make(const std::string& kind, index_t m, index_t n, unsigned seed = 1) {
    using R = nl::real_t<T>;
    nl::array<T> a = random<T>({m, n}, seed);
    const R tiny = std::numeric_limits<R>::min() * 1024, huge = std::numeric_limits<R>::max() / (1 << 20);
    for (index_t i = 0; i < m; ++i)
        for (index_t j = 0; j < n; ++j) {
            T& x = a(i, j);
            if (kind == "ill-conditioned") x = T(R(1) / R(i + j + 1));  // Hilbert's
            else if (kind == "graded") x *= R(std::pow(10.0, -0.1 * double(std::min<index_t>(i + j, 250))));
            else if (kind == "rank-deficient" && i >= 1) x = a(0, j) * R(i);
            else if (kind == "defective") x = i == j ? T(2) : j == i + 1 ? T(1) : T(0);  // a Jordan block
            else if (kind == "zero") x = T(0);
            else if (kind == "tiny") x *= tiny;
            else if (kind == "huge") x *= huge;
        }
    return a;
}

template <class T>
nl::array<T> hermitian(const nl::array<T>& a) {
    nl::array<T> h = a;
    const index_t n = a.shape(0);
    for (index_t i = 0; i < n; ++i)
        for (index_t j = 0; j < n; ++j) {
            if constexpr (nl::is_complex_v<T>)
                h(i, j) = i == j ? T(a(i, i).real()) : i > j ? a(i, j) : std::conj(a(j, i));
            else h(i, j) = i > j ? a(i, j) : a(j, i);
        }
    return h;
}

template <class T>
nl::array<wide<T>> widened(const nl::array<T>& a) {
    nl::array<wide<T>> w = nl::zeros<wide<T>>(nl::dims<>(a.shape()));
    for (index_t i = 0; i < a.size(); ++i) w.data()[i] = wide<T>(a.data()[i]);
    return w;
}
template <class W>
nl::array<W> adjoint(const nl::array<W>& a) {
    nl::array<W> h = nl::zeros<W>({a.shape(1), a.shape(0)});
    for (index_t i = 0; i < a.shape(0); ++i)
        for (index_t j = 0; j < a.shape(1); ++j) {
            if constexpr (nl::is_complex_v<W>) h(j, i) = std::conj(a(i, j));
            else h(j, i) = a(i, j);
        }
    return h;
}
/// The product, in double precision and by plain loops.
template <class W>
nl::array<W> times(const nl::array<W>& a, const nl::array<W>& b) {
    const index_t m = a.shape(0), k = a.shape(1), n = b.shape(1);
    nl::array<W> c = nl::zeros<W>({m, n});
    for (index_t i = 0; i < m; ++i)
        for (index_t p = 0; p < k; ++p) {
            const W factor = a.data()[i * k + p];
            const W* const from = b.data() + p * n;
            W* const to = c.data() + i * n;
            for (index_t j = 0; j < n; ++j) {
                if constexpr (nl::is_complex_v<W>)
                    to[j] += W(factor.real() * from[j].real() - factor.imag() * from[j].imag(),
                               factor.real() * from[j].imag() + factor.imag() * from[j].real());
                else to[j] += factor * from[j];
            }
        }
    return c;
}
/// a with column j multiplied by d[j].
template <class W, class D>
nl::array<W> scaled_columns(nl::array<W> a, const nl::array<D>& d) {
    for (index_t i = 0; i < a.shape(0); ++i)
        for (index_t j = 0; j < a.shape(1); ++j) a(i, j) *= d(j);
    return a;
}
/// Frobenius' norm, without overflow.
template <class W>
double norm(const nl::array<W>& a) {
    double most = 0, sum = 0;
    for (const W& x : a) {
        if (!(std::abs(x) <= most)) most = std::abs(x);
    }
    if (most == 0 || !(most < std::numeric_limits<double>::infinity())) return most;
    for (const W& x : a) sum += std::norm(wide<W>(x) / most);
    return most * std::sqrt(sum);
}
template <class W>
double distance(const nl::array<W>& a, const nl::array<W>& b) {
    REQUIRE(a.shape() == b.shape());
    return norm(nl::array<W>(a - b));
}
/// |aᴴ·a - I|
template <class W>
double loss_of_orthogonality(const nl::array<W>& a) {
    nl::array<W> g = times(adjoint(a), a);
    for (index_t i = 0; i < g.shape(0); ++i) g(i, i) -= W(1);
    return norm(g);
}

/// Calls test() with the native provider, and with each library that is installed and has LAPACK, one of a kind.
template <class Test>
void with_every_provider(const Test& test) {
    for (const char* const name : {"native", "openblas", "mkl", "reference"}) {
        try {
            nl::blas::use(name);
        } catch (const nl::blas_error&) {
            continue;
        }
        if (name != std::string("native") && !nl::blas::info().lapack) continue;
        INFO("provider " << name);
        test();
    }
    nl::blas::use("auto");
}

/// The same, and with BLIS and the libraries of 64-bit integers: for what takes little time.
template <class Test>
void with_more_providers(const Test& test) {
    with_every_provider(test);
    for (const libraries::known& library : libraries::all) {
        if (library.provider != std::string("blis") && library.integer_bits != 64) continue;
        if (!libraries::installed(library)) continue;
        nl::blas::use(library.name);
        if (!nl::blas::info().lapack) continue;
        INFO("provider " << library.package);
        test();
    }
    nl::blas::use("auto");
}

/// Calls test(n) for a few orders n with every library that is installed, those of 64-bit integers among them.
template <class Test>
void with_every_library(const Test& test) {
    for (const libraries::known& library : libraries::all) {
        if (!libraries::installed(library)) continue;
        INFO(library.package);
        nl::blas::use(library.name);
        const auto* const active = nl::process::blas.active.load();
        if (active->lapack_handle == active->handle) CHECK(nl::blas::lapack_integer_bits() == library.integer_bits);
        for (const index_t n : {33, 80}) test(n);
    }
    nl::blas::use("auto");
}

}  // namespace matrices
