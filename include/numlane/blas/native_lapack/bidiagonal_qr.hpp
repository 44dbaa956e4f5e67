#pragma once

#include "numlane/blas/native_lapack/rotations.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::native_lapack {

/// The smaller singular value of ((f, g), (0, h)).
template <class R>
R smaller_singular_value(R f, R g, R h) {
    f = std::abs(f), g = std::abs(g), h = std::abs(h);
    const R low = std::min(f, h), high = std::max(f, h);
    if (low == 0) return 0;
    if (g < high) {
        const R a = 1 + low / high, b = (high - low) / high, c = (g / high) * (g / high);
        return low * (2 / (std::sqrt(a * a + c) + std::sqrt(b * b + c)));
    }
    const R ratio = high / g;
    if (ratio == 0) return low * high / g;
    const R a = (1 + low / high) * ratio, b = (high - low) / high * ratio;
    return 2 * (low * (1 / (std::sqrt(1 + a * a) + std::sqrt(1 + b * b)))) * ratio;
}

/// One end of the diagonal and the next, seen as the top of an upper bidiagonal matrix.
template <class R>
struct bidiagonal_block {
    R *d, *e;
    index_t step, size;  // size: one less than its order
    R& D(index_t k) const { return d[step * k]; }
    R& E(index_t k) const { return e[step * k]; }

    /// Zeroes an off-diagonal element that no longer matters to any singular value; `least` becomes a bound of the
    /// smallest of them (J. Demmel and W. Kahan, Accurate singular values of bidiagonal matrices, 1990).
    bool deflate(R tolerance, R& least) const {
        if (std::abs(E(size - 1)) <= tolerance * std::abs(D(size))) {
            E(size - 1) = 0;
            return true;
        }
        R mu = std::abs(D(0));
        least = mu;
        for (index_t k = 0; k < size; ++k) {
            if (std::abs(E(k)) <= tolerance * mu) {
                E(k) = 0;
                return true;
            }
            mu = std::abs(D(k + 1)) * (mu / (mu + std::abs(E(k))));
            least = std::min(least, mu);
        }
        return false;
    }

    /// The implicit QR step without a shift, which keeps the relative accuracy of small singular values.
    template <class T>
    void chase_zero(rotations<T>& columns, rotations<T>& rows) const {
        R c = 1, s = 0, old_c = 1, old_s = 0;
        for (index_t k = 0; k < size; ++k) {
            const R r = rotation(D(k) * c, E(k), c, s);
            if (k > 0) E(k - 1) = old_s * r;
            D(k) = rotation(old_c * r, D(k + 1) * s, old_c, old_s);
            columns.add(c, s);
            rows.add(old_c, old_s);
        }
        const R h = D(size) * c;
        D(size) = h * old_c;
        E(size - 1) = h * old_s;
    }

    template <class T>
    void chase(R shift, rotations<T>& columns, rotations<T>& rows) const {
        R f = (std::abs(D(0)) - shift) * (std::copysign(R(1), D(0)) + shift / D(0)), g = E(0);
        for (index_t k = 0; k < size; ++k) {
            R c, s;
            const R r = rotation(f, g, c, s);
            if (k > 0) E(k - 1) = r;
            columns.add(c, s);
            f = c * D(k) + s * E(k);
            E(k) = c * E(k) - s * D(k);
            g = s * D(k + 1);
            D(k + 1) *= c;
            D(k) = rotation(f, g, c, s);
            rows.add(c, s);
            f = c * E(k) + s * D(k + 1);
            D(k + 1) = c * D(k + 1) - s * E(k);
            if (k + 1 < size) {
                g = s * E(k + 1);
                E(k + 1) *= c;
            }
        }
        E(size - 1) = f;
    }
};

