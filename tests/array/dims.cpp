#include "numlane/array/dims.hpp"

#include "test.hpp"

TEST_CASE("dims hold one number per axis") {
    nl::dims<> shape{3, 4u, 5L};
    REQUIRE(shape.size() == 3);
    CHECK(shape[0] == 3);
    CHECK(shape[2] == 5);
    CHECK(nl::dims<>().size() == 0);
    CHECK(nl::dims<0>().size() == 0);
    CHECK(nl::dims<>(7).size() == 1);
    CHECK(shape == nl::dims<3>(3, 4, 5));
    CHECK(shape != nl::dims<>(3, 4));
    CHECK(shape != nl::dims<>(3, 4, 6));
}

TEST_CASE("dims copy every axis up to the largest rank") {
    for (int rank = 0; rank <= nl::max_rank; ++rank) {
        nl::dims<> a = nl::dims<>::with_rank(rank);
        for (int i = 0; i < rank; ++i) a[i] = i + 1;
        nl::dims<> b = a;
        nl::dims<> c;
        c = a;
        CHECK(b == a);
        CHECK(c == a);
    }
    CHECK_THROWS_AS(nl::dims<>::with_rank(nl::max_rank + 1), nl::shape_error);
    CHECK_THROWS_AS(nl::dims<>::with_rank(-1), nl::shape_error);
}

TEST_CASE("dims convert between fixed and dynamic rank") {
    nl::dims<> shape = nl::dims<2>(3, 4);
    nl::dims<2> back = shape;
    CHECK(back == shape);
    CHECK_THROWS_WITH(nl::dims<3>(shape), "an array of fixed rank 3 cannot take a shape of 2 axes");
    static_assert(!std::is_constructible_v<nl::dims<2>, int, int, int>);
    static_assert(nl::dims<2>(3, 4)[1] == 4);
}

TEST_CASE("axes of dims are counted from the end too") {
    nl::dims<> any(2, 3, 4);
    nl::dims<2> fixed(5, 6);
    CHECK(any[-1] == 4);
    CHECK(any[-3] == 2);
    CHECK(fixed[-2] == 5);
    fixed[-1] = 7;
    CHECK(fixed[1] == 7);
    const auto [rows, columns] = fixed;
    CHECK((rows == 5 && columns == 7));
#if NUMLANE_CHECK
    CHECK_THROWS_WITH(any[3], "axis 3 of a shape of 3 axes: from -3 to 2");
    CHECK_THROWS_AS(fixed[-3], nl::index_error);
#endif
}
