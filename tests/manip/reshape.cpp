#include "numlane/manip/reshape.hpp"

#include "test.hpp"

TEST_CASE("reshape") {
    nl::array<int, 1> a{1, 2, 3, 4, 5, 6};
    auto m = nl::reshape(a, {2, -1});
    CHECK(m.shape() == nl::dims<>(2, 3));
    m(1, 2) = 60;
    CHECK(a(5) == 60);
    static_assert(decltype(nl::reshape(a, nl::dims<2>(3, 2)))::rank == 2);
    CHECK(nl::reshape(m, 6)(5) == 60);
    const auto kept = nl::reshape(nl::array<int>{1, 2, 3, 4}, {2, 2});
    CHECK(kept(1, 0) == 3);
    CHECK_THROWS_AS(nl::reshape(a, {4}), nl::shape_error);
}