/// The singular values of the upper bidiagonal matrix of d (n) and e (n - 1), descending, into d; the columns of u and v, if
/// they have any, are multiplied by the left and right singular vectors: LAPACK's bdsqr. The implicit QR iteration of
/// Demmel and Kahan, by which small singular values are as accurate as large ones. Returns 0, or the number of off-diagonal
/// elements that did not vanish.
template <class T>
index_t bidiagonal_singular_values(real_t<T>* d, real_t<T>* e, index_t n, const matrix<T>& u, const matrix<T>& v) {
    using R = real_t<T>;
    constexpr R eps = epsilon<R> / 2;
    const R tolerance = eps * std::min(std::max(std::pow(eps, R(-0.125)), R(10)), R(100));
    R most(0), least(std::abs(d[0])), mu = least;
    for (index_t i = 0; i < n; ++i) {
        most = std::max(most, std::abs(d[i]));
        if (i + 1 == n) break;
        most = std::max(most, std::abs(e[i]));
        mu = mu == 0 ? R(0) : std::abs(d[i + 1]) * (mu / (mu + std::abs(e[i])));
        least = std::min(least, mu);
    }
    const R threshold = std::max(tolerance * least / std::sqrt(R(n)), R(6) * R(n) * R(n) * safe_minimum<R>);
    rotations<T> left(u), right(v);
    index_t high = n - 1, last_low = n, last_high = -1;
    bool downwards = true;
    for (index_t budget = 60 * n + 60; high > 0;) {
        if (std::abs(e[high - 1]) <= threshold) {
            e[--high] = 0;
            continue;
        }
        index_t low = high - 1;
        while (low > 0 && std::abs(e[low - 1]) > threshold) --low;
        if (low > 0) e[low - 1] = 0;
        if (budget-- == 0) {
            left.flush();
            right.flush();
            return count_nonzero(e, n - 1);
        }
        if (low > last_high || high < last_low) downwards = std::abs(d[low]) >= std::abs(d[high]);
        last_low = low;
        last_high = high;
        // Upwards, the transpose is the same with everything numbered from the other end.
        const bidiagonal_block<R> b = downwards ? bidiagonal_block<R>{d + low, e + low, 1, high - low}
                                                : bidiagonal_block<R>{d + high, e + high - 1, -1, high - low};
        R smallest(0);
        if (b.deflate(tolerance, smallest)) continue;
        R largest_here(0), shift(0);
        for (index_t k = 0; k <= b.size; ++k) largest_here = std::max(largest_here, std::abs(b.D(k)));
        for (index_t k = 0; k < b.size; ++k) largest_here = std::max(largest_here, std::abs(b.E(k)));
        if (R(n) * tolerance * (smallest / largest_here) > std::max(eps, R(0.01) * tolerance)) {
            shift = smaller_singular_value(b.D(b.size - 1), b.E(b.size - 1), b.D(b.size));
            const R ratio = shift / std::abs(b.D(0));
            if (ratio * ratio < eps) shift = 0;
        }
        rotations<T>&columns = downwards ? right : left, &rows = downwards ? left : right;
        columns.begin(downwards ? low : high, b.step);
        rows.begin(downwards ? low : high, b.step);
        if (shift == 0) b.chase_zero(columns, rows);
        else b.chase(shift, columns, rows);
    }
    left.flush();
    right.flush();
    for (index_t i = 0; i < n; ++i) {
        if (!std::signbit(d[i])) continue;
        d[i] = -d[i];
        if (v.columns > 0) scale(v.block(0, i, v.rows, 1), R(-1));
    }
    for (index_t i = 0; i + 1 < n; ++i) {
        index_t largest_at = i;
        for (index_t j = i + 1; j < n; ++j)
            if (d[j] > d[largest_at]) largest_at = j;
        if (largest_at == i) continue;
        std::swap(d[i], d[largest_at]);
        if (u.columns > 0) std::swap_ranges(u.column(i), u.column(i) + u.rows, u.column(largest_at));
        if (v.columns > 0) std::swap_ranges(v.column(i), v.column(i) + v.rows, v.column(largest_at));
    }
    return 0;
}

}  // namespace blas::native_lapack
NUMLANE_END_NAMESPACE
