#include "numlane/manip/concatenate.hpp"

#include "numlane/array.hpp"
#include "numlane/reduce.hpp"
#include "numlane/ufunc.hpp"
#include "test.hpp"

namespace {

template <class A, class B>
bool is_joined(const A& a, const B& b) {
    return a.shape() == b.shape() && nl::all(a == b);
}

}  // namespace

TEST_CASE("concatenate joins along an axis, in the dtype of all operands") {
    const nl::array<int, 2> a{{1, 2}, {3, 4}};
    const nl::array<double> b{{5, 6}}, c{{7}, {8}};
    const auto rows = nl::concatenate(a, b);
    static_assert(std::is_same_v<decltype(rows)::value_type, double>);
    CHECK(is_joined(rows, nl::array<double>{{1, 2}, {3, 4}, {5, 6}}));
    CHECK(is_joined(nl::concatenate({.axis = 1}, a, c), nl::array<double>{{1, 2, 7}, {3, 4, 8}}));
    CHECK(is_joined(nl::concatenate({.axis = -1}, c, a, c), nl::array<double>{{7, 1, 2, 7}, {8, 3, 4, 8}}));
    const auto fixed = nl::concatenate(a, a);
    static_assert(decltype(fixed)::rank == 2);
    CHECK(fixed.shape() == nl::dims<2>(4, 2));
    CHECK(is_joined(nl::concatenate(a), a));
}

TEST_CASE("concatenate evaluates expressions, views and selections where they go") {
    const auto x = nl::arange(6.0);
    CHECK(is_joined(nl::concatenate(x * 2.0, x(nl::slice(nl::_, nl::_, -2)), x(x > 3.0)),
                    nl::array<double>{0, 2, 4, 6, 8, 10, 5, 3, 1, 4, 5}));
    const auto m = x.reshape(2, 3);
    CHECK(is_joined(nl::concatenate({.axis = 1}, m.T(), nl::zeros<bool>({3, 1})),
                    nl::array<double>{{0, 3, 0}, {1, 4, 0}, {2, 5, 0}}));
}

TEST_CASE("concatenate of lists") {
    const nl::array<float> a{1, 2}, b{3};
    CHECK(is_joined(nl::concatenate({a, b}), nl::array<float>{1, 2, 3}));
    const std::vector<nl::view<const float>> views{a.as_view(), b.as_view(), a.as_view()};
    CHECK(is_joined(nl::concatenate(views, -1), nl::array<float>{1, 2, 3, 1, 2}));
    CHECK_THROWS_AS(nl::concatenate(std::vector<nl::array<float>>()), nl::shape_error);
}

TEST_CASE("concatenate of nothing, and of much") {
    const auto none = nl::zeros<double>({0, 3}), one = nl::ones<double>({1, 3});
    CHECK(nl::concatenate(none, none).shape() == nl::dims<>(0, 3));
    CHECK(is_joined(nl::concatenate(none, one, none), one));
    const auto many = nl::arange(300'000.0).reshape(300, 1000);
    const auto joined = nl::concatenate({.axis = 1}, many, -many);
    CHECK(is_joined(joined(nl::_, nl::slice(0, 1000)), many));
    CHECK(is_joined(joined(nl::_, nl::slice(1000, 2000)), -many));
}

TEST_CASE("concatenate says which shapes do not fit") {
    const auto a = nl::zeros<double>({2, 3}), b = nl::zeros<double>({3, 2}), x = nl::zeros<double>({2});
    CHECK_THROWS_WITH(
        nl::concatenate(a, b),
        "concatenate: operands 0 and 1 of shapes (2, 3) and (3, 2) must have as many axes, all equal but axis 0");
    const auto endless = nl::zeros<double>({nl::index_t(PTRDIFF_MAX / 2), 0});
    CHECK_THROWS_AS(nl::concatenate(endless, endless, endless), nl::shape_error);
    CHECK_THROWS_AS(nl::concatenate({.axis = 1}, a, a, x), nl::shape_error);
    CHECK_THROWS_AS(nl::concatenate({.axis = 2}, a, a), nl::index_error);
    CHECK_THROWS_AS(nl::concatenate(nl::zeros<double>(nl::dims<>())), nl::index_error);
}
