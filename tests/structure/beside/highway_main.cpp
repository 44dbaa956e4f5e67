// numlane in a program whose other files have Highway kernels of their own.
#include "numlane/numlane.hpp"

namespace nl = numlane;

namespace beside {
void call_twice(const float* in, float* out, int count);
}

int main() {
    const nl::array<float> x = nl::arange(0.0f, 64.0f);
    nl::array<float> y = nl::zeros<float>({64});
    beside::call_twice(x.data(), y.data(), 64);
    return nl::all(y == x + x) ? 0 : 1;
}
