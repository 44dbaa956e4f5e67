#include <cmath>
#include <complex>
#include <cstring>

#include "every_target.hpp"
#include "operands.hpp"

namespace {

using nl::index_t;

template <class T>
std::vector<T> noise(std::size_t size, std::uint64_t seed) {
    operands::random r{seed};
    std::vector<T> v(size);
    for (T& x : v) x = T(nl::real_t<T>(r.below(1 << 20)) / nl::real_t<T>(3 << 18) - nl::real_t<T>(0.6));
    return v;
}

struct budget {
    int before = nl::get_num_threads();
    ~budget() { nl::set_num_threads(before); }
};

}  // namespace

TEST_CASE("a native product has the same bits on any number of threads and in any memory order") {
    const budget restore;
    const index_t sizes[][3] = {{129, 301, 700}, {500, 33, 65}, {7, 2000, 100}, {1, 1, 5000}, {96, 64, 513}};
    targets::on_every([&] {
        for (const auto& [m, n, k] : sizes) {
            const auto a = noise<double>(std::size_t(m * k), 1), b = noise<double>(std::size_t(k * n), 2);
            std::vector<double> first(std::size_t(m * n)), c(first.size());
            for (const int threads : {1, 2, 3, 5, 16}) {
                nl::set_num_threads(threads);
                nl::blas::native::gemm<double>({m, n, k, {a.data(), k, 1}, {b.data(), n, 1}, {c.data(), n, 1}});
                if (threads == 1) first = c;
                CHECK(std::memcmp(first.data(), c.data(), c.size() * sizeof(double)) == 0);
            }
        }
    });
}

TEST_CASE("a native product is as exact as its sums allow") {
    constexpr index_t m = 65, n = 70, k = 1000;
    const auto a = noise<float>(m * k, 3), b = noise<float>(k * n, 4);
    std::vector<float> c(m * n);
    targets::on_every([&] {
        nl::blas::native::gemm<float>({m, n, k, {a.data(), k, 1}, {b.data(), n, 1}, {c.data(), n, 1}});
        double worst = 0;
        for (index_t i = 0; i < m; ++i) {
            for (index_t j = 0; j < n; ++j) {
                double sum = 0, sizes = 0;
                for (index_t p = 0; p < k; ++p) {
                    const double term = double(a[std::size_t(i * k + p)]) * double(b[std::size_t(p * n + j)]);
                    sum += term;
                    sizes += std::abs(term);
                }
                const double error = std::abs(double(c[std::size_t(i * n + j)]) - sum) / sizes;
                worst = error > worst ? error : worst;
            }
        }
        // k·u·Σ|a·b| is the bound of any order of summation; u is 2⁻²⁴.
        CHECK(worst <= double(k) / double(1 << 24));
        CHECK(worst > 0);
    });
}

TEST_CASE("an empty sum writes zeros or scales, whatever stood there") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    double c[4] = {nan, nan, nan, nan};
    nl::blas::use("native");
    nl::blas::gemm<double>({2, 2, 0, {nullptr, 0, 1}, {nullptr, 2, 1}, {c, 2, 1}});
    for (const double value : c) CHECK(value == 0);
    double d[4] = {1, 2, 3, 4};
    nl::blas::gemm<double>({2, 2, 0, {nullptr, 0, 1}, {nullptr, 2, 1}, {d, 2, 1}, 1.0, -2.0});
    CHECK(d[3] == -8);
    nl::blas::gemm<double>({0, 2, 2, {nullptr, 2, 1}, {d, 2, 1}, {nullptr, 2, 1}});
}

TEST_CASE("infinities and NaN go through a product as through its sums") {
    const double inf = std::numeric_limits<double>::infinity();
    for (const index_t n : {3, 80}) {
        std::vector<double> a(std::size_t(n * n), 1.0), b(a), c(a);
        a[1] = inf;
        b[0] = -1;
        b[std::size_t(n)] = 0;  // inf · 0 in c(0, 0)
        nl::blas::native::gemm<double>({n, n, n, {a.data(), n, 1}, {b.data(), n, 1}, {c.data(), n, 1}});
        CHECK(std::isnan(c[0]));
        CHECK(c[1] == inf);
        CHECK(c[std::size_t(n)] == double(n - 3));
    }
}

