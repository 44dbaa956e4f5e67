#pragma once

// Reductions of whole arrays and expressions to one value.
#include "numlane/reduce/count.hpp"
#include "numlane/reduce/extrema.hpp"
#include "numlane/reduce/sum.hpp"
