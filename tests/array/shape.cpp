#include "numlane/array/shape.hpp"

#include <cstdint>

#include "test.hpp"

TEST_CASE("to_string writes shapes as NumPy does") {
    CHECK(to_string(nl::dims<>(3, 4)) == "(3, 4)");
    CHECK(to_string(nl::dims<1>(3)) == "(3,)");
    CHECK(to_string(nl::dims<>()) == "()");
}

TEST_CASE("shape_size checks the product") {
    CHECK(nl::shape_size(nl::dims<>()) == 1);
    CHECK(nl::shape_size(nl::dims<>(3, 0, 5)) == 0);
    CHECK(nl::shape_size(nl::dims<3>(2, 3, 4)) == 24);
    CHECK_THROWS_WITH(nl::shape_size(nl::dims<>(2, -1)), "negative dimensions are not allowed: shape (2, -1)");
    CHECK_THROWS_AS(nl::shape_size(nl::dims<>(PTRDIFF_MAX, 2)), nl::shape_error);
    // As in NumPy, a zero does not excuse the others.
    CHECK_THROWS_AS(nl::shape_size(nl::dims<>(0, PTRDIFF_MAX, 2)), nl::shape_error);
    CHECK_THROWS_AS(nl::shape_bytes(nl::dims<>(PTRDIFF_MAX / 4), 8), nl::shape_error);
    CHECK(nl::shape_bytes(nl::dims<>(3, 4), 8) == 96);
}

TEST_CASE("contiguous strides") {
    CHECK(nl::contiguous_strides(nl::dims<>(2, 3, 4)) == nl::dims<>(12, 4, 1));
    CHECK(nl::contiguous_strides(nl::dims<2>(2, 0)) == nl::dims<2>(1, 1));
    CHECK(nl::detail::is_contiguous(nl::dims<2>(2, 3), nl::dims<2>(3, 1)));
    CHECK(nl::detail::is_contiguous(nl::dims<2>(1, 3), nl::dims<2>(99, 1)));
    CHECK(nl::detail::is_contiguous(nl::dims<2>(0, 3), nl::dims<2>(7, 7)));
    CHECK_FALSE(nl::detail::is_contiguous(nl::dims<2>(2, 3), nl::dims<2>(1, 2)));
}

TEST_CASE("axes may be negative") {
    CHECK(nl::detail::normalize_axis(-1, 3) == 2);
    CHECK_THROWS_WITH(nl::detail::normalize_axis(3, 3), "axis 3 is out of bounds for an array of 3 axes");
    CHECK_THROWS_AS(nl::detail::normalize_axis(-4, 3), nl::index_error);
    CHECK(nl::detail::checked_axis("flip", -1, nl::dims<2>(4, 5)) == 1);
    CHECK_THROWS_WITH(nl::detail::checked_axis("flip", -3, nl::dims<2>(4, 5)),
                      "flip: axis -3 is out of bounds for shape (4, 5)");
    CHECK_THROWS_AS(nl::detail::normalize_axis(0, 0), nl::index_error);
}
