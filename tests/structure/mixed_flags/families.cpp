// What instantiates most of the standard library: einsum, factorizations, files. It is compiled for a high CPU, and its
// weak symbols are looked at; it does not run.
#include "numlane/numlane.hpp"

namespace nl = numlane;

double families(const nl::array<double>& a, const nl::array<std::complex<float>>& c) {
    double sum = nl::linalg::det(a);
    sum += nl::linalg::solve(a, a)(0, 0);
    sum += nl::linalg::qr(a).q(0, 0);
    sum += nl::linalg::svdvals(a)(0);
    sum += nl::linalg::eigvalsh(a)(0);
    sum += nl::linalg::eigvals(a)(0).real();
    sum += double(nl::linalg::eigvals(c)(0).real());
    sum += nl::linalg::lstsq(a, a).x(0, 0);
    sum += nl::linalg::multi_dot({a, a, a})(0, 0);
    sum += nl::einsum("ij,jk,kl->il", a, a, a)(0, 0);
    sum += nl::percentile(a, {5.0, 50.0})(0);
    sum += nl::load<double>("a.npy")(0, 0);
    nl::save("a.npy", a);
    return sum;
}
