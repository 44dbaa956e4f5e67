#include "numlane/core/elimination.hpp"

#include <cmath>
#include <random>
#include <vector>

#include "every_target.hpp"

namespace {

using nl::index_t;

template <class R>
struct matrix_of {
    index_t rows, columns;
    std::vector<R> at;

    matrix_of(index_t r, index_t c) : rows(r), columns(c), at(std::size_t(r * c)) {}
    R& operator()(index_t i, index_t j) { return at[std::size_t(i * columns + j)]; }
    R operator()(index_t i, index_t j) const { return at[std::size_t(i * columns + j)]; }
};
template <class R>
matrix_of<R> random(index_t rows, index_t columns, unsigned seed) {
    matrix_of<R> m(rows, columns);
    std::mt19937 bits(seed);
    std::normal_distribution<R> normal;
    for (R& x : m.at) x = normal(bits);
    return m;
}

/// The job of a·x = b, with a and b in C order, and x in C order or in columns.
template <class R>
nl::elimination_job<R> job_of(const matrix_of<R>& a, const matrix_of<R>* b, matrix_of<R>* x, bool in_columns = false) {
    nl::elimination_job<R> job{};
    job.a = a.at.data();
    job.a_row = a.columns;
    job.a_column = 1;
    if (b != nullptr) job.b = b->at.data(), job.b_row = b->columns, job.b_column = 1;
    job.n = a.rows;
    if (x == nullptr) return job;
    job.x = x->at.data();
    job.columns = in_columns ? x->rows : x->columns;
    job.x_row = in_columns ? 1 : x->columns;
    job.x_column = in_columns ? x->columns : 1;
    return job;
}
template <class R>
void run(nl::elimination_job<R>& job) {
    nl::detail::dispatch<nl::detail::eliminate_kernel<R>>()({&job, nullptr, nullptr, 0, false});
}

/// The elimination by plain loops, in the kernel's order.
template <class R>
matrix_of<R> solved(matrix_of<R> a, matrix_of<R> b, R& determinant) {
    const index_t n = a.rows;
    determinant = 1;
    for (index_t k = 0; k < n; ++k) {
        index_t best = k;
        for (index_t i = k + 1; i < n; ++i)
            if (std::abs(a(i, k)) > std::abs(a(best, k))) best = i;
        if (best != k) determinant = -determinant;
        for (index_t j = 0; j < n; ++j) std::swap(a(k, j), a(best, j));
        for (index_t j = 0; j < b.columns; ++j) std::swap(b(k, j), b(best, j));
        determinant *= a(k, k);
        const R reciprocal = 1 / a(k, k);
        for (index_t i = k + 1; i < n; ++i) {
            const R factor = a(i, k) * reciprocal;
            for (index_t j = k; j < n; ++j) a(i, j) = a(i, j) - factor * a(k, j);
            for (index_t j = 0; j < b.columns; ++j) b(i, j) = b(i, j) - factor * b(k, j);
        }
    }
    for (index_t j = 0; j < b.columns; ++j)
        for (index_t i = n - 1; i >= 0; --i) {
            b(i, j) = b(i, j) * (1 / a(i, i));
            for (index_t p = 0; p < i; ++p) b(p, j) = b(p, j) - a(p, i) * b(i, j);
        }
    return b;
}

}  // namespace

TEMPLATE_TEST_CASE("small systems are solved as plain loops solve them, to the bit", "", float, double) {
    using R = TestType;
    for (const index_t n : {1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 31, 32})
        for (const index_t columns : {1, 2, 8, 9, 16, 17, 32}) {
            const auto a = random<R>(n, n, 1), b = random<R>(n, columns, 2);
            R determinant = 0;
            const auto expected = solved(a, b, determinant);
            targets::on_every([&] {
                INFO(n << " " << columns);
                matrix_of<R> x(n, columns), turned(columns, n);
                auto job = job_of(a, &b, &x), across = job_of(a, &b, &turned, true);
                run(job);
                run(across);
                REQUIRE(job.singular == 0);
                R product = job.odd ? R(-1) : R(1);
                for (index_t k = 0; k < n; ++k) product *= job.pivot[k];
                REQUIRE(product == determinant);
                for (index_t i = 0; i < n; ++i)
                    for (index_t j = 0; j < columns; ++j) {
                        REQUIRE(x(i, j) == expected(i, j));
                        REQUIRE(turned(j, i) == expected(i, j));
                    }
            });
        }
}

