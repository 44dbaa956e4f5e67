// Eigen and numlane in one file, on the same memory.
#include <Eigen/Dense>

#include "numlane/numlane.hpp"

namespace nl = numlane;

int main() {
    const nl::array<double> a = nl::arange(12.0).reshape(3, 4);
    using matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const Eigen::Map<const matrix> seen(a.data(), 3, 4);
    const matrix square = seen * seen.transpose();
    const nl::array<double> product = nl::matmul(a, a.T());
    return nl::all(nl::adapt(square.data(), {3, 3}) == product) ? 0 : 1;
}
