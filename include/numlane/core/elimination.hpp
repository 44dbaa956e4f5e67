#pragma once

#include "numlane/core/index.hpp"

NUMLANE_BEGIN_NAMESPACE

/// Systems of at most this many equations, and right sides, are solved by the kernel of eliminations.
inline constexpr index_t most_eliminated = 32;

/// What the kernel of eliminations is called with: a·x = b of n equations and real numbers, by partial pivoting.
template <class R>
struct elimination_job {
    const R* a;
    index_t a_row, a_column;
    const R* b;  // null: the identity
    index_t b_row, b_column;
    R* x;  // null: the pivots alone are wanted
    index_t x_row, x_column;
    index_t n, columns;  // columns of b and x

    // What it says: the pivots; the first that is 0, from 1, or 0; whether the rows were exchanged an odd number of times.
    // Where there are systems to solve, it stops at a pivot of 0.
    R pivot[most_eliminated];
    index_t singular;
    bool odd;
};

/// The largest triangle that its kernel solves.
inline constexpr index_t most_in_triangle = 24;

/// b = a⁻¹·b with a of order n triangular, of real numbers, and b of `columns` columns, ld elements apart.
template <class R>
struct triangle_job {
    const R* a;
    index_t a_row, a_column;
    index_t n;
    bool lower, unit;  // unit: ones stand for the diagonal of a
    R* b;
    index_t columns, ld;
};

NUMLANE_END_NAMESPACE
