#include <random>

#include "every_target.hpp"
#include "guarded_pages.hpp"
#include "numlane/manip.hpp"
#include "numlane/reduce.hpp"
#include "numlane/ufunc.hpp"

using nl::_, nl::slice;

namespace {

template <class T>
nl::array<T> random(const nl::dims<>& shape) {
    nl::array<T> x = nl::zeros<T>(shape);
    std::mt19937 bits(7);
    std::normal_distribution<double> normal;
    for (T& value : x) value = T(normal(bits));
    return x;
}

template <class T>
bool identical(const nl::array<T>& a, const nl::array<T>& b) {
    return a.shape() == b.shape() && std::memcmp(a.data(), b.data(), a.nbytes()) == 0;
}

template <class F>
std::string message_of(const F& f) {
    try {
        (void)f();
    } catch (const nl::error& e) {
        return e.what();
    }
    return "no error";
}

}  // namespace

TEMPLATE_TEST_CASE("the bits of sums along axes depend neither on target nor on threads", "", float, double) {
    using T = TestType;
    const int before = nl::get_num_threads();
    const nl::dims<> shapes[] = {{300'007, 5},  {1000, 1200},    {7, 200'001},
                                 {40, 30, 500}, {100'003, 3, 2}, {17, 4099, 9}};
    for (const auto& shape : shapes) {
        const auto x = random<T>(shape);
        for (int axis = 0; axis < x.ndim(); ++axis) {
            INFO("axis " << axis << " of " << nl::to_string(shape));
            const nl::array<T> expected = nl::sum(x, {.axis = axis}), fused = nl::sum(x * x + T(1), {.axis = axis});
            CHECK(identical(fused, nl::sum(nl::array<T>(x * x + T(1)), {.axis = axis})));
            targets::on_every([&] {
                for (const int threads : {1, 2, 3, 7, 16}) {
                    nl::set_num_threads(threads);
                    REQUIRE(identical(nl::sum(x, {.axis = axis}), expected));
                    REQUIRE(identical(nl::sum(x * x + T(1), {.axis = axis}), fused));
                }
            });
            nl::set_num_threads(before);
        }
    }
}

TEST_CASE("the bits of sums along axes depend on the order of memory alone") {
    const auto x = random<double>({70, 130}), deep = random<double>({5, 17, 3, 40}), tall = random<double>({2000, 7});
    targets::on_every([&] {
        CHECK(identical(nl::sum(x.T(), {.axis = 1}), nl::sum(x, {.axis = 0})));
        CHECK(identical(nl::sum(x.T(), {.axis = 0}), nl::sum(x, {.axis = 1})));
        const auto even = x(slice(1, _, 2), slice(_, _, 3));
        for (const int axis : {0, 1})
            CHECK(identical(nl::sum(even, {.axis = axis}), nl::sum(even.copy(), {.axis = axis})));
        const auto narrow = tall(_, slice(1, 6));
        CHECK(identical(nl::sum(narrow, {.axis = 0}), nl::sum(narrow.copy(), {.axis = 0})));
        const auto middle = deep(nl::ellipsis, slice(1, -1), slice(2, 37));
        for (int axis = 0; axis < 4; ++axis)
            CHECK(identical(nl::sum(middle, {.axis = axis}), nl::sum(middle.copy(), {.axis = axis})));
        CHECK(identical(nl::sum(middle, {.axis = {0, 2}}), nl::sum(middle.copy(), {.axis = {0, 2}})));
        CHECK(nl::sum(x, {}).item() == nl::sum(x));
    });
}

TEST_CASE("expressions of broadcast, transposed and strided arrays are reduced as their values would be") {
    const nl::dims<> shapes[] = {{70, 90}, {3, 300}, {300, 3}, {20, 5, 40}, {6, 50, 4}, {40, 40, 40}, {2, 3, 700}};
    const auto pool = random<double>({64'000});
    for (const auto& shape : shapes) {
        const auto x = random<double>(shape);
        // An array of each combination of stretched axes, and one whose memory runs the other way.
        for (int stretched = 0; stretched < 1 << x.ndim(); ++stretched) {
            nl::dims<> small = shape, turned = shape;
            for (int axis = 0; axis < x.ndim(); ++axis) {
                if (stretched >> axis & 1) small[axis] = 1;
                turned[axis] = shape[x.ndim() - 1 - axis];
            }
            const auto y = pool(slice(0, nl::shape_size(small))).reshape(small);
            const auto z = pool(slice(_, _, -1))(slice(0, nl::shape_size(shape))).reshape(turned).T();
            const auto e = (x - y) * z;
            const nl::array<double> values = e;
            const nl::array<bool> mask = x > y;
            for (int axes = 1; axes < 1 << x.ndim(); ++axes) {
                nl::dims<> list = nl::dims<>::with_rank(__builtin_popcount(unsigned(axes)));
                for (int axis = 0, at = 0; axis < x.ndim(); ++axis)
                    if (axes >> axis & 1) list[at++] = axis;
                const nl::axes along(list);
                INFO(nl::to_string(shape) << " with " << stretched << " stretched, axes " << nl::to_string(list));
                REQUIRE(identical(nl::sum(e, {.axis = along}), nl::sum(values, {.axis = along})));
                REQUIRE(identical(nl::sum(e, {.axis = along, .where = mask}),
                                  nl::sum(nl::where(mask, values, 0.0), {.axis = along, .initial = 0})));
                REQUIRE(identical(nl::sum(x, {.axis = along, .where = y > 0.0}),
                                  nl::sum(nl::where(y > 0.0, x, 0.0), {.axis = along, .initial = 0})));
            }
        }
    }
}

TEMPLATE_TEST_CASE("rows of another dtype are converted as they are summed", "", bool, std::int8_t, std::uint16_t,
                   std::int32_t, std::uint32_t, float) {
    using T = TestType;
    const nl::dims<> shapes[] = {{1, 5}, {7, 3}, {8, 64}, {65, 17}, {200, 130}, {300, 1100}, {20'000, 3}, {9, 40, 6}};
    for (const auto& shape : shapes) {
        const auto values = random<double>(shape);
        const nl::array<T> x = nl::astype<T>(nl::where(values > 0.0, values * 40.0, 0.0));
        const auto wide = [](const auto& y) { return nl::array<double>(nl::astype<double>(y)); };
        const auto apart = x(slice(_, _, 2)), columns = x(nl::ellipsis, slice(1, _));
        INFO(nl::to_string(shape));
        targets::on_every([&] {
            for (int axis = 0; axis < x.ndim(); ++axis) {
                const auto same = [axis, wide](const auto& y, const nl::array<double>& z) {
                    return identical(nl::sum<double>(y, {.axis = axis}), nl::sum(z, {.axis = axis})) &&
                           identical(nl::prod<double>(y, {.axis = axis}), nl::prod(z, {.axis = axis})) &&
                           identical(nl::mean<double>(y, {.axis = axis}), nl::mean(z, {.axis = axis})) &&
                           (std::is_same_v<T, float> ||
                            identical(wide(nl::sum(y, {.axis = axis})), nl::sum(z, {.axis = axis})));
                };
                REQUIRE(same(x, wide(x)));
                REQUIRE(same(x.T(), wide(x.T())));
                REQUIRE(same(apart, wide(apart)));
                REQUIRE(same(columns, wide(columns)));
            }
        });
    }
}

TEST_CASE("the float32 mean of ones is 1 along every axis") {
    const auto ones = nl::full<float>({10'000'000, 3}, 1.0f);
    targets::on_every([&] {
        CHECK(nl::all(nl::mean(ones, {.axis = 0}) == 1.0f));
        CHECK(nl::all(nl::mean(ones, {.axis = 1}) == 1.0f));
        CHECK(nl::all(nl::mean(ones.T(), {.axis = -1}) == 1.0f));
        CHECK(nl::mean(ones, {}).item() == 1.0f);
    });
}

TEST_CASE("a float32 sum of many equal values is as precise along every axis") {
    const auto flat = nl::full<float>({4'000'000}, 0.1f);
    const nl::dims<> shapes[] = {{4'000'000, 1}, {2'000'000, 2}, {400'000, 10},
                                 {40'000, 100},  {4000, 1000},   {10, 400'000}};
    for (const auto& shape : shapes) {
        const auto x = flat.reshape(shape);
        for (int axis = 0; axis < 2; ++axis) {
            const double exact = double(0.1f) * double(shape[axis]);
            const nl::array<float> sums = nl::sum(x, {.axis = axis});
            double error = 0;
            for (const float sum : sums) error = std::max(error, std::abs(double(sum) - exact));
            CHECK(error <= exact * 64 * 0x1p-24);
        }
    }
}

TEST_CASE("shapes of the results, and what is left of nothing") {
    const auto x = random<double>({2, 3, 4});
    CHECK(nl::sum(x, {.axis = 1}).shape() == nl::dims<>(2, 4));
    CHECK(nl::sum(x, {.axis = {0, -1}, .keepdims = true}).shape() == nl::dims<>(1, 3, 1));
    CHECK(nl::sum(x, {}).shape() == nl::dims<>());
    CHECK(nl::sum(x, {.keepdims = true}).shape() == nl::dims<>(1, 1, 1));
    CHECK(identical(nl::sum(x, {.axis = nl::axes(nl::dims<>())}), x));
    CHECK(identical(nl::sum(nl::zeros<double>({0, 3}), {.axis = 0, .initial = 2}), nl::full<double>({3}, 2.0)));
    CHECK(nl::sum(nl::zeros<double>({0, 3}), {.axis = 1}).shape() == nl::dims<>(0));
}

TEST_CASE("errors of axes and masks say what is wrong") {
    const auto x = random<double>({2, 3});
    CHECK_THROWS_AS(nl::sum(x, {.axis = 2}), nl::index_error);
    CHECK_THROWS_AS(nl::sum(x, {.axis = -3}), nl::index_error);
    CHECK_THROWS_AS(nl::sum(x, {.axis = {0, -2}}), nl::index_error);
    CHECK(message_of([&] { return nl::sum(x, {.axis = 2}); }) == "sum: axis 2 is out of bounds for shape (2, 3)");
    CHECK(message_of([&] { return nl::sum(x, {.axis = {0, -2}}); }) ==
          "sum: axis (0, -2) repeats an axis of the array of shape (2, 3)");
    const nl::array<bool> mask{true, false};
    CHECK_THROWS_AS(nl::sum(x, {.axis = 0, .where = mask}), nl::shape_error);
    CHECK_THROWS_AS(nl::sum(nl::array<int>{1}, {.initial = 1.5}), nl::dtype_error);
    CHECK_THROWS_AS((nl::sum<std::uint8_t>(nl::array<std::uint8_t>{1}, {.initial = 300})), nl::dtype_error);
}

TEMPLATE_TEST_CASE("narrow integers add up exactly along the first axis", "", bool, std::int8_t, std::uint8_t,
                   std::int16_t, std::uint16_t) {
    using T = TestType;
    using S = decltype(nl::sum(nl::array<T>()));
    using limits = std::numeric_limits<T>;
    targets::on_every([] {
        for (const nl::index_t columns : {1, 3, 15, 33, 64, 131})
            for (const nl::index_t rows : {1, 7, 8, 300}) {
                nl::array<T> x = nl::empty<T>({rows, columns});
                nl::array<S> expected = nl::zeros<S>({columns});
                for (nl::index_t i = 0; i < rows; ++i)
                    for (nl::index_t j = 0; j < columns; ++j) {
                        x(i, j) = j % 3 == 0 ? limits::max() : j % 3 == 1 ? limits::min() : T((i + j) % 2);
                        expected(j) += S(x(i, j));
                    }
                INFO(rows << " rows, " << columns << " columns");
                REQUIRE(bool(nl::all(nl::sum(x, {.axis = 0}) == expected)));
                REQUIRE(bool(nl::all(nl::sum(x(nl::_, nl::slice(nl::_, nl::_, -1)), {.axis = 0}) ==
                                     expected(nl::slice(nl::_, nl::_, -1)))));
            }
    });
}

#if defined(__linux__)
TEMPLATE_TEST_CASE("reductions along columns read nothing beside the array", "", std::int8_t, float, double) {
    using T = TestType;
    guarded_pages pages;
    targets::on_every([&] {
        for (const bool at_end : {false, true})
            for (nl::index_t columns = 1; columns < 150; ++columns) {
                const nl::view<T> x = pages.ones<T>(6 * columns, at_end).reshape(6, columns);
                INFO(columns << " columns");
                REQUIRE(nl::all(nl::argmin(x, {.axis = 0}) == 0));
                REQUIRE(nl::all(nl::max(x, {.axis = 0}) == T(1)));
                REQUIRE(nl::all(nl::sum(x, {.axis = 0}) == 6));
                REQUIRE(nl::all(nl::count_nonzero(x, {.axis = 0}) == 6));
            }
    });
}
#endif
