#include "numlane/array/relayout.hpp"

#include "test.hpp"

using nl::dims;
using namespace nl::detail;

TEST_CASE("resolve_shape infers one extent") {
    CHECK(resolve_shape(dims<>(2, 6), dims<>(3, -1)) == dims<>(3, 4));
    CHECK(resolve_shape(dims<>(), dims<>(-1)) == dims<>(1));
    CHECK(resolve_shape(dims<>(0, 3), dims<>(3, -1)) == dims<>(3, 0));
    CHECK_THROWS_WITH(resolve_shape(dims<>(2, 6), dims<>(5, -1)),
                      "cannot reshape array of shape (2, 6) into shape (5, -1)");
    CHECK_THROWS_AS(resolve_shape(dims<>(2, 6), dims<>(-1, -1)), nl::shape_error);
    CHECK_THROWS_AS(resolve_shape(dims<>(2, 6), dims<>(11)), nl::shape_error);
    CHECK_THROWS_AS(resolve_shape(dims<>(2, 6), dims<>(-2, -6)), nl::shape_error);
    CHECK_THROWS_AS(resolve_shape(dims<>(0), dims<>(0, -1)), nl::shape_error);
}

TEST_CASE("reshape_strides finds a view where there is one") {
    dims<> out;
    CHECK(reshape_strides(dims<>(2, 3), dims<>(3, 1), dims<>(6), out));
    CHECK(out == dims<>(1));
    // Every second row of 3 elements: rows can be cut but not joined.
    CHECK(reshape_strides(dims<>(2, 4), dims<>(8, 1), dims<>(2, 2, 1, 2), out));
    CHECK(out[0] == 8);
    CHECK(out[1] == 2);
    CHECK(out[3] == 1);
    CHECK_FALSE(reshape_strides(dims<>(2, 4), dims<>(8, 1), dims<>(8), out));
    CHECK_FALSE(reshape_strides(dims<>(2, 4), dims<>(8, 1), dims<>(4, 2), out));
    CHECK_FALSE(reshape_strides(dims<>(3, 2), dims<>(1, 3), dims<>(6), out));
    CHECK(reshape_strides(dims<>(6), dims<>(-2), dims<>(2, 1, 3), out));
    CHECK(out[0] == -6);
    CHECK(out[2] == -2);
    CHECK(reshape_strides(dims<>(2, 3), dims<>(0, 0), dims<>(6), out));
    CHECK(out == dims<>(0));
    CHECK(reshape_strides(dims<>(4, 1, 1), dims<>(5, 9, 9), dims<>(1, 2, 2), out));
    CHECK(out[1] == 10);
    CHECK(out[2] == 5);
}

TEST_CASE("axes are permuted, dropped and added") {
    const dims<3> shape(2, 3, 4);
    const dims<3> strides(12, 4, 1);
    CHECK(permute_layout(shape, strides, dims<>(2, 0, -2)).shape == dims<3>(4, 2, 3));
    CHECK_THROWS_AS(permute_layout(shape, strides, dims<>(0, 1)), nl::shape_error);
    CHECK_THROWS_WITH(permute_layout(shape, strides, dims<>(0, 1, -3)), "transpose: repeated axis in (0, 1, -3)");
    CHECK_THROWS_AS(permute_layout(shape, strides, dims<>(0, 1, 3)), nl::index_error);
    CHECK(reverse_layout(shape, strides).strides == dims<3>(1, 4, 12));
    const dims<2> axes(0, -1);
    CHECK_THROWS_WITH(squeeze_layout(shape, strides, &axes), "squeeze: axis 0 of shape (2, 3, 4) does not have size 1");
    CHECK(expand_layout(shape, strides, -1).shape == dims<4>(2, 3, 4, 1));
    CHECK(expand_layout(shape, strides, 0).shape == dims<4>(1, 2, 3, 4));
    CHECK_THROWS_AS(expand_layout(shape, strides, 4), nl::index_error);
    CHECK_THROWS_AS(expand_layout(dims<>::with_rank(nl::max_rank), dims<>::with_rank(nl::max_rank), 0),
                    nl::shape_error);
}
