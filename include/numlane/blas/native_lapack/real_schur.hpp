#pragma once

#include "numlane/blas/native_lapack/householder.hpp"
#include "numlane/blas/native_lapack/schur_block.hpp"
#include "numlane/blas/native_lapack/schur_deflation.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::native_lapack {

// Applies I - tau·v·vᵀ with v = (1, v1, v2) to `count` triples (pairs where Size is 2) that lie `step` apart.
template <int Size, class R>
void reflect(R* x, index_t next, index_t step, index_t count, R tau, R v1, R v2) {
    const R t1 = tau * v1, t2 = tau * v2;
    for (index_t i = 0; i < count; ++i, x += step) {
        R sum = x[0] + v1 * x[next];
        if constexpr (Size == 3) sum += v2 * x[2 * next];
        x[0] -= sum * tau;
        x[next] -= sum * t1;
        if constexpr (Size == 3) x[2 * next] -= sum * t2;
    }
}

// One double-shift step on [low, high], from row `start`. The left transformation acts on columns up to `last`, the right
// one on rows from `top`.
template <class R>
void francis_step(const matrix<R>& h, const matrix<R>& z, index_t start, index_t high, index_t top, index_t last,
                  const R (&first_column)[3]) {
    R v[3] = {first_column[0], first_column[1], first_column[2]};
    for (index_t k = start; k < high; ++k) {
        const bool three = k + 2 <= high;
        if (k > start) {
            v[0] = h(k, k - 1);
            v[1] = h(k + 1, k - 1);
            v[2] = three ? h(k + 2, k - 1) : R(0);
        }
        const R tau = make_reflector(v[0], v + 1, three ? 2 : 1);
        if (k > start) {
            h(k, k - 1) = v[0];
            h(k + 1, k - 1) = 0;
            if (three) h(k + 2, k - 1) = 0;
        } else if (k > 0 && k > top) {
            h(k, k - 1) *= 1 - tau;
        }
        const index_t end = std::min(k + 3, high);
        if (three) {
            reflect<3>(&h(k, k), 1, h.ld, last - k + 1, tau, v[1], v[2]);
            reflect<3>(&h(top, k), h.ld, 1, end - top + 1, tau, v[1], v[2]);
            if (z.columns > 0) reflect<3>(z.column(k), z.ld, 1, z.rows, tau, v[1], v[2]);
        } else {
            reflect<2>(&h(k, k), 1, h.ld, last - k + 1, tau, v[1], R(0));
            reflect<2>(&h(top, k), h.ld, 1, end - top + 1, tau, v[1], R(0));
            if (z.columns > 0) reflect<2>(z.column(k), z.ld, 1, z.rows, tau, v[1], R(0));
        }
    }
}

