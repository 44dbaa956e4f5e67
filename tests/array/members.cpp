#include "numlane/array/members.hpp"

#include "numlane/numlane.hpp"
#include "test.hpp"

TEST_CASE("T and transpose") {
    nl::array<int, 3> a = nl::array<int>{{{1, 2, 3}, {4, 5, 6}}};
    CHECK(a.T().shape() == nl::dims<3>(3, 2, 1));
    CHECK(a.transpose().strides() == nl::dims<3>(1, 3, 6));
    CHECK(a.transpose(1, 2, 0).shape() == nl::dims<3>(2, 3, 1));
    CHECK(a.transpose({0, -1, 1})(0, 2, 1) == 6);
    a.T()(2, 0, 0) = 30;
    CHECK(a(0, 0, 2) == 30);
}

TEST_CASE("reshape and ravel are views where they can be") {
    nl::array<int, 2> a{{1, 2, 3}, {4, 5, 6}};
    a.reshape({3, -1})(2, 1) = 60;
    CHECK(a(1, 2) == 60);
    static_assert(decltype(a.reshape(3, 2))::rank == 2);
    static_assert(decltype(a.reshape({3, 2}))::rank == nl::dynamic);
    CHECK(a.reshape(6)(5) == 60);
    CHECK(a.ravel().data() == a.data());
    const auto copied = a.T().ravel();
    CHECK(copied.data() != a.data());
    CHECK(copied(1) == 4);
    CHECK_THROWS_WITH(a.reshape({4, 2}), "cannot reshape array of shape (2, 3) into shape (4, 2)");
    CHECK(nl::array<int>{7}.reshape(nl::dims<>())() == 7);
}

TEST_CASE("squeeze and expand_dims") {
    nl::array<int, 3> a = nl::array<int>{{{1}, {2}}};
    CHECK(a.squeeze().shape() == nl::dims<>(2));
    static_assert(decltype(a.squeeze(0))::rank == 2);
    CHECK(a.squeeze(-1).shape() == nl::dims<2>(1, 2));
    CHECK(a.squeeze(0, 2)(1) == 2);
    CHECK_THROWS_AS(a.squeeze(1), nl::shape_error);
    CHECK(a.expand_dims(1).shape() == nl::dims<4>(1, 1, 2, 1));
}

TEST_CASE("copy and item") {
    const nl::array<int, 2> a{{1, 2}, {3, 4}};
    auto t = a.T().copy();
    static_assert(std::is_same_v<decltype(t), nl::array<int, 2>>);
    t(0, 0) = 9;
    CHECK(a(0, 0) == 1);
    CHECK(a(nl::slice(1, 2), nl::slice(1)).item() == 3);
    CHECK_THROWS_WITH(a.item(), "item: an array of shape (2, 2) is not a single element");
}

TEST_CASE("an array of shape () is its element") {
    nl::array<double> a = nl::array<double>{1.5}.reshape(nl::dims<>());
    const nl::array<double, 0> fixed = a;
    const double x = a, y = fixed;
    CHECK(x == 1.5);
    CHECK(y == 1.5);
    CHECK(std::max<double>(a, 2) == 2);
    const nl::array<double> copy{a};
    CHECK(copy.ndim() == 0);
    nl::array<double> filled{1, 2};
    filled[1] = a;
    CHECK(filled(1) == 1.5);
    filled(0) = fixed;
    CHECK(filled(0) == 1.5);
    for (const nl::dims<>& shape : {nl::dims<>(1), nl::dims<>(0), nl::dims<>(1, 1), nl::dims<>(2)})
        CHECK_THROWS_AS(static_cast<double>(nl::zeros<double>(shape)), nl::shape_error);
    CHECK_THROWS_WITH(static_cast<double>(filled),
                      "only an array of shape () converts to a scalar, not one of shape (2,)");
    static_assert(!std::is_convertible_v<nl::array<double, 1>, double>);
    static_assert(!std::is_convertible_v<nl::view<double, 2>, double>);
}

TEST_CASE("fill converts what an expression would") {
    nl::array<std::complex<float>> c = nl::zeros<std::complex<float>>({2});
    c.fill(std::complex<double>(1, 2));
    CHECK(c(1) == std::complex<float>(1, 2));
    c.fill({3, 4});
    CHECK(c(0) == std::complex<float>(3, 4));
    c.fill(5);
    CHECK(c(0) == 5.0f);
    nl::array<double> a{1, 2};
    a.fill(nl::array<double, 0>(nl::full<double>(nl::dims<0>(), 7)));
    CHECK(a(1) == 7);
    nl::array<std::uint8_t> u{1};
    CHECK_THROWS_AS(u.fill(300), nl::dtype_error);
    CHECK(u(0) == 1);
}

TEST_CASE("fill and astype") {
    nl::array<double, 2> a{{1.5, -2.5}, {3, 4}};
    const auto b = a.astype<std::int32_t>();
    static_assert(std::is_same_v<decltype(b), const nl::array<std::int32_t, 2>>);
    CHECK(b(0, 0) == 1);
    CHECK(b(0, 1) == -2);
    CHECK(a.T().astype<float>()(1, 0) == -2.5f);
    CHECK(a.astype<double>().data() != a.data());
    a(nl::_, 0).fill(9);
    CHECK(a(1, 0) == 9);
    CHECK(a(1, 1) == 4);
    nl::array<float> converted = a;
    CHECK(converted(0, 1) == -2.5f);
    converted = b;
    CHECK(converted(1, 1) == 4);
}
