#include "numlane/manip/squeeze.hpp"

#include "numlane/array/ones.hpp"

#include "test.hpp"

TEST_CASE("squeeze") {
    nl::array<int, 3> a = nl::array<int>{{{1, 2}}};
    CHECK(nl::squeeze(a).shape() == nl::dims<>(2));
    CHECK(nl::squeeze(a, 0).shape() == nl::dims<2>(1, 2));
    CHECK_THROWS_AS(nl::squeeze(a, 2), nl::shape_error);
    CHECK_THROWS_AS(nl::squeeze(a, 3), nl::index_error);
    CHECK_THROWS_WITH(nl::squeeze(a, 3), "squeeze: axis 3 is out of bounds for shape (1, 1, 2)");
}

TEST_CASE("an axis is squeezed once") {
    CHECK_THROWS_WITH(nl::ones({1, 2, 1}).squeeze(0, 0), "squeeze: axis 0 is given twice");
    CHECK_THROWS_WITH(nl::ones({1, 2, 1}).squeeze(0, -3), "squeeze: axis 0 is given twice");
}

TEST_CASE("the axes to squeeze may be a list") {
    CHECK(nl::squeeze(nl::ones({1, 2, 1}), {0, -1}).shape() == nl::dims<>(2));
    CHECK(nl::squeeze(nl::ones({1, 2, 1}), {2}).shape() == nl::dims<>(1, 2));
}
