#pragma once

// Scalar code as the back end, for debugging: a register is 16 bytes of lanes in memory, worked on one after the other.

#include "numlane/simd/lanes/target.hpp"

#define NUMLANE_TARGET_NAMESPACE N_SCALAR
#define NUMLANE_TARGET_BYTES 16
#define NUMLANE_TARGET_X86_REGISTERS 0
#define NUMLANE_TARGET_32_REGISTERS 0
