#include "every_target.hpp"
#include "numlane/blas.hpp"

namespace {

/// Small integers, whose products and sums are exact in any order.
template <class T>
std::vector<T> numbers(nl::index_t n, int seed) {
    std::vector<T> x(std::size_t(n) + 1, std::numeric_limits<T>::quiet_NaN());  // what lies behind is not read
    for (nl::index_t i = 0; i < n; ++i) x[std::size_t(i)] = T((i * 7 + seed) % 23 - 11);
    return x;
}

template <class T>
void multiply_all_sizes(bool by_columns) {
    for (const nl::index_t m : {1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 33, 63, 64, 65, 130, 1100})
        for (const nl::index_t n : {1, 2, 3, 7, 8, 9, 16, 31, 64, 67, 129}) {
            const nl::index_t stride = (by_columns ? m : n) + 3;
            const auto a = numbers<T>(stride * (by_columns ? n : m), 3), x = numbers<T>(2 * n, 5), y = numbers<T>(m, 1);
            const auto at = [&](nl::index_t i, nl::index_t j) {
                return a[std::size_t(by_columns ? j * stride + i : i * stride + j)];
            };
            const nl::blas::matrix_in<T> matrix{a.data(), by_columns ? 1 : stride, by_columns ? stride : 1};
            for (const nl::index_t step : {1, 2})
                for (const T beta : {T(0), T(2)}) {
                    std::vector<T> got = y;
                    nl::blas::native::gemv<T>({m, n, matrix, {x.data(), step}, {got.data(), 1}, T(3), beta});
                    for (nl::index_t i = 0; i < m; ++i) {
                        T sum = 0;
                        for (nl::index_t j = 0; j < n; ++j) sum += at(i, j) * x[std::size_t(j * step)];
                        INFO(m << " x " << n << ", element " << i);
                        if (got[std::size_t(i)] != 3 * sum + beta * y[std::size_t(i)]) FAIL(got[std::size_t(i)]);
                    }
                    REQUIRE(got.back() != got.back());
                }
        }
}

}  // namespace

TEMPLATE_TEST_CASE("a matrix times a vector, along its rows and its columns, is exact where sums are", "", float,
                   double) {
    const int before = nl::get_num_threads();
    targets::on_every([] {
        for (const int threads : {1, 3}) {
            nl::set_num_threads(threads);
            multiply_all_sizes<TestType>(false);
            multiply_all_sizes<TestType>(true);
        }
    });
    nl::set_num_threads(before);
}
