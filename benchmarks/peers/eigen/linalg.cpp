// Products and factorizations, by Eigen itself.
#include "peers/eigen/operands.hpp"

namespace bench {
namespace {

using complex = std::complex<double>;

template <class T>
job product(size n) {
    return into(matrix<T>(n, n),
                [a = filled<matrix<T>>(n, n, 1), b = filled<matrix<T>>(n, n, 2)](auto& o) { o.noalias() = a * b; });
}
matrix<double> general(size n, std::uint32_t seed) { return filled<matrix<double>>(n, n, seed); }
matrix<double> spd(size n, std::uint32_t seed) {
    const auto m = general(n, seed);
    return m * m.transpose() / double(n) + matrix<double>::Identity(n, n);
}
Eigen::VectorXd vector_of(size n, std::uint32_t seed) { return f64(n, seed).matrix(); }

const rows products{
    {"matmul_f64", product<double>},
    {"matmul_f32", product<float>},
    {"matmul_c128", product<complex>},
    {"tiny_matmul_f64", product<double>},
    {"matmul_i32",
     [](size n) {
         using m = matrix<std::int32_t>;
         return into(m(n, n),
                     [a = filled<m>(n, n, 1, -9, 9), b = filled<m>(n, n, 2, -9, 9)](auto& o) { o.noalias() = a * b; });
     }},
    {"matmul_new_f64",
     [](size n) { return fresh([a = general(n, 1), b = general(n, 2)] { return matrix<double>(a * b); }); }},
    {"matmul_transposed_f64",
     [](size n) {
         return into(matrix<double>(n, n),
                     [a = general(n, 1), b = general(n, 2)](auto& o) { o.noalias() = a.transpose() * b; });
     }},
    {"gram_f64",
     [](size n) {
         return into(matrix<double>(n, n), [a = general(n, 1)](auto& o) { o.noalias() = a * a.transpose(); });
     }},
    {"matmul_skinny_f64",
     [](size n) {
         return into(matrix<double>(n, n), [a = filled<matrix<double>>(n, 16, 1),
                                            b = filled<matrix<double>>(16, n, 2)](auto& o) { o.noalias() = a * b; });
     }},
    {"matvec_f64",
     [](size n) {
         return into(Eigen::VectorXd(n), [a = general(n, 1), x = vector_of(n, 2)](auto& o) { o.noalias() = a * x; });
     }},
    {"dot_f64", [](size n) { return fresh([a = vector_of(n, 1), b = vector_of(n, 2)] { return a.dot(b); }); }},
    {"vecdot_f64",
     [](size n) {
         return fresh([a = filled<matrix<double>>(n, 32, 1), b = filled<matrix<double>>(n, 32, 2)] {
             return Eigen::VectorXd(a.cwiseProduct(b).rowwise().sum());
         });
     }},
    {"outer_f64",
     [](size n) {
         return fresh([a = vector_of(n, 1), b = vector_of(n, 2)] { return matrix<double>(a * b.transpose()); });
     }},
};

const rows linalg{
    {"solve_f64",
     [](size n) {
         return fresh([a = spd(n, 1), b = vector_of(n, 2)] { return Eigen::VectorXd(a.partialPivLu().solve(b)); });
     }},
    {"inv_f64", [](size n) { return fresh([a = spd(n, 1)] { return matrix<double>(a.inverse()); }); }},
    {"det_f64", [](size n) { return fresh([a = spd(n, 1)] { return a.determinant(); }); }},
    {"cholesky_f64", [](size n) { return fresh([a = spd(n, 1)] { return matrix<double>(a.llt().matrixL()); }); }},
    {"eigh_f64",
     [](size n) {
         return fresh([a = spd(n, 1)] { return Eigen::SelfAdjointEigenSolver<matrix<double>>(a); },
                      [](const auto& e) { return e.eigenvalues().eval(); });
     }},
    {"svd_f64",
     [](size n) {
         return fresh(
             [a = general(n, 1)] {
                 return Eigen::BDCSVD<Eigen::MatrixXd>(a, Eigen::ComputeFullU | Eigen::ComputeFullV);
             },
             [](const auto& s) { return Eigen::VectorXd(s.singularValues()); });
     }},
    {"norm_f64", [](size n) { return fresh([a = vector_of(n, 1)] { return a.norm(); }); }},
};

}  // namespace
}  // namespace bench
