#pragma once

// Lazy expressions and their evaluation.
#include "numlane/expr/as_elements.hpp"
#include "numlane/expr/as_node.hpp"
#include "numlane/expr/assign_selected.hpp"
