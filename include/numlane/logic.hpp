#pragma once

// The umbrella of logic/: what whole arrays are beside each other.
#include "numlane/logic/allclose.hpp"
