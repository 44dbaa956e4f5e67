#pragma once

// The umbrella of logic/: what whole arrays are beside each other.
#include "numlane/expr.hpp"
#include "numlane/logic/allclose.hpp"
