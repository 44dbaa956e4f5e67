#!/bin/sh
# Installs numlane with its headers at an absolute place and with a default that is a string, and shows what a file that is
# compiled by its pkg-config file is told.
#   usage: pkg_config_options.sh SOURCE CXX GENERATOR
set -eu
# CMake refuses headers installed inside the source folder, where builds often are.
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cmake -S "$1" -B "$place/build" -G "$3" -DCMAKE_CXX_COMPILER="$2" -DNUMLANE_BUILD_TESTS=OFF -DNUMLANE_BUILD_EXAMPLES=OFF \
    -DNUMLANE_BUILD_BENCHMARKS=OFF -DNUMLANE_SIMD=scalar -DNUMLANE_BLAS=native -DCMAKE_INSTALL_PREFIX="$place/prefix" \
    -DCMAKE_INSTALL_INCLUDEDIR="$place/headers" >"$place/log"
cmake --install "$place/build" >>"$place/log"
cat >"$place/told.cpp" <<'TEXT'
#include <numlane/core/version.hpp>
default: NUMLANE_BLAS_DEFAULT
TEXT
"$2" -E $(PKG_CONFIG_PATH="$place/prefix/share/pkgconfig" pkg-config --cflags numlane) "$place/told.cpp"
