#include "numlane/manip/expand_dims.hpp"

#include "test.hpp"

TEST_CASE("expand_dims") {
    nl::array<int, 1> a{1, 2};
    CHECK(nl::expand_dims(a, 0).shape() == nl::dims<2>(1, 2));
    CHECK(nl::expand_dims(a, -1).shape() == nl::dims<2>(2, 1));
    CHECK_THROWS_AS(nl::expand_dims(a, 2), nl::index_error);
}
