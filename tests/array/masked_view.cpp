#include "numlane/array/masked_view.hpp"

#include "numlane/numlane.hpp"
#include "test.hpp"

namespace {

template <class A, class B>
bool same(const A& a, const B& b) {
    if (!(a.shape() == b.shape())) return false;
    auto y = b.begin();
    for (auto x : a) {
        if (x != *y) return false;
        ++y;
    }
    return true;
}

// An expression as the layers above make them, to test that masks and operands may be lazy.
struct greater_than_two {
    using value_type = bool;
    using lazy_tag = void;
    static constexpr int rank = 1;
    nl::view<const double, 1> x;
    int operands = 1;  // the nodes of numlane have a constant of that name
    const nl::dims<1>& shape() const { return x.shape(); }
    void assign_to(const nl::view<bool>& out) const {
        for (nl::index_t i = 0; i < x.size(); ++i) out(i) = x(i) > 2;
    }
};

}  // namespace

TEST_CASE("a mask reads the elements where it is true") {
    nl::array<double, 1> x{1, 2, 3, 4};
    const nl::array<bool> mask{true, false, false, true};
    const nl::array<double> p = x(mask);
    CHECK(same(p, nl::array<double>{1, 4}));
    CHECK(same(x(greater_than_two{x}).copy(), nl::array<double>{3, 4}));
    const auto& constant = x;
    CHECK(constant(mask).count() == 2);
    CHECK(x[mask].shape() == nl::dims<>(2));
    CHECK(nl::array<double>(x(nl::array<bool>{false, false, false, false})).shape() == nl::dims<>(0));
    CHECK(same(x(mask).copy<int>(), nl::array<int>{1, 4}));
}

TEST_CASE("a mask writes a value, an array or another selection") {
    nl::array<double, 1> x{1, 2, 3, 4};
    x(greater_than_two{x}) = 0;
    CHECK(same(x, nl::array<double>{1, 2, 0, 0}));
    const nl::array<bool, 1> mask{true, false, true, false};
    x(mask) = nl::array<double>{10, 30};
    CHECK(same(x, nl::array<double>{10, 2, 30, 0}));
    x(mask) = nl::array<double>{5};
    CHECK(same(x, nl::array<double>{5, 2, 5, 0}));
    nl::array<double, 1> y{7, 8, 9, 0};
    x(mask) = y(mask);
    CHECK(same(x, nl::array<double>{7, 2, 9, 0}));
    x(mask) = x(nl::slice(1, 3));
    CHECK(same(x, nl::array<double>{2, 2, 9, 0}));
    CHECK_THROWS_WITH((x(mask) = nl::array<double>{1, 2, 3}),
                      "assignment to a mask: could not broadcast from shape (3,) into shape (2,)");
}

TEST_CASE("a mask of the leading axes selects sub-arrays") {
    nl::array<int, 2> a{{1, 2}, {3, 4}, {5, 6}};
    const nl::array<bool, 1> rows{true, false, true};
    const auto selected = a(rows).copy();
    static_assert(decltype(selected)::rank == 2);
    CHECK(same(selected, nl::array<int>{{1, 2}, {5, 6}}));
    a(rows) = nl::array<int>{10, 20};
    CHECK(same(a, nl::array<int>{{10, 20}, {3, 4}, {10, 20}}));
    CHECK(a(nl::slice(0, 0))(nl::array<bool>()).shape() == nl::dims<>(0, 2));
    const nl::array<bool, 2> all{{true, false}, {false, true}, {true, true}};
    static_assert(decltype(a(all))::rank == 1);
    CHECK(same(a(all).copy(), nl::array<int>{10, 4, 10, 20}));
}

TEST_CASE("a mask works on every layout") {
    nl::array<int, 2> a{{1, 2, 3}, {4, 5, 6}};
    const nl::array<bool, 2> m{{true, false, true}, {false, true, true}};
    CHECK(same(a.T()(m.T()).copy(), nl::array<int>{1, 5, 3, 6}));
    a(nl::_, nl::slice(nl::_, nl::_, -1))(m) += 100;
    CHECK(same(a, nl::array<int>{{101, 2, 103}, {104, 105, 6}}));
    nl::array<bool, 1> b{true, false, true};
    b(b(nl::slice(nl::_, nl::_, -1))) = false;
    CHECK(same(b, nl::array<bool>{false, false, false}));
}

TEST_CASE("a selection is assigned to a view and stands in expressions") {
    nl::array<double, 1> x{1, 2, 3, 4};
    nl::array<double, 1> out{0, 0, 9};
    out(nl::slice(2)) = x(x > 2.0);
    CHECK(same(out, nl::array<double>{3, 4, 9}));
    x(x < 3) = 0;
    x(x > 0) = x(x > 0) * 2;
    CHECK(same(x, nl::array<double>{0, 0, 6, 8}));
    nl::array<double> p = x(x > 0);
    p = x(x > 6);
    CHECK(same(p, nl::array<double>{8}));
}

TEST_CASE("long masks, sparse and dense") {
    for (int every : {1, 2, 3, 100, 999}) {
        nl::array<std::int32_t, 1> x(nl::array<std::int32_t>(nl::detail::zeroed{}, nl::dims<>(1000)));
        nl::array<bool, 1> mask(nl::detail::zeroed{}, nl::dims<1>(1000));
        for (int i = 0; i < 1000; i += every) mask(i) = true;
        x(mask) += 3;
        x(mask) *= 2;
        bool right = true;
        for (int i = 0; i < 1000; ++i) right = right && x(i) == (i % every == 0 ? 6 : 0);
        CHECK(right);
        CHECK(x(mask).copy().size() == (999 / every) + 1);
    }
}

