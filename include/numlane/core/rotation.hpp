#pragma once

#include "numlane/core/index.hpp"

NUMLANE_BEGIN_NAMESPACE

/// A chain of plane rotations of neighbouring columns of a matrix: number k turns the columns first + k·step and
/// first + (k + 1)·step, of which step is 1 or -1.
struct rotation_sweep {
    index_t first, step, count;
    index_t at;  // of its cosines and sines in the lists
};

/// What the kernel of rotations is called with: sweeps to apply, in order, to the columns of a matrix of real numbers.
template <class R>
struct rotation_job {
    R* data;
    index_t rows, ld;
    const rotation_sweep* sweeps;
    index_t sweep_count;
    const R *cosines, *sines;
};

NUMLANE_END_NAMESPACE
