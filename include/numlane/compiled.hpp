#pragma once

// What the files of a program that define NUMLANE_COMPILED leave out: to be included in exactly one file of it, which has
// nothing else of numlane before it. CMake's target numlane::compiled is this file and that definition.
#undef NUMLANE_COMPILED
#define NUMLANE_COMPILING
#include "numlane/numlane.hpp"