TEST_CASE("operations through a mask follow NumPy's types") {
    const nl::array<bool> mask{true, false};
    nl::array<std::int8_t> small{100, 1};
    small(mask) += 100;
    CHECK(small(0) == -56);
    nl::array<std::uint16_t> wide{65535, 1};
    wide(mask) *= 65535;
    CHECK(wide(0) == 1);
    nl::array<float> f{1, 2};
    f(mask) /= 4;
    CHECK(f(0) == 0.25f);
    f(mask) -= nl::array<float>{1};
    CHECK(f(0) == -0.75f);
    nl::array<bool> b{false, false};
    b(mask) += true;
    CHECK(b(0));
    nl::array<std::complex<double>> c{1, 2};
    c(mask) *= std::complex<double>(0, 1);
    CHECK(c(0) == std::complex<double>(0, 1));
}

TEST_CASE("a mask of another shape names both") {
    nl::array<double> x{1, 2, 3};
    CHECK_THROWS_WITH(x(nl::array<bool>{true}),
                      "boolean index of shape (1,) is not the shape of the leading axes of the indexed array, whose "
                      "shape is (3,)");
    CHECK_THROWS_AS(x(nl::array<bool>{{true, true, false}}), nl::index_error);
}

TEST_CASE("a selection has the members and shape functions of its copy") {
    nl::array<double, 1> x{1, 2.5, 3, 4};
    const nl::array<bool, 1> mask{false, true, true, false};
    CHECK(x(mask).size() == 2);
    CHECK(same(x(mask).astype<int>(), nl::array<int>{2, 3}));
    CHECK(same(nl::astype<int>(x(mask)), nl::array<int>{2, 3}));
    CHECK(same(nl::copy(x(mask)), nl::array<double>{2.5, 3}));
    CHECK(same(nl::ravel(x(mask)), nl::array<double>{2.5, 3}));
}

TEST_CASE("in-place operators through a mask are those of arrays") {
    const nl::array<bool, 1> mask{true, true, false};
    nl::array<int, 1> i{7, 12, 5};
    i(mask) %= 5;
    CHECK(same(i, nl::array<int>{2, 2, 5}));
    i(mask) <<= 2;
    i(mask) |= 1;
    i(mask) ^= 3;
    CHECK(same(i, nl::array<int>{10, 10, 5}));
    i(mask) &= 6;
    i(mask) >>= 1;
    CHECK(same(i, nl::array<int>{1, 1, 5}));
    // NumPy's complex products and quotients recover no infinities.
    using c = std::complex<double>;
    const double inf = std::numeric_limits<double>::infinity();
    nl::array<c, 1> z{c(inf, std::nan("")), c(1, 2), 3}, whole = z;
    z(mask) *= c(1, 1);
    whole *= c(1, 1);
    CHECK(std::isnan(z(0).real()));
    CHECK(std::isnan(whole(0).real()));
    CHECK(z(1) == c(-1, 3));
    CHECK(z(2) == c(3));
}

TEST_CASE("an integer that the dtype cannot hold is refused wherever a scalar is written") {
    const nl::array<bool, 1> mask{true, false};
    nl::array<std::uint8_t, 1> u{1, 2};
    CHECK_THROWS_AS(u(mask) = 300, nl::dtype_error);
    CHECK_THROWS_AS(u(mask) += 300, nl::dtype_error);
    CHECK_THROWS_AS(u(mask) += -1, nl::dtype_error);
    CHECK_THROWS_AS(u(0, nl::ellipsis) = 300, nl::dtype_error);
    CHECK_THROWS_AS(nl::full<std::uint8_t>(2, 300), nl::dtype_error);
    CHECK_THROWS_AS(nl::full(2, UINT64_MAX), nl::dtype_error);
    CHECK_THROWS_AS(nl::arange(UINT64_MAX - 3, UINT64_MAX), nl::dtype_error);
    CHECK_THROWS_AS((nl::array<std::uint8_t>{300, 1}), nl::dtype_error);
    CHECK(same(u, nl::array<std::uint8_t>{1, 2}));
}

TEST_CASE("floats out of the range of an integer are converted by one rule, with kernels and without") {
    const nl::array<double, 1> d{1e19, -1e20, std::nan(""), 3e9, -1.5, 300};
    const nl::array<bool, 1> all = nl::ones<bool, 1>(6);
    const nl::array<int, 1> by_kernel = nl::astype<int>(d);
    CHECK(same(d(all).copy<int>(), by_kernel));
    for (nl::index_t i = 0; i < 6; ++i) {
        CHECK(nl::full<int>(1, d(i))(0) == by_kernel(i));
        nl::array<int, 1> one = nl::zeros<int, 1>(1);
        one(0, nl::ellipsis) = d(i);
        CHECK(one(0) == by_kernel(i));
        one(nl::_) = d(i);
        CHECK(one(0) == by_kernel(i));
    }
    CHECK(nl::array<int>{3e9}(0) == by_kernel(3));
}

TEST_CASE("braces are assigned to views and selections") {
    nl::array<double, 2> a{{1, 2, 3}, {4, 5, 6}};
    a(0) = {7, 8, 9};
    a(nl::_, nl::slice(1, 3)) = {{1, 2}, {3, 4}};
    CHECK(same(a, nl::array<double>{{7, 1, 2}, {4, 3, 4}}));
    a(a > 3) = {0, -1, -2};
    CHECK(same(a, nl::array<double>{{0, 1, 2}, {-1, 3, -2}}));
    CHECK_THROWS_AS((a(0) = {1, 2}), nl::shape_error);
    const nl::array deep{{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}};
    CHECK(deep.shape() == nl::dims<>(2, 2, 2));
}
