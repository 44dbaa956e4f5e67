#pragma once

// Lazy expressions and their evaluation.
#include "numlane/expr/as_node.hpp"
