#include "numlane/manip/expand_dims.hpp"

#include "numlane/array/zeros.hpp"

#include "test.hpp"

TEST_CASE("expand_dims") {
    nl::array<int, 1> a{1, 2};
    CHECK(nl::expand_dims(a, 0).shape() == nl::dims<2>(1, 2));
    CHECK(nl::expand_dims(a, -1).shape() == nl::dims<2>(2, 1));
    CHECK_THROWS_AS(nl::expand_dims(a, 2), nl::index_error);
    CHECK_THROWS_WITH(nl::expand_dims(a, -3),
                      "expand_dims: axis -3 is out of bounds for the 2 axes of the result from shape (2,)");
}

TEST_CASE("several axes are added, as NumPy's, each counted in the result") {
    auto a = nl::zeros<int>({3, 4});
    CHECK(nl::expand_dims(a, {0, 2}).shape() == nl::dims<>(1, 3, 1, 4));
    CHECK(nl::expand_dims(a, {2, 0}).shape() == nl::dims<>(1, 3, 1, 4));
    CHECK(nl::expand_dims(a, {-1, 0}).shape() == nl::dims<>(1, 3, 4, 1));
    CHECK(nl::expand_dims(a, {-1, -2}).shape() == nl::dims<>(3, 4, 1, 1));
    CHECK(nl::expand_dims(a, nl::dims<>(1)).shape() == nl::dims<>(3, 1, 4));
    CHECK(nl::expand_dims(a, nl::dims<>()).shape() == nl::dims<>(3, 4));
    CHECK(nl::expand_dims(nl::zeros<int>({0, 4}), {0, 1}).shape() == nl::dims<>(1, 1, 0, 4));
    CHECK(nl::expand_dims(nl::array<int, 0>(), {0, 1}).shape() == nl::dims<>(1, 1));
    nl::expand_dims(a.T(), {0, 2})(0, 1, 0, 2) = 5;
    CHECK(a(2, 1) == 5);
    // What is out of range is found before what is given twice.
    CHECK_THROWS_WITH(nl::expand_dims(a, {0, 0}), "expand_dims: axis 0 is given twice");
    CHECK_THROWS_WITH(nl::expand_dims(a, {-1, 3}), "expand_dims: axis 3 is given twice");
    CHECK_THROWS_WITH(nl::expand_dims(a, {0, 0, 5}),
                      "expand_dims: axis 5 is out of bounds for the 5 axes of the result from shape (3, 4)");
    CHECK_THROWS_AS(nl::expand_dims(a, {-5, 0}), nl::index_error);
    CHECK_THROWS_AS(nl::expand_dims(a, nl::dims<>(3)), nl::index_error);
}

TEST_CASE("no more axes are added than an array may have") {
    nl::dims<> full = nl::dims<>::with_rank(31);
    for (nl::index_t& extent : full) extent = 1;
    const auto a = nl::zeros<int>(full);
    CHECK(nl::expand_dims(a, 31).ndim() == 32);
    CHECK_THROWS_AS(nl::expand_dims(nl::expand_dims(a, 0), 0), nl::shape_error);
    CHECK_THROWS_WITH(nl::expand_dims(a, {0, 1}),
                      Catch::Matchers::EndsWith("with 2 more axes would have 33 axes, but an array has 0 to 32"));
}
