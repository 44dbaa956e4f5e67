#pragma once

// The choice of instruction sets, and NUMLANE_KERNEL.
#include "numlane/simd/control.hpp"
#include "numlane/simd/user_kernel.hpp"
