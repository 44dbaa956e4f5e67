#pragma once

// The umbrella of array/: arrays, views, indexing and creation. Assignments that convert, broadcast or evaluate need
// numlane.hpp.
#include "numlane/array/adapt.hpp"
#include "numlane/array/arange.hpp"
#include "numlane/array/array.hpp"
#include "numlane/array/asarray.hpp"
#include "numlane/array/broadcast.hpp"
#include "numlane/array/empty.hpp"
#include "numlane/array/eye.hpp"
#include "numlane/array/full.hpp"
#include "numlane/array/linspace.hpp"
#include "numlane/array/masked_view.hpp"
#include "numlane/array/ones.hpp"
#include "numlane/array/slice.hpp"
#include "numlane/array/zeros.hpp"
