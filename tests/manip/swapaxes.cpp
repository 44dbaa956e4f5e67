#include "numlane/manip/swapaxes.hpp"

#include "test.hpp"

TEST_CASE("swapaxes") {
    nl::array<int, 3> a = nl::array<int>{{{1, 2, 3}, {4, 5, 6}}};
    CHECK(nl::swapaxes(a, 0, -1).shape() == nl::dims<3>(3, 2, 1));
    CHECK(nl::swapaxes(a, 1, 1).shape() == a.shape());
    CHECK(nl::swapaxes(a, 2, 1)(0, 2, 0) == 3);
    CHECK_THROWS_AS(nl::swapaxes(a, 0, 3), nl::index_error);
    CHECK_THROWS_WITH(nl::swapaxes(a, 0, 3), "swapaxes: axis 3 is out of bounds for shape (1, 2, 3)");
    CHECK_THROWS_WITH(nl::swapaxes(a, -4, 0), "swapaxes: axis -4 is out of bounds for shape (1, 2, 3)");
}
