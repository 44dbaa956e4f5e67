#pragma once

// Universal functions: element by element, with broadcasting and NumPy's dtypes; and the operators that call them.
#include "numlane/expr.hpp"
#include "numlane/ufunc/arithmetic.hpp"
#include "numlane/ufunc/comparison.hpp"
#include "numlane/ufunc/complex.hpp"
#include "numlane/ufunc/finite.hpp"
#include "numlane/ufunc/in_place.hpp"
#include "numlane/ufunc/isclose.hpp"
#include "numlane/ufunc/logic.hpp"
#include "numlane/ufunc/map.hpp"
#include "numlane/ufunc/math.hpp"
#include "numlane/ufunc/operators.hpp"
#include "numlane/ufunc/selection.hpp"
