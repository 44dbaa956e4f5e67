#include <iostream>

#include <numlane/numlane.hpp>

namespace nl = numlane;

NUMLANE_KERNEL(steps_to_one, (auto x, int limit), {  // the Collatz sequence
    auto steps = like<std::int32_t>(x, 0);
    for (int i = 0; i < limit && any_of(x != 1); ++i) {
        const auto half = convert<double>(convert<std::int64_t>(x * 0.5));
        steps = select(x != 1, steps + 1, steps);
        x = select(x == 1, x, select(half + half == x, half, x * 3 + 1));
    }
    return steps;
})

int main() {
    nl::array<std::int32_t> steps = nl::map(steps_to_one, nl::arange(1.0, 100.0), 1000);
    std::cout << steps << "\n";
}
