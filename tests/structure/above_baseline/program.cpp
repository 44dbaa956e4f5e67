// Compiled for a CPU above the one that runs it: an initialiser already has the instructions that are missing.
#include <cstdio>

#include "numlane/array/linspace.hpp"
#include "numlane/reduce.hpp"
#include "numlane/ufunc.hpp"

namespace nl = numlane;

namespace {
const nl::array<double> squares = nl::square(nl::linspace(0.0, 1.0, 1001));
}

int main() { std::printf("ran: %d\n", int(nl::sum(squares))); }
