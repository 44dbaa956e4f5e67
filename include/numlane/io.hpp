#pragma once

#include "numlane/io/npy.hpp"
#include "numlane/io/print.hpp"