TEMPLATE_TEST_CASE("products keep subnormal numbers", "", float, std::complex<float>) {
    using T = TestType;
    targets::on_every([] {
        for (const index_t n : {3, 20, 70}) {
            const std::size_t size = std::size_t(n * n);
            std::vector<T> a(size), small_a(size), b(size), small_b(size), c(size), small_c(size);
            operands::random r{std::uint64_t(n)};
            const float least = std::ldexp(1.0f, -70), square = std::ldexp(1.0f, -140);
            for (std::size_t i = 0; i < size; ++i) {
                a[i] = T(float(r.below(9)) - 4), b[i] = T(float(r.below(9)) - 4);
                if constexpr (nl::is_complex_v<T>) a[i].imag(float(r.below(9)) - 4), b[i].imag(float(r.below(9)) - 4);
                small_a[i] = a[i] * least, small_b[i] = b[i] * least;
            }
            nl::blas::native::gemm<T>({n, n, n, {a.data(), n, 1}, {b.data(), n, 1}, {c.data(), n, 1}});
            nl::blas::native::gemm<T>(
                {n, n, n, {small_a.data(), n, 1}, {small_b.data(), n, 1}, {small_c.data(), n, 1}});
            for (std::size_t i = 0; i < size; ++i) REQUIRE(small_c[i] == c[i] * square);
        }
    });
}

TEST_CASE("small products take no memory") {
    for (auto& slot : numlane::process::gemm_buffers) std::free(slot.exchange(nullptr));
    nl::blas::use("auto");
    std::complex<double> a[64] = {1.0, 2.0}, c[64];
    nl::blas::gemm<std::complex<double>>({8, 8, 8, {a, 8, 1}, {a, 1, 8}, {c, 8, 1}});
    CHECK(c[0] == 5.0);
    for (auto& slot : numlane::process::gemm_buffers) CHECK(slot.load() == nullptr);
}

TEST_CASE("an operand that repeats its elements is read as it is") {
    const double row[3] = {1, 2, 3};
    nl::blas::use("auto");
    std::vector<double> b(3 * 100, 2.0), c(100 * 100);
    // A matrix of equal rows, by a stride of 0.
    nl::blas::gemm<double>({100, 100, 3, {row, 0, 1}, {b.data(), 100, 1}, {c.data(), 100, 1}});
    for (const double value : c) REQUIRE(value == 12);
}

TEST_CASE("a batch is its products one by one") {
    nl::blas::use("auto");
    for (const index_t n : {3, 32, 70}) {
        operands::random r{std::uint64_t(n)};
        constexpr index_t count = 9;
        const operands::matrix<double> a(count * n, n, 0, r), b(n, n, 1, r);
        operands::matrix<double> c(count * n, n, 0, r), expected = c;
        for (index_t i = 0; i < count; ++i)
            nl::blas::gemm<double>(
                {n, n, n, {a.data() + i * n * n, n, 1}, b.in(), {expected.data() + i * n * n, n, 1}});
        nl::blas::gemm_batch<double>(count, {n, n, n, a.in(), b.in(), c.out()}, {n * n, 0, n * n});
        CHECK(c.memory == expected.memory);
    }
}

TEST_CASE("operands of a stack are asked for ahead where many come from memory, and lie close to each other") {
    using nl::index_t;
    const nl::blas::gemm_args<double> g{32, 32, 32, {nullptr, 32, 1}, {nullptr, 32, 1}, {nullptr, 32, 1}};
    const auto far = [&](index_t count, index_t a, index_t b) {
        return nl::blas::steps_of_many<double>({a, b, 1024}, count, g).far;
    };
    CHECK(far(1000, 1024, 1024));
    CHECK(far(1000, -1024, 1100));
    CHECK_FALSE(far(100, 1024, 1024));
    CHECK_FALSE(far(1000, 512 * 512, 1024));  // a corner of a larger matrix
    CHECK_FALSE(far(1000, 1024, std::numeric_limits<index_t>::min()));
    CHECK_FALSE(far(1000, 0, 0));
    CHECK(far(2000, 0, 1024));
    CHECK_FALSE(far(1000, 0, 1024));
}
