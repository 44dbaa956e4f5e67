#pragma once

#include "numlane/blas/native_lapack/schur_deflation.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::native_lapack {

// Pairs (p, q) that lie `step` apart become (c·p + s·q, c·q - conj(s)·p). In real numbers, for compilers make detours through
// memory of complex ones.
template <class R>
void turn_pairs(std::complex<R>* first, std::complex<R>* second, index_t step, index_t count, R c, std::complex<R> s) {
    R *p = reinterpret_cast<R*>(first), *q = reinterpret_cast<R*>(second);
    const R re = s.real(), im = s.imag();
    for (index_t i = 0; i < count; ++i, p += 2 * step, q += 2 * step) {
        const R p_re = p[0], p_im = p[1], q_re = q[0], q_im = q[1];
        p[0] = c * p_re + (re * q_re - im * q_im);
        p[1] = c * p_im + (re * q_im + im * q_re);
        q[0] = c * q_re - (re * p_re + im * p_im);
        q[1] = c * q_im - (re * p_im - im * p_re);
    }
}

/// The Schur form of a complex upper Hessenberg matrix, as of a real one, by single shifts and plane rotations; h becomes triangular.
template <class R>
index_t schur(const matrix<std::complex<R>>& h, index_t low, index_t high, std::complex<R>* w,
              const matrix<std::complex<R>>& z) {
    using T = std::complex<R>;
    const index_t n = h.rows;
    const bool all = z.columns > 0;
    int iteration = 0;
    const index_t first = low;
    for (index_t budget = 30 * std::max<index_t>(10, n); high > low;) {
        index_t l = high;
        while (l > low && !negligible_below(h, l, low, high)) --l;
        if (l > low) h(l, l - 1) = T(0);
        if (l == high) {
            --high;
            iteration = 0;
            continue;
        }
        if (budget-- == 0) return high - first + 1;
        T shift = h(high, high);
        if (iteration % 20 == 10) {
            shift = T(R(0.75) * std::abs(real(h(l + 1, l)))) + h(l, l);
        } else if (iteration > 0 && iteration % 20 == 0) {
            shift = T(R(0.75) * std::abs(real(h(high, high - 1)))) + h(high, high);
        } else {
            // The eigenvalue of the last two rows and columns that is nearer to the last element.
            const T product = std::sqrt(h(high - 1, high)) * std::sqrt(h(high, high - 1));
            const R size = magnitude(product);
            if (size != 0) {
                const T half = R(0.5) * (h(high - 1, high - 1) - shift);
                const R unit = std::max(size, magnitude(half));
                T root = unit * std::sqrt((half / unit) * (half / unit) + (product / unit) * (product / unit));
                if (real(half) * real(root) + imag(half) * imag(root) < 0) root = -root;
                shift -= product * (product / (half + root));
            }
        }
        ++iteration;
        const index_t top = all ? 0 : l, last = all ? n - 1 : high;
        T x = h(l, l) - shift, y = h(l + 1, l);
        for (index_t k = l; k < high; ++k) {
            // (c, s; -conj(s), c)·(x, y) = (r, 0)
            R c(1);
            T s(0), r = x;
            if (y != T(0)) {
                const R size_x = std::hypot(real(x), imag(x)), size = std::hypot(size_x, std::hypot(real(y), imag(y)));
                const T phase = size_x == 0 ? T(1) : x / size_x;
                c = size_x / size;
                s = times(phase, conj(y)) / size;
                r = phase * size;
            }
            if (k > l) {
                h(k, k - 1) = r;
                h(k + 1, k - 1) = T(0);
            }
            turn_pairs(&h(k, k), &h(k + 1, k), h.ld, last - k + 1, c, s);
            turn_pairs(&h(top, k), &h(top, k + 1), 1, std::min(k + 2, high) - top + 1, c, conj(s));
            if (all) turn_pairs(z.column(k), z.column(k + 1), 1, z.rows, c, conj(s));
            if (k + 2 <= high) {
                x = h(k + 1, k);
                y = h(k + 2, k);
            }
        }
    }
    for (index_t i = 0; i < n; ++i) w[i] = h(i, i);
    return 0;
}

}  // namespace blas::native_lapack
NUMLANE_END_NAMESPACE
