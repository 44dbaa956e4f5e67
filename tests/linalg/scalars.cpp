// What has shape () is used as the number that it is.
#include <cmath>

#include "numlane/numlane.hpp"
#include "test.hpp"

TEST_CASE("results of shape () are scalars") {
    const nl::array<double> x{1, 2, 3}, y{4, 5, 6}, singular{{1, 2}, {2, 4}};
    const nl::array<double, 1> x1 = x;
    const nl::array<double, 2> singular2 = singular;
    const double dynamic = nl::dot(x, y), fixed = nl::dot(x1, x1), mixed = nl::inner(x, x1);
    CHECK(dynamic == 32);
    CHECK(fixed == 14);
    CHECK(mixed == 14);
    bool found = false;
    if (nl::linalg::det(singular) == 0) found = true;
    CHECK(found);
    if (nl::linalg::det(singular2) != 0) found = false;
    CHECK(found);
    const double scaled = nl::dot(x, y) * 2.0 + nl::dot(x1, x1);
    CHECK(scaled == 78);
    CHECK(std::sqrt(double(nl::dot(x, x))) == std::sqrt(14.0));
    CHECK(std::sqrt(nl::dot(x, x)) == std::sqrt(14.0));
    const std::int64_t rank = nl::linalg::matrix_rank(singular);
    CHECK(rank == 1);
    const double trace = nl::trace(singular), vdot = nl::vdot(x, y), vecdot = nl::vecdot(x, y);
    CHECK(trace == 5);
    CHECK(vdot == 32);
    CHECK(vecdot == 32);
    const double total = nl::sum(singular, {.axis = {0, 1}}), largest = nl::max(x, {.axis = 0});
    CHECK(total == 9);
    CHECK(largest == 3);
    CHECK(nl::linalg::cond(singular) > 1e15);
    const auto [sign, log] = nl::linalg::slogdet(singular);
    CHECK(sign * std::exp(log) == 0);
    const nl::array<std::complex<double>> z{std::complex<double>(0, 1), 1};
    const std::complex<double> product = nl::dot(z, z);
    CHECK(product == std::complex<double>(0, 0));
    CHECK_THROWS_AS(static_cast<double>(nl::dot(singular, x(nl::slice(0, 2)))), nl::shape_error);
}
