// Compiled three times, with different -m flags and NUMLANE_UNIT naming the function.
#include "numlane/numlane.hpp"

namespace nl = numlane;

// The same in every file, as if it came from a header.
NUMLANE_KERNEL(damped, (auto x, int steps), {
    auto y = x;
    for (int i = 0; i < steps; ++i) y = select(y > 0.5, y * 0.75, y * x + 0.25);
    return y;
})

double NUMLANE_UNIT(int size) {
    nl::array<double> x = nl::linspace(0.0, 1.0, size);
    nl::array<double> y = nl::sqrt(x * x + 1.0) * 2 - x;
    y += x;
    const nl::array<double> rows = nl::mean(y(nl::slice(0, 100'000)).reshape(100, -1), {.axis = 0});
    nl::array<int> counts = nl::astype<int>(nl::map(damped, x, 7) * 100);
    counts(counts > 60) = 1;
    return nl::sum(nl::where(y > 2.0, y, -y)) + nl::sum(rows) + double(nl::sum(counts)) + nl::max(y);
}
