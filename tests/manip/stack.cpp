#include "numlane/manip/stack.hpp"

#include "numlane/array.hpp"
#include "numlane/reduce.hpp"
#include "numlane/ufunc.hpp"
#include "test.hpp"

namespace {

template <class A, class B>
bool is_stacked(const A& a, const B& b) {
    return a.shape() == b.shape() && nl::all(a == b);
}

}  // namespace

TEST_CASE("stack puts operands side by side along a new axis") {
    const nl::array<int, 1> x{1, 2, 3}, y{4, 5, 6};
    const auto rows = nl::stack(x, y);
    static_assert(decltype(rows)::rank == 2);
    CHECK(is_stacked(rows, nl::array<int>{{1, 2, 3}, {4, 5, 6}}));
    CHECK(is_stacked(nl::stack({.axis = 1}, x, y), nl::array<int>{{1, 4}, {2, 5}, {3, 6}}));
    CHECK(is_stacked(nl::stack({.axis = -1}, x, y * 0.5), nl::array<double>{{1, 2}, {2, 2.5}, {3, 3}}));
    const auto a = nl::arange(6.0).reshape(2, 3);
    const auto three = nl::stack({.axis = 1}, a, a * 10.0, -a);
    REQUIRE(three.shape() == nl::dims<>(2, 3, 3));
    CHECK(is_stacked(three(nl::_, 1), a * 10.0));
    CHECK(is_stacked(three(nl::_, 2), -a));
}

TEST_CASE("stack of lists, of nothing, and of numbers") {
    const nl::array<float> a{1, 2}, b{3, 4};
    CHECK(is_stacked(nl::stack({a, b}, 1), nl::array<float>{{1, 3}, {2, 4}}));
    CHECK(is_stacked(nl::stack(std::vector<nl::array<float>>{a, b, a}), nl::array<float>{{1, 2}, {3, 4}, {1, 2}}));
    CHECK_THROWS_AS(nl::stack(std::vector<nl::array<float>>()), nl::shape_error);
    CHECK(nl::stack(nl::zeros<int>({0}), nl::zeros<int>({0})).shape() == nl::dims<>(2, 0));
    const nl::array<double, 0> one = nl::sum(a, {}), two = nl::sum(b, {});
    CHECK(is_stacked(nl::stack(one, two), nl::array<double>{3, 7}));
}

TEST_CASE("stack says which shapes differ") {
    const auto a = nl::zeros<double>({2, 3}), b = nl::zeros<double>({3, 2});
    CHECK_THROWS_WITH(nl::stack(a, a, b), "stack: operands 0 and 2 of shapes (2, 3) and (3, 2), which must be equal");
    CHECK_THROWS_WITH(nl::stack({.axis = 3}, a, a), "axis 3 is out of bounds for an array of 3 axes");
    CHECK(nl::stack({.axis = -3}, a, a).shape() == nl::dims<>(2, 2, 3));
    const auto deep = nl::zeros<double>(nl::dims<>::with_rank(32));
    CHECK_THROWS_AS(nl::stack(deep, deep), nl::shape_error);
}
