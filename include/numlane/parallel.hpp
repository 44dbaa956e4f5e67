#pragma once

// All of parallel/: the loop over threads and the budget of threads.
#include "numlane/parallel/budget.hpp"
#include "numlane/parallel/parallel_for.hpp"
