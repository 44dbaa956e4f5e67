#include "every_target.hpp"
#include "operands.hpp"

TEMPLATE_TEST_CASE("the native norm neither overflows nor underflows", "", float, double) {
    using R = TestType;
    using limits = std::numeric_limits<R>;
    using C = std::complex<R>;
    const auto norm = [](const std::vector<R>& x) {
        return nl::blas::native::nrm2<R>({nl::index_t(x.size()), {x.data()}});
    };
    const auto close = [](R found, R expected) {
        return std::abs(found - expected) <= 4 * limits::epsilon() * expected;
    };
    const R large = limits::max() / 8, small = limits::min() * 16, tiny = limits::denorm_min();
    targets::on_every([&] {
        CHECK(norm({}) == 0);
        CHECK(norm({0, R(-0.0)}) == 0);
        CHECK(norm({3, -4}) == 5);
        CHECK(close(norm({3 * large / 4, large}), 5 * (large / 4)));
        CHECK(close(norm({3 * small, 4 * small}), 5 * small));
        CHECK(norm({3 * tiny, 4 * tiny}) == 5 * tiny);
        CHECK(norm({1, limits::infinity()}) == limits::infinity());
        CHECK(norm({limits::max(), -limits::infinity(), 0}) == limits::infinity());
        CHECK(std::isnan(norm({1, limits::quiet_NaN(), 2})));
        // Up to 64 squares are added one after the other before the tree begins.
        const R many = norm(std::vector<R>(10000, large / 1000));
        CHECK(std::abs(many - large / 10) <= 64 * limits::epsilon() * many);
        const C z[] = {{3 * large / 4, 0}, {0, -large}};
        CHECK(close(nl::blas::native::nrm2<C>({2, {z}}), 5 * (large / 4)));
        const C widest[] = {{limits::max() / 2, limits::max() / 2}};
        CHECK(close(nl::blas::native::nrm2<C>({1, {widest}}), std::sqrt(R(2)) * (limits::max() / 2)));
    });
}
