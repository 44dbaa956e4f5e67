// Compiled three times, with different -m flags and NUMLANE_UNIT naming the function.
#include "numlane/numlane.hpp"

namespace nl = numlane;

double NUMLANE_UNIT(int size) {
    nl::array<double> x = nl::linspace(0.0, 1.0, size);
    nl::array<double> y = nl::sqrt(x * x + 1.0) * 2 - x;
    y += x;
    return nl::sum(nl::where(y > 2.0, y, -y));
}
