#include "numlane/array/adapt.hpp"

#include <array>
#include <memory>
#include <span>
#include <vector>

#include "numlane/array/array.hpp"
#include "test.hpp"

TEST_CASE("adapt shows memory of the caller's") {
    double data[6] = {0, 1, 2, 3, 4, 5};
    auto v = nl::adapt(data, {2, 3});
    CHECK(v(1, 0) == 3);
    v(1, 0) = 30;
    CHECK(data[3] == 30);
    const auto fixed = nl::adapt(data, nl::dims<2>(3, 2));
    static_assert(decltype(fixed)::rank == 2);
    CHECK(fixed(2, 1) == 5);
    const double* constant = data;
    static_assert(std::is_same_v<decltype(nl::adapt(constant, {6})), nl::view<const double>>);
}

TEST_CASE("adapt shows containers") {
    std::vector<int> values{1, 2, 3};
    nl::adapt(values)(0) = 10;
    CHECK(values[0] == 10);
    const std::vector<int>& constant = values;
    static_assert(std::is_same_v<decltype(nl::adapt(constant)), nl::view<const int, 1>>);
    std::span<int> span(values);
    CHECK(nl::adapt(span)(2) == 3);
}

TEST_CASE("adapt keeps an owner until the last view is gone") {
    auto owner = std::make_shared<std::vector<float>>(6, 2.0f);
    {
        nl::view<float> row;
        {
            auto v = nl::adapt(owner->data(), {2, 3}, owner);
            CHECK(owner.use_count() == 2);
            nl::view<float> second = v[1];
            CHECK(second(2) == 2.0f);
            const nl::array<float> copied = second;
            CHECK(copied.memory() != v.memory());
        }
        CHECK(owner.use_count() == 1);
    }
    auto moved = nl::adapt(std::vector<int>{4, 5, 6});
    CHECK(moved(2) == 6);
    auto in_place = nl::adapt(std::array<int, 3>{7, 8, 9});
    CHECK(in_place(1) == 8);
}

TEST_CASE("adapt refuses null and impossible shapes") {
    double* null = nullptr;
    CHECK_THROWS_AS(nl::adapt(null, {2}), nl::shape_error);
    CHECK(nl::adapt(null, {0}).size() == 0);
    double x = 0;
    CHECK_THROWS_AS(nl::adapt(&x, {-1}), nl::shape_error);
    CHECK_THROWS_AS(nl::adapt(&x, {PTRDIFF_MAX}), nl::shape_error);
}
