#pragma once

#include "numlane/blas/native_lapack/matrix.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::native_lapack {

/// Turns the real matrix ((a, b), (c, d)) by a rotation (x, y) → (cosine·x + sine·y, cosine·y - sine·x) of rows and columns
/// into its real Schur form: c becomes 0, or a and d equal and b and c of opposite signs, where the eigenvalues are complex
/// (Z. Bai and J. Demmel, On swapping diagonal blocks in real Schur form, 1993).
template <class R>
void schur_block(R& a, R& b, R& c, R& d, R& cosine, R& sine) {
    cosine = 1;
    sine = 0;
    const auto opposite = [](R x, R y) { return std::signbit(x) != std::signbit(y); };
    if (c == 0) return;
    if (b == 0) {
        cosine = 0;
        sine = 1;
        std::swap(a, d);
        b = -c;
        c = 0;
        return;
    }
    if (a == d && opposite(b, c)) return;
    const R half = (a - d) / 2;
    const R larger = std::max(std::abs(b), std::abs(c));
    const R smaller = std::copysign(std::min(std::abs(b), std::abs(c)), opposite(b, c) ? R(-1) : R(1));
    const R unit = std::max(std::abs(half), larger);
    R discriminant = half / unit * half + larger / unit * smaller;
    if (discriminant >= 4 * epsilon<R> / 2) {
        // Real eigenvalues: the rotation to the eigenvector.
        const R z = half + std::copysign(std::sqrt(unit) * std::sqrt(discriminant), half);
        a = d + z;
        d -= larger / z * smaller;
        const R length = std::hypot(c, z);
        cosine = z / length;
        sine = c / length;
        b -= c;
        c = 0;
        return;
    }
    // Complex or nearly equal real eigenvalues: make the diagonal elements equal.
    const R sigma = b + c, length = std::hypot(sigma, a - d);
    cosine = std::sqrt((1 + std::abs(sigma) / length) / 2);
    sine = -(half / (length * cosine)) * std::copysign(R(1), sigma);
    const R aa = a * cosine + b * sine, bb = b * cosine - a * sine;
    const R cc = c * cosine + d * sine, dd = d * cosine - c * sine;
    a = aa * cosine + cc * sine;
    b = bb * cosine + dd * sine;
    c = cc * cosine - aa * sine;
    d = dd * cosine - bb * sine;
    const R middle = (a + d) / 2;
    a = d = middle;
    if (c == 0) return;
    if (b == 0) {
        b = -c;
        c = 0;
        const R kept = cosine;
        cosine = -sine;
        sine = kept;
    } else if (!opposite(b, c)) {
        const R root_b = std::sqrt(std::abs(b)), root_c = std::sqrt(std::abs(c));
        const R apart = std::copysign(root_b * root_c, c), scaled = 1 / std::sqrt(std::abs(b + c));
        a = middle + apart;
        d = middle - apart;
        b -= c;
        c = 0;
        const R c1 = root_b * scaled, s1 = root_c * scaled, kept = cosine;
        cosine = kept * c1 - sine * s1;
        sine = kept * s1 + sine * c1;
    }
}

}  // namespace blas::native_lapack
NUMLANE_END_NAMESPACE
