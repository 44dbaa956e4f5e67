#pragma once

// numlane: NumPy for C++. One include for everything; each folder's header of the same name is a part of it.
#include "numlane/array.hpp"
#include "numlane/blas.hpp"
#include "numlane/expr.hpp"
#include "numlane/io.hpp"
#include "numlane/linalg.hpp"
#include "numlane/logic.hpp"
#include "numlane/manip.hpp"
#include "numlane/parallel.hpp"
#include "numlane/reduce.hpp"
#include "numlane/show_config.hpp"
#include "numlane/simd.hpp"
#include "numlane/ufunc.hpp"
