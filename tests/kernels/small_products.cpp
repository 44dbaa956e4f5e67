#include "blas/operands.hpp"
#include "every_target.hpp"

namespace {

using nl::index_t;

// The sums are exact, so that c is the same whatever the order; what lies around it must stay as it is.
template <class T>
void multiply(index_t m, index_t n, index_t k, int layout, operands::random& r) {
    using operands::matrix;
    constexpr index_t count = 3;
    const matrix<T> a(count * m, k, layout == 1 ? 0 : layout, r),
        b(count * k, n, r.below(3) ? 0 : int(r.below(operands::layouts)), r);
    const index_t b_step = r.below(4) ? k : 0;
    matrix<T> c(count * m, n, layout, r), expected = c;
    const bool conj_a = r.below(2) != 0, conj_b = r.below(2) != 0;
    const T alpha = r.below(2) ? T(1) : operands::factor<T>(r), beta = r.below(2) ? T(0) : operands::factor<T>(r);
    for (index_t product = 0; product < count; ++product)
        for (index_t i = 0; i < m; ++i)
            for (index_t j = 0; j < n; ++j) {
                T sum(0);
                for (index_t p = 0; p < k; ++p) {
                    const T x = operands::conj_if(conj_a, a(product * m + i, p));
                    const T y = operands::conj_if(conj_b, b(product * b_step + p, j));
                    sum = operands::plus(sum, operands::times(x, y));
                }
                T& to = expected(product * m + i, j);
                const T old = beta == T(0) ? T(0) : operands::times(beta, to);
                to = operands::plus(operands::times(alpha, sum), old);
            }
    nl::blas::native::gemm_batch<T>(count, {m, n, k, a.in(conj_a), b.in(conj_b), c.out(), alpha, beta},
                                    {m * a.row_stride, b_step * b.row_stride, m * c.row_stride});
    INFO(nl::dtype_name<T>() << " " << m << "x" << k << " by " << k << "x" << n << ", layout " << layout);
    REQUIRE(c.memory == expected.memory);
}

template <class T>
void multiply_all() {
    operands::random r{sizeof(T)};
    for (index_t n = 1; n <= 34; ++n) {
        for (int layout = 0; layout < operands::layouts; ++layout)
            multiply<T>(1 + r.below(18), n, 1 + r.below(18), layout, r);
        multiply<T>(n, n, n, 0, r);
    }
}

}  // namespace

TEST_CASE("small products of every width, one after another") {
    targets::on_every([] {
        multiply_all<float>();
        multiply_all<double>();
        multiply_all<std::complex<float>>();
        multiply_all<std::complex<double>>();
        multiply_all<std::int8_t>();
        multiply_all<std::int32_t>();
        multiply_all<bool>();
    });
}
