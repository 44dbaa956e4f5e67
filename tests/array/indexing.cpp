#include "numlane/array/indexing.hpp"

#include "test.hpp"

TEST_CASE("element offsets") {
    const nl::dims<2> shape(3, 4);
    const nl::dims<2> strides(4, 1);
    CHECK(nl::detail::element_offset<false>(shape, strides, 1, 2) == 6);
    CHECK(nl::detail::element_offset<true>(shape, strides, -1, -1) == 11);
    CHECK(nl::detail::element_offset<false>(shape, strides, std::int8_t(-1), 0u) == 8);
}

TEST_CASE("index_layout keeps, drops and adds axes") {
    const nl::dims<> shape(2, 3, 4);
    const nl::dims<> strides(12, 4, 1);
    auto l = nl::detail::index_layout(shape, strides, 1, nl::slice(nl::_, nl::_, -1), nl::newaxis);
    CHECK(l.shape == nl::dims<>(3, 1, 4));
    CHECK(l.strides == nl::dims<>(-4, 0, 1));
    CHECK(l.offset == 12 + 8);
    l = nl::detail::index_layout(shape, strides, nl::ellipsis, -1);
    CHECK(l.shape == nl::dims<>(2, 3));
    CHECK(l.offset == 3);
    l = nl::detail::index_layout(shape, strides, 0, nl::ellipsis, 1, 2);
    CHECK(l.shape == nl::dims<>());
    CHECK(l.offset == 6);
}

TEST_CASE("the rank that is left is known at compile time") {
    using nl::detail::indexed_rank;
    static_assert(indexed_rank<3, int, nl::slice> == 2);
    static_assert(indexed_rank<3, int, nl::newaxis_t, nl::ellipsis_t> == 3);
    static_assert(indexed_rank<nl::dynamic, int> == nl::dynamic);
    static_assert(nl::detail::element_access<2, int, unsigned>);
    static_assert(!nl::detail::element_access<2, int>);
    static_assert(!nl::detail::view_access<2, int, int, nl::slice>);
    static_assert(!nl::detail::view_access<2, nl::ellipsis_t, nl::ellipsis_t>);
    static_assert(!nl::detail::index_argument<bool>);
    static_assert(!nl::detail::index_argument<double>);
}

TEST_CASE("wrong indices name the axis and its extent") {
    const nl::dims<> shape(2, 3);
    CHECK_THROWS_WITH(nl::detail::check_indices(shape, 0, 3), "index 3 is out of bounds for axis 1 with size 3");
    CHECK_THROWS_WITH(nl::detail::check_indices(shape, -3, 0), "index -3 is out of bounds for axis 0 with size 2");
    CHECK_THROWS_WITH(nl::detail::check_indices(shape, 0), "1 index for an array of 2 axes");
    CHECK_THROWS_WITH(nl::detail::index_layout(shape, shape, 0, 0, nl::_), "3 indices for an array of 2 axes");
    CHECK_THROWS_AS(nl::detail::index_layout(shape, shape, nl::_, 3), nl::index_error);
}

TEST_CASE("an unsigned number too large for an index is beyond the end, not before the start") {
    const std::size_t before_first = std::size_t(0) - 1;
    const nl::dims<> shape(2, 3), strides(3, 1);
    CHECK_THROWS_AS(nl::detail::check_indices(shape, before_first, 0), nl::index_error);
    CHECK_THROWS_AS(nl::detail::index_layout(shape, strides, before_first, nl::_), nl::index_error);
    CHECK_THROWS_AS(nl::detail::index_layout(shape, strides, nl::_, before_first / 2 + 1), nl::index_error);
    CHECK(nl::slice(before_first, nl::_).resolve(5).count == 0);
    CHECK(nl::slice(nl::_, before_first).resolve(5).count == 5);
}
