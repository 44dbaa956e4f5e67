#include "numlane/manip/broadcast_to.hpp"

#include "test.hpp"

TEST_CASE("broadcast_to stretches without copying") {
    const nl::array<int, 2> a{{1}, {2}};
    const auto b = nl::broadcast_to(a, {3, 2, 4});
    static_assert(std::is_same_v<decltype(b), const nl::view<const int>>);
    CHECK(b.strides() == nl::dims<>(0, 1, 0));
    CHECK(b(2, 1, 3) == 2);
    CHECK(b.data() == a.data());
    static_assert(decltype(nl::broadcast_to(a, nl::dims<2>(2, 2)))::rank == 2);
    const nl::array<int> copied = b;
    CHECK(copied(0, 1, 2) == 2);
    CHECK_THROWS_WITH(nl::broadcast_to(a, {3, 1}),
                      "broadcast_to: could not broadcast from shape (2, 1) into shape (3, 1)");
    CHECK_THROWS_AS(nl::broadcast_to(nl::array<int>{1}, {PTRDIFF_MAX, 2}), nl::shape_error);
}

TEST_CASE("broadcast_to spreads a scalar") {
    const auto b = nl::broadcast_to(1.5, {2, 3});
    static_assert(std::is_same_v<decltype(b), const nl::view<const double>>);
    CHECK(b.shape() == nl::dims<>(2, 3));
    CHECK(b.strides() == nl::dims<>(0, 0));
    CHECK(b(1, 2) == 1.5);
    static_assert(std::is_same_v<decltype(nl::broadcast_to(1, nl::dims<1>(2))), nl::view<const std::int64_t, 1>>);
}
