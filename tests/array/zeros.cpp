#include "numlane/array/zeros.hpp"

#include <complex>

#include "test.hpp"

TEST_CASE("zeros of every kind of shape") {
    const auto a = nl::zeros({3, 4});
    static_assert(std::is_same_v<decltype(a), const nl::array<double>>);
    CHECK(a.shape() == nl::dims<>(3, 4));
    for (double x : a) CHECK(x == 0);
    CHECK(nl::zeros<int>(5).shape() == nl::dims<>(5));
    CHECK(nl::zeros<bool>({}).ndim() == 0);
    CHECK(nl::zeros<float>({0, 7}).size() == 0);
    static_assert(decltype(nl::zeros<int>(nl::dims<2>(1, 2)))::rank == 2);
    CHECK(nl::zeros<std::complex<float>, 1>({2})(1) == 0.0f);
}

TEST_CASE("zeros_like takes shape and dtype") {
    const nl::array<std::int16_t, 2> a{{1, 2, 3}};
    const auto z = nl::zeros_like(a.T());
    static_assert(std::is_same_v<decltype(z), const nl::array<std::int16_t, 2>>);
    CHECK(z.shape() == nl::dims<2>(3, 1));
    CHECK(z(2, 0) == 0);
    static_assert(std::is_same_v<decltype(nl::zeros_like<float>(a)), nl::array<float, 2>>);
    CHECK(nl::zeros_like<float>(a)(0, 2) == 0);
}

TEST_CASE("zeros refuses shapes that no array has") {
    CHECK_THROWS_AS(nl::zeros({-1}), nl::shape_error);
    CHECK_THROWS_AS(nl::zeros({PTRDIFF_MAX, PTRDIFF_MAX}), nl::shape_error);
    // AddressSanitizer's malloc ends the program instead, and with 32 bits this is a gigabyte, which is to be had.
    if (!NUMLANE_SANITIZED_MEMORY && sizeof(nl::index_t) == 8)
        CHECK_THROWS_AS(nl::zeros({PTRDIFF_MAX / 16}), std::bad_alloc);
    CHECK_THROWS_AS(nl::zeros({PTRDIFF_MAX / 8}), std::bad_alloc);
    CHECK_THROWS_AS(nl::zeros({PTRDIFF_MAX / 8 + 1}), nl::shape_error);
}
