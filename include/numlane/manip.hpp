#pragma once

// The umbrella of manip/: functions that change the shape of arrays, take elements or join arrays, and compute nothing.
#include "numlane/expr.hpp"
#include "numlane/manip/astype.hpp"
#include "numlane/manip/broadcast_to.hpp"
#include "numlane/manip/concatenate.hpp"
#include "numlane/manip/copy.hpp"
#include "numlane/manip/expand_dims.hpp"
#include "numlane/manip/flip.hpp"
#include "numlane/manip/moveaxis.hpp"
#include "numlane/manip/ravel.hpp"
#include "numlane/manip/reshape.hpp"
#include "numlane/manip/squeeze.hpp"
#include "numlane/manip/stack.hpp"
#include "numlane/manip/swapaxes.hpp"
#include "numlane/manip/take.hpp"
#include "numlane/manip/transpose.hpp"