TEMPLATE_TEST_CASE("without right sides, of the identity, and of a transpose", "", float, double) {
    using R = TestType;
    for (const index_t n : {1, 5, 8, 32}) {
        const auto a = random<R>(n, n, 3);
        matrix_of<R> identity(n, n), turned(n, n);
        for (index_t i = 0; i < n; ++i) {
            identity(i, i) = 1;
            for (index_t j = 0; j < n; ++j) turned(i, j) = a(j, i);
        }
        targets::on_every([&] {
            matrix_of<R> inverse(n, n), same(n, n), across(n, n);
            auto pivots = job_of<R>(a, nullptr, nullptr), by_null = job_of<R>(a, nullptr, &inverse),
                 given = job_of<R>(a, &identity, &same), of_turned = job_of<R>(turned, nullptr, &across);
            std::swap(of_turned.a_row, of_turned.a_column);
            run(pivots);
            run(by_null);
            run(given);
            run(of_turned);
            for (index_t k = 0; k < n; ++k) REQUIRE(pivots.pivot[k] == given.pivot[k]);
            REQUIRE(pivots.odd == given.odd);
            REQUIRE(inverse.at == same.at);
            REQUIRE(across.at == same.at);
        });
    }
}

TEMPLATE_TEST_CASE("pivots of zero, tiny ones, and NaN", "", float, double) {
    using R = TestType;
    targets::on_every([] {
        matrix_of<R> a(3, 3), x(3, 1), b(3, 1);
        a(0, 1) = a(1, 0) = 1;  // the third row and column are 0
        auto pivots = job_of<R>(a, nullptr, nullptr);
        run(pivots);
        CHECK(pivots.singular == 3);
        CHECK(pivots.pivot[2] == 0);
        CHECK(pivots.odd);
        auto job = job_of(a, &b, &x);
        run(job);
        CHECK(job.singular == 3);

        const R tiny = std::numeric_limits<R>::denorm_min();  // its reciprocal is infinite
        matrix_of<R> small(2, 2), right(2, 1), y(2, 1);
        small(0, 0) = small(1, 1) = 4 * tiny;
        small(1, 0) = 2 * tiny;
        right(0, 0) = 8 * tiny;
        right(1, 0) = 12 * tiny;
        auto subnormal = job_of(small, &right, &y);
        run(subnormal);
        CHECK(y(0, 0) == 2);
        CHECK(y(1, 0) == 2);

        small(0, 1) = std::numeric_limits<R>::quiet_NaN();
        auto nan = job_of(small, &right, &y);
        run(nan);
        CHECK(nan.singular == 0);
        CHECK(std::isnan(y(0, 0)));
    });
}

TEMPLATE_TEST_CASE("small triangles are solved as plain loops solve them, to the bit", "", float, double) {
    using R = TestType;
    for (const index_t n : {1, 2, 7, 8, 17, 24})
        for (const index_t columns : {1, 3, 8, 31, 33, 64, 100})
            for (const bool lower : {true, false})
                for (const bool unit : {true, false})
                    for (const bool turned : {true, false}) {
                        const auto a = random<R>(n, n, 5), b = random<R>(columns, n + 3, 6);  // columns in its rows
                        matrix_of<R> expected = b;
                        const index_t row = turned ? 1 : n, column = turned ? n : 1;
                        for (index_t j = 0; j < columns; ++j)
                            for (index_t step = 0; step < n; ++step) {
                                const index_t k = lower ? step : n - 1 - step;
                                const auto at = [&](index_t i) { return a.at[std::size_t(i * row + k * column)]; };
                                if (!unit) expected(j, k) /= at(k);
                                for (index_t i = lower ? k + 1 : 0; i < (lower ? n : k); ++i)
                                    expected(j, i) = expected(j, i) - at(i) * expected(j, k);
                            }
                        targets::on_every([&] {
                            matrix_of<R> x = b;
                            nl::triangle_job<R> job{a.at.data(), row,         column,  n,    lower,
                                                    unit,        x.at.data(), columns, n + 3};
                            nl::detail::dispatch<nl::detail::solve_triangle_kernel<R>>()(
                                {&job, nullptr, nullptr, 0, false});
                            REQUIRE(x.at == expected.at);
                        });
                    }
}
