#pragma once

#include "operands.hpp"

// Every operation of the seam against its definition, through whatever provider is in use. Memory outside the result must
// stay as it was: all of it is compared.
namespace operands {

template <class T>
void check_gemm(index_t m, index_t n, index_t k, int la, int lb, int lc, bool ca, bool cb, T alpha, T beta, random& r) {
    const matrix<T> a(m, k, la, r), b(k, n, lb, r);
    matrix<T> c(m, n, lc, r);
    matrix<T> expected = c;
    for (index_t i = 0; i < m; ++i) {
        for (index_t j = 0; j < n; ++j) {
            T sum(0);
            for (index_t p = 0; p < k; ++p) sum = plus(sum, times(conj_if(ca, a(i, p)), conj_if(cb, b(p, j))));
            expected(i, j) = plus(times(alpha, sum), times(beta, expected(i, j)));
            if constexpr (!std::is_integral_v<T>)
                if (beta == T(0)) c(i, j) = T(std::numeric_limits<nl::real_t<T>>::quiet_NaN());
        }
    }
    nl::blas::gemm<T>({m, n, k, a.in(ca), b.in(cb), c.out(), alpha, beta});
    if (c.memory != expected.memory)
        FAIL("gemm " << m << "x" << k << " by " << k << "x" << n << ", layouts " << la << lb << lc << ", conj " << ca
                     << cb << ", alpha " << alpha << ", beta " << beta);
}

template <class T>
void check_gemm_all(random& r, index_t largest) {
    T alpha(1), beta(0);
    for (int round = 0; round < 60; ++round) {
        // Small ones for the edges of tiles, and large ones for those of blocks.
        const index_t most = round % 6 == 0 ? largest : round % 3 == 0 ? 40 : 12;
        const index_t m = r.below(most), n = r.below(most), k = r.below(round % 6 == 1 ? 2 * largest : most);
        if (round > 20 && !std::is_same_v<T, bool>) {
            alpha = factor<T>(r);
            beta = round % 2 ? factor<T>(r) : T(0);
        }
        check_gemm<T>(m, n, k, int(r.below(layouts)), int(r.below(layouts)), int(r.below(layouts)),
                      nl::is_complex_v<T> && r.below(2), nl::is_complex_v<T> && r.below(2), alpha, beta, r);
    }
}

template <class T>
void check_gemv(random& r) {
    for (int round = 0; round < 60; ++round) {
        const index_t m = r.below(round % 6 == 0 ? 2100 : 20), n = r.below(round % 6 == 1 ? 5000 : 20);
        const bool ca = nl::is_complex_v<T> && r.below(2), cx = nl::is_complex_v<T> && r.below(2);
        const matrix<T> a(m, n, int(r.below(layouts)), r), x(n, 1, int(r.below(layouts)), r);
        matrix<T> y(m, 1, int(r.below(layouts)), r);
        matrix<T> expected = y;
        const T alpha = factor<T>(r), beta = factor<T>(r);
        for (index_t i = 0; i < m; ++i) {
            T sum(0);
            for (index_t j = 0; j < n; ++j) sum += times(conj_if(ca, a(i, j)), conj_if(cx, x(j, 0)));
            expected(i, 0) = times(alpha, sum) + times(beta, expected(i, 0));
            if (beta == T(0)) y(i, 0) = T(std::numeric_limits<nl::real_t<T>>::quiet_NaN());
        }
        nl::blas::gemv<T>({m, n, a.in(ca), x.in_vector(cx), y.out_vector(), alpha, beta});
        if (y.memory != expected.memory) FAIL("gemv " << m << "x" << n << " in round " << round);
    }
}

template <class T>
void check_ger(random& r) {
    for (int round = 0; round < 40; ++round) {
        const index_t m = r.below(30), n = r.below(round % 6 == 0 ? 300 : 30);
        const bool cx = nl::is_complex_v<T> && r.below(2), cy = nl::is_complex_v<T> && r.below(2);
        const matrix<T> x(m, 1, int(r.below(layouts)), r), y(n, 1, int(r.below(layouts)), r);
        matrix<T> a(m, n, int(r.below(layouts)), r);
        matrix<T> expected = a;
        const T alpha = factor<T>(r);
        for (index_t i = 0; i < m; ++i)
            for (index_t j = 0; j < n; ++j)
                expected(i, j) += times(alpha, times(conj_if(cx, x(i, 0)), conj_if(cy, y(j, 0))));
        nl::blas::ger<T>({m, n, x.in_vector(cx), y.in_vector(cy), a.out(), alpha});
        if (a.memory != expected.memory) FAIL("ger " << m << "x" << n << " in round " << round);
    }
}

template <class T>
void check_vectors(random& r) {
    using R = nl::real_t<T>;
    for (int round = 0; round < 60; ++round) {
        const index_t n = r.below(round % 6 == 0 ? 20000 : 40);
        const bool cx = nl::is_complex_v<T> && r.below(2), cy = nl::is_complex_v<T> && r.below(2);
        const matrix<T> x(n, 1, int(r.below(layouts)), r);
        matrix<T> y(n, 1, int(r.below(layouts)), r);
        T dot(0);
        R squares(0), sum(0), most(0);
        index_t largest = n > 0 ? 0 : -1;
        for (index_t i = 0; i < n; ++i) {
            dot += times(conj_if(cx, x(i, 0)), conj_if(cy, y(i, 0)));
            squares += std::norm(x(i, 0));
            const R size = std::abs(std::real(x(i, 0))) + std::abs(std::imag(x(i, 0)));
            sum += size;
            if (size > most) largest = i, most = size;
        }
        INFO("round " << round << ", " << n << " elements");
        CHECK(nl::blas::dot<T>({n, x.in_vector(cx), y.in_vector(cy)}) == dot);
        CHECK(nl::blas::asum<T>({n, x.in_vector()}) == sum);
        CHECK(nl::blas::iamax<T>({n, x.in_vector()}) == largest);
        const R norm = nl::blas::nrm2<T>({n, x.in_vector()});
        CHECK(std::abs(norm - std::sqrt(squares)) <= 64 * std::numeric_limits<R>::epsilon() * norm);

        const T alpha = factor<T>(r);
        matrix<T> expected = y;
        for (index_t i = 0; i < n; ++i) expected(i, 0) += times(alpha, conj_if(cx, x(i, 0)));
        nl::blas::axpy<T>({n, x.in_vector(cx), y.out_vector(), alpha});
        CHECK(y.memory == expected.memory);
        for (index_t i = 0; i < n; ++i) expected(i, 0) = times(alpha, expected(i, 0));
        nl::blas::scal<T>({n, y.out_vector(), alpha});
        CHECK(y.memory == expected.memory);
    }
}

template <class T>
void check_syrk(random& r) {
    using nl::blas::triangle;
    for (int round = 0; round < 60; ++round) {
        const index_t n = r.below(round % 4 == 0 ? 130 : 12), k = r.below(round % 4 == 1 ? 300 : 12);
        const bool ca = nl::is_complex_v<T> && r.below(2), hermitian = nl::is_complex_v<T> && r.below(2);
        const triangle part = round % 3 == 0 ? triangle::both : round % 3 == 1 ? triangle::lower : triangle::upper;
        const matrix<T> a(n, k, int(r.below(layouts)), r);
        matrix<T> c(n, n, int(r.below(layouts)), r);
        T alpha = factor<T>(r), beta = factor<T>(r);
        if (hermitian) {
            alpha = T(std::real(alpha));
            beta = T(std::real(beta));
            for (index_t i = 0; i < n; ++i) c(i, i) = T(std::real(c(i, i)));
        }
        matrix<T> expected = c;
        for (index_t i = 0; i < n; ++i) {
            for (index_t j = 0; j < n; ++j) {
                if (part == triangle::upper ? j < i : j > i) continue;
                T sum(0);
                for (index_t p = 0; p < k; ++p) sum += times(conj_if(ca, a(i, p)), conj_if(ca != hermitian, a(j, p)));
                expected(i, j) = times(alpha, sum) + times(beta, expected(i, j));
            }
        }
        if (part == triangle::both)
            for (index_t i = 0; i < n; ++i)
                for (index_t j = i + 1; j < n; ++j) expected(i, j) = conj_if(hermitian, expected(j, i));
        nl::blas::syrk<T>({n, k, a.in(ca), c.out(), alpha, beta, part, hermitian});
        if (c.memory != expected.memory)
            FAIL("syrk " << n << "x" << k << ", hermitian " << hermitian << ", conj " << ca << ", part " << int(part)
                         << ", strides " << a.row_stride << " " << a.column_stride << ", " << c.row_stride << " "
                         << c.column_stride);
    }
}

/// The solutions are whole numbers: b is made of them. Off the diagonal a is small and sparse, so that nothing grows.
template <class T>
void check_trsm(random& r) {
    using nl::blas::triangle;
    for (int round = 0; round < 60; ++round) {
        const index_t m = r.below(round % 4 == 0 ? 100 : 12), n = r.below(round % 4 == 1 ? 300 : 12);
        const bool ca = nl::is_complex_v<T> && r.below(2), unit = r.below(2);
        const triangle part = round % 2 ? triangle::lower : triangle::upper;
        matrix<T> a(m, m, int(r.below(layouts)), r);
        for (index_t i = 0; i < m; ++i)
            for (index_t j = 0; j < m; ++j) a(i, j) = i == j ? T(r.below(2) ? 2 : 4) : r.below(4) ? T(0) : value<T>(r);
        const matrix<T> x(m, n, 0, r);
        matrix<T> b(m, n, int(r.below(layouts)), r);
        matrix<T> expected = b;
        const T alpha = T(r.below(2) ? 1 : 2);
        for (index_t i = 0; i < m; ++i) {
            for (index_t j = 0; j < n; ++j) {
                T sum = unit ? x(i, j) : times(a(i, i), x(i, j));
                for (index_t p = 0; p < m; ++p)
                    if (part == triangle::lower ? p < i : p > i) sum += times(conj_if(ca, a(i, p)), x(p, j));
                b(i, j) = sum;
                expected(i, j) = times(alpha, x(i, j));
            }
        }
        for (index_t i = 0; i < m; ++i)
            for (index_t j = 0; j < m; ++j)
                if ((part == triangle::lower ? j > i : j < i) || (unit && i == j))
                    a(i, j) = T(std::numeric_limits<nl::real_t<T>>::quiet_NaN());  // must not be read
        nl::blas::trsm<T>({m, n, a.in(ca), b.out(), alpha, part, unit});
        if (b.memory != expected.memory)
            FAIL("trsm " << m << "x" << n << ", conj " << ca << ", unit " << unit << ", part " << int(part)
                         << ", strides " << a.row_stride << " " << a.column_stride << ", " << b.row_stride << " "
                         << b.column_stride);
    }
}

template <class T>
void check_everything() {
    random r{2024};
    check_gemm_all<T>(r, 150);
    check_gemv<T>(r);
    check_ger<T>(r);
    check_vectors<T>(r);
    check_syrk<T>(r);
    check_trsm<T>(r);
    SUCCEED();
}

}  // namespace operands
