#include <iostream>
#include <numlane/numlane.hpp>

namespace nl = numlane;

int main() {
    nl::array<double> x = nl::linspace(0.0, 1.0, 5);
    nl::array<double> y = nl::sqrt(x) * 2 + 1;
    std::cout << y << "\n";
}
