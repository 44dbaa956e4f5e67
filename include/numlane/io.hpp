#pragma once

#include "numlane/io/npy.hpp"
#include "numlane/io/print.hpp"
#include "numlane/io/print_shape.hpp"
