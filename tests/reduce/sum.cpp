#include "numlane/reduce/mean.hpp"

#include <random>

#include "every_target.hpp"
#include "numlane/manip.hpp"
#include "numlane/ufunc.hpp"

using nl::_, nl::slice;

namespace {

template <class T>
nl::array<T> random(const nl::dims<>& shape) {
    nl::array<T> x = nl::zeros<T>(shape);
    std::mt19937 bits(5);
    std::normal_distribution<double> normal;
    for (T& value : x) {
        if constexpr (nl::is_complex_v<T>) value = T(nl::real_t<T>(normal(bits)), nl::real_t<T>(normal(bits)));
        else value = T(normal(bits));
    }
    return x;
}

template <class T>
bool identical(const T& a, const T& b) {
    return std::memcmp(&a, &b, sizeof(T)) == 0;
}

}  // namespace

TEMPLATE_TEST_CASE("the bits of a sum depend neither on target nor on threads", "", float, double, std::complex<float>,
                   std::complex<double>) {
    using T = TestType;
    const int before = nl::get_num_threads();
    for (const nl::index_t size : {1, 63, 1000, 4096, 4097, 20'000, 300'007, 1'200'000}) {
        const auto x = random<T>({size}), y = random<T>({size + 1});
        const T sum = nl::sum(x), product = nl::sum(x * y(slice(1, _)) + T(1));
        targets::on_every([&] {
            for (int threads = 1; threads <= 16; threads += size > 100'000 ? 1 : 5) {
                nl::set_num_threads(threads);
                if (!identical(nl::sum(x), sum)) FAIL("sum of " << size << " on " << threads << " threads");
                if (!identical(nl::sum(x * y(slice(1, _)) + T(1)), product))
                    FAIL("sum of products of " << size << " on " << threads << " threads");
            }
        });
        nl::set_num_threads(before);
    }
    SUCCEED();
}

TEMPLATE_TEST_CASE("the bits of a sum depend on the order of memory alone", "", float, double) {
    using T = TestType;
    const auto x = random<T>({70, 130}), deep = random<T>({5, 17, 3, 40});
    targets::on_every([&] {
        const T sum = nl::sum(x);
        CHECK(identical(nl::sum(x.T()), sum));
        CHECK(identical(nl::sum(x(slice(_, _, -1), slice(_, _, -1))), sum));
        CHECK(identical(nl::sum(x.ravel()), sum));
        CHECK(identical(nl::sum(x(nl::newaxis)), sum));
        CHECK(identical(nl::sum(deep.transpose(2, 0, 3, 1)), nl::sum(deep)));
        const auto even = x(slice(1, _, 2), slice(_, _, 3));
        CHECK(identical(nl::sum(even), nl::sum(even.copy())));
        const auto middle = deep(nl::ellipsis, slice(1, -1), slice(2, 37));
        CHECK(identical(nl::sum(middle), nl::sum(middle.copy())));
        CHECK(identical(nl::sum(x * x + T(2)), nl::sum(nl::array<T>(x * x + T(2)))));
        CHECK(identical(nl::sum(nl::broadcast_to(x[0], {50, 130})), nl::sum(nl::broadcast_to(x[0], {50, 130}).copy())));
    });
}

TEST_CASE("sums of nothing, of one value and of signed zeros") {
    CHECK(nl::sum(nl::zeros<double>({0, 3})) == 0);
    CHECK(!std::signbit(nl::sum(nl::zeros<double>({0}))));
    CHECK(nl::sum(nl::array<double>(nl::full(nl::dims<>(), 5.0))) == 5);
    const double minus = nl::sum(nl::full({100}, -0.0));
    CHECK(minus == 0);
    CHECK(nl::sum(nl::broadcast_to(nl::full<float>({1}, 0.5f), {100'000})) == 50'000);
    const float mean = nl::mean(nl::zeros<float>({0}));
    CHECK(mean != mean);
    CHECK(nl::mean(nl::array<std::int32_t>{1, 2}) == 1.5);
}

TEST_CASE("a float32 sum of many equal values is exact to the last bits") {
    targets::on_every([] {
        const nl::array<float> x = nl::full<float>({10000000}, 0.1f);
        CHECK(std::abs(nl::sum(x) - 1e6f) <= 1.0f);
    });
}

TEST_CASE("integers are summed in 64 bits") {
    STATIC_REQUIRE(std::is_same_v<decltype(nl::sum(nl::array<std::int8_t>())), std::int64_t>);
    STATIC_REQUIRE(std::is_same_v<decltype(nl::sum(nl::array<bool>())), std::int64_t>);
    STATIC_REQUIRE(std::is_same_v<decltype(nl::sum(nl::array<std::uint16_t>())), std::uint64_t>);
    STATIC_REQUIRE(std::is_same_v<decltype(nl::sum(nl::array<float>())), float>);
    CHECK(nl::sum(nl::full<std::uint32_t>({100000}, 4000000000u)) == 400'000'000'000'000u);
}
