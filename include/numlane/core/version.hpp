#pragma once

// The one place that states the version; CMake reads it from here.
#define NUMLANE_VERSION_MAJOR 0
#define NUMLANE_VERSION_MINOR 1
#define NUMLANE_VERSION_PATCH 0
#define NUMLANE_VERSION "0.1.0"
