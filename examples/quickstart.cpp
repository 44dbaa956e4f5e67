#include <iostream>

#include <numlane/numlane.hpp>

namespace nl = numlane;

int main() {
    auto x = nl::linspace(0.0, 1.0, 1'000'000);
    nl::array<double> y = nl::sin(x) * 2 + nl::exp(-x);  // one pass, no temporary, every core
    std::cout << y << "\nmean " << nl::mean(y) << ", largest " << nl::max(y) << "\n";

    nl::array<float> m{{1, 2, 3}, {4, 5, 6}};
    nl::array<float> row{10, 20, 30};
    nl::array<float> sum = m + row;                     // broadcasting
    sum(sum > 25) = 0;                                  // a mask writes
    std::cout << sum << "\n" << sum(nl::_, 1) << "\n";  // a column, which shares the memory

    std::cout << "computed with " << nl::simd::active_target() << " on " << nl::get_num_threads() << " threads\n";
}