// The first column of (H - s₁)(H - s₂) at the row from which a step may start: above it two consecutive subdiagonal elements
// are small.
template <class R>
index_t francis_start(const matrix<R>& h, index_t low, index_t high, int iteration, R (&v)[3]) {
    constexpr R eps = epsilon<R>;
    R a = h(high - 1, high - 1), b = h(high - 1, high), c = h(high, high - 1), d = h(high, high);
    if (iteration % 20 == 10) {
        const R s = std::abs(h(low + 1, low)) + (low + 2 <= high ? std::abs(h(low + 2, low + 1)) : R(0));
        a = d = R(0.75) * s + h(low, low);
        b = R(-0.4375) * s;
        c = s;
    } else if (iteration > 0 && iteration % 20 == 0) {
        const R s = std::abs(h(high, high - 1)) + (high - 2 >= low ? std::abs(h(high - 1, high - 2)) : R(0));
        a = d = R(0.75) * s + h(high, high);
        b = R(-0.4375) * s;
        c = s;
    }
    R r1 = 0, r2 = 0, i1 = 0;
    const R unit = std::abs(a) + std::abs(b) + std::abs(c) + std::abs(d);
    if (unit != 0) {
        a /= unit, b /= unit, c /= unit, d /= unit;
        const R middle = (a + d) / 2, determinant = (a - middle) * (d - middle) - b * c;
        const R root = std::sqrt(std::abs(determinant));
        if (determinant >= 0) {
            r1 = r2 = middle * unit;
            i1 = root * unit;
        } else {  // both shifts the eigenvalue that is nearer to the last element
            const R plus = middle + root, minus = middle - root;
            r1 = r2 = (std::abs(plus - d) <= std::abs(minus - d) ? plus : minus) * unit;
        }
    }
    index_t m = high - 2;
    if (m < low) m = low;
    for (;; --m) {
        const R below = std::abs(h(m + 1, m));
        const R s = std::abs(h(m, m) - r2) + i1 + below;
        const R ratio = h(m + 1, m) / s;
        v[0] = ratio * h(m, m + 1) + (h(m, m) - r1) * ((h(m, m) - r2) / s) + i1 * (i1 / s);
        v[1] = ratio * (h(m, m) + h(m + 1, m + 1) - r1 - r2);
        v[2] = m + 2 <= high ? ratio * h(m + 2, m + 1) : R(0);
        const R sum = std::abs(v[0]) + std::abs(v[1]) + std::abs(v[2]);
        for (R& x : v) x /= sum;
        if (m == low) return m;
        const R around = std::abs(h(m - 1, m - 1)) + std::abs(h(m, m)) + std::abs(h(m + 1, m + 1));
        if (std::abs(h(m, m - 1)) * (std::abs(v[1]) + std::abs(v[2])) <= eps * std::abs(v[0]) * around) return m;
    }
}

/// The real Schur form of the real upper Hessenberg matrix h by the implicit double-shift QR iteration (J. Francis, 1961):
/// LAPACK's hseqr. Outside of [low, high] h is triangular. The columns of z, if it has any, are multiplied by the
/// transformation; without it only the eigenvalues w are found. Returns 0, or the number of eigenvalues that were not.
template <class R>
index_t schur(const matrix<R>& h, index_t low, index_t high, std::complex<R>* w, const matrix<R>& z) {
    const index_t n = h.rows;
    const bool all = z.columns > 0;
    for (index_t i = 0; i < n; ++i)
        if (i < low || i > high) w[i] = h(i, i);
    int iteration = 0;
    for (index_t budget = 30 * std::max<index_t>(10, n); high >= low;) {
        index_t l = high;
        while (l > low && !negligible_below(h, l, low, high)) --l;
        if (l > low) h(l, l - 1) = 0;
        if (l == high) {
            w[high] = h(high, high);
            --high;
            iteration = 0;
            continue;
        }
        if (l == high - 1) {
            R c, s;
            R &a = h(l, l), &b = h(l, high), &below = h(high, l), &d = h(high, high);
            schur_block(a, b, below, d, c, s);
            const R im = below == 0 ? R(0) : std::sqrt(std::abs(b)) * std::sqrt(std::abs(below));
            w[l] = {a, im};
            w[high] = {d, im == 0 ? im : -im};
            const auto turn = [c, s](R* x, R* y, index_t step, index_t count) {
                for (index_t i = 0; i < count; ++i, x += step, y += step) {
                    const R kept = *x;
                    *x = c * kept + s * *y;
                    *y = c * *y - s * kept;
                }
            };
            if (all) {
                if (high + 1 < n) turn(&h(l, high + 1), &h(high, high + 1), h.ld, n - high - 1);
                turn(h.column(l), h.column(high), 1, l);
                turn(z.column(l), z.column(high), 1, z.rows);
            }
            high = l - 1;
            iteration = 0;
            continue;
        }
        if (budget-- == 0) return high - low + 1;
        R v[3];
        const index_t start = francis_start(h, l, high, iteration++, v);
        // Of a step that starts below l, the element left of it changes too.
        francis_step(h, z, start, high, all ? index_t(0) : l, all ? n - 1 : high, v);
    }
    return 0;
}

}  // namespace blas::native_lapack
NUMLANE_END_NAMESPACE
