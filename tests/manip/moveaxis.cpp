#include "numlane/manip/moveaxis.hpp"

#include "test.hpp"

TEST_CASE("moveaxis") {
    const nl::array<int> a(nl::detail::zeroed{}, {2, 3, 4});
    CHECK(nl::moveaxis(a, 0, -1).shape() == nl::dims<>(3, 4, 2));
    CHECK(nl::moveaxis(a, 2, 0).shape() == nl::dims<>(4, 2, 3));
    CHECK(nl::moveaxis(a, 1, 0).shape() == nl::dims<>(3, 2, 4));
    CHECK(nl::moveaxis(a, 1, 1).shape() == a.shape());
    CHECK_THROWS_AS(nl::moveaxis(a, 3, 0), nl::index_error);
    CHECK_THROWS_WITH(nl::moveaxis(a, 3, 0), "moveaxis: axis 3 is out of bounds for shape (2, 3, 4)");
    CHECK_THROWS_WITH(nl::moveaxis(a, 0, -4), "moveaxis: axis -4 is out of bounds for shape (2, 3, 4)");
}
