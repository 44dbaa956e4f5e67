#include "numlane/manip/transpose.hpp"

#include "test.hpp"

TEST_CASE("transpose") {
    nl::array<int, 3> a = nl::array<int>{{{1, 2, 3}, {4, 5, 6}}};
    CHECK(nl::transpose(a).shape() == nl::dims<3>(3, 2, 1));
    CHECK(nl::transpose(a, {1, 0, 2})(1, 0, 2) == 6);
    CHECK_THROWS_AS(nl::transpose(a, {0, 0, 1}), nl::shape_error);
    CHECK_THROWS_WITH(nl::transpose(a, {0, 1, 3}), "transpose: axis 3 is out of bounds for shape (1, 2, 3)");
}
