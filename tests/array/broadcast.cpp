#include "numlane/array/broadcast.hpp"

#include "test.hpp"

using nl::dims;

TEST_CASE("shapes broadcast from the last axis") {
    CHECK(nl::broadcast_shapes(dims<>(3, 1), dims<>(4)) == dims<>(3, 4));
    CHECK(nl::broadcast_shapes(dims<2>(3, 1), dims<0>()) == dims<2>(3, 1));
    CHECK(nl::broadcast_shapes(dims<>(0), dims<>(1)) == dims<>(0));
    CHECK(nl::broadcast_shapes(dims<>(5, 1, 7), dims<>(6, 1)) == dims<>(5, 6, 7));
    static_assert(std::is_same_v<decltype(nl::broadcast_shapes(dims<2>(), dims<3>())), dims<3>>);
    CHECK_THROWS_WITH(nl::broadcast_shapes(dims<>(3), dims<>(4)),
                      "operands could not be broadcast together with shapes (3,) (4,)");
    CHECK_THROWS_WITH(nl::broadcast_shapes(dims<>(3), dims<>(0), "add"),
                      "add: operands could not be broadcast together with shapes (3,) (0,)");
}

TEST_CASE("stretched axes have stride 0") {
    CHECK(nl::broadcast_strides(dims<>(3, 1), dims<>(7, 5), dims<>(2, 3, 4), "test") == dims<>(0, 7, 0));
    CHECK_THROWS_WITH(nl::broadcast_strides(dims<>(3), dims<>(1), dims<>(2), "test"),
                      "test: could not broadcast from shape (3,) into shape (2,)");
    CHECK_THROWS_AS(nl::broadcast_strides(dims<>(1, 3), dims<>(3, 1), dims<>(3), "test"), nl::shape_error);
}
