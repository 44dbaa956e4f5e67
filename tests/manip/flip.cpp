#include "numlane/manip/flip.hpp"

#include "test.hpp"

TEST_CASE("flip") {
    nl::array<int, 2> a{{1, 2, 3}, {4, 5, 6}};
    CHECK(nl::flip(a, 0)(0, 0) == 4);
    CHECK(nl::flip(a, -1)(0, 0) == 3);
    CHECK(nl::flip(a)(0, 0) == 6);
    nl::flip(a)(0, 0) = 60;
    CHECK(a(1, 2) == 60);
    CHECK(nl::flip(nl::array<int>()).size() == 0);
    CHECK_THROWS_AS(nl::flip(a, 2), nl::index_error);
    CHECK_THROWS_WITH(nl::flip(a, 2), "flip: axis 2 is out of bounds for shape (2, 3)");
}

TEST_CASE("several axes are flipped") {
    const nl::array<int, 2> a{{1, 2}, {3, 4}};
    const auto both = nl::flip(a, {0, -1});
    CHECK(both(0, 0) == 4);
    CHECK(both(0, 1) == 3);
    CHECK(nl::flip(a, nl::dims<>(1))(0, 0) == 2);
    CHECK_THROWS_AS(nl::flip(a, {0, -2}), nl::index_error);
    CHECK_THROWS_WITH(nl::flip(a, {0, -3}), "flip: axis -3 is out of bounds for shape (2, 2)");
}
