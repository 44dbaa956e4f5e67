// Two files that include everything: whatever is not inline is defined twice.
#include "numlane/numlane.hpp"

namespace nl = numlane;

double second(const nl::array<double>& x);

int main() {
    nl::array<double> x = nl::linspace(0.0, 1.0, 1001);
    return nl::sum(x * 2.0) == second(x) ? 0 : 1;
}
