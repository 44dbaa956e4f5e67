#include "numlane/expr/assign.hpp"

#include "every_target.hpp"
#include "numlane/manip.hpp"
#include "numlane/reduce.hpp"
#include "numlane/ufunc.hpp"

using nl::_, nl::ellipsis, nl::slice;

namespace {

template <class T = double>
nl::array<T> counted(const nl::dims<>& shape) {
    nl::array<T> x = nl::zeros<T>(shape);
    T next = 0;
    for (T& value : x) value = next++;
    return x;
}

template <class A, class B>
bool same(const A& a, const B& b) {
    return a.shape() == b.shape() && nl::all(a == b);
}

}  // namespace

TEST_CASE("an array may stand on both sides, transposed") {
    for (const nl::index_t n : {1, 2, 7, 31, 32, 33, 64, 65, 100, 257}) {
        auto a = counted({n, n});
        const auto before = a;
        a = a.T() + a;
        CHECK(same(a, nl::array<double>(before.T() + before)));
        a = before;
        a += a.T();
        CHECK(same(a, nl::array<double>(before.T() + before)));
        a = before;
        a = a.T();
        CHECK(same(a, nl::array<double>(before.T())));
    }
}

TEST_CASE("three and four axes may overlap themselves, turned round, stepped over and transposed") {
    const auto before = counted({5, 4, 5});
    auto a = before;
    a = a.transpose(2, 1, 0) + a * 100;
    CHECK(same(a, nl::array<double>(before.transpose(2, 1, 0) + before * 100)));
    a = before;
    a(slice(_, _, -1), _, slice(_, 4, 2)) = a(_, _, slice(1, _, 2)) + a(_, _, slice(_, 4, 2));
    const nl::array<double> sums = before(_, _, slice(1, _, 2)) + before(_, _, slice(_, 4, 2));
    CHECK(same(a(slice(_, _, -1), _, slice(_, 4, 2)), sums));
    CHECK(same(a(_, _, slice(1, _, 2)), before(_, _, slice(1, _, 2))));
    const auto four = counted({3, 2, 2, 3});
    auto b = four;
    b = b.transpose(3, 2, 1, 0) - b;
    CHECK(same(b, nl::array<double>(four.transpose(3, 2, 1, 0) - four)));
}

TEST_CASE("a slice may be assigned to one that it overlaps, in either direction") {
    for (const nl::index_t n : {2, 3, 17, 70, 1000, 5000}) {
        const auto before = counted({n});
        auto a = before;
        a(slice(1, _)) = a(slice(_, -1));
        CHECK(same(a(slice(1, _)), before(slice(_, -1))));
        CHECK(a(0) == 0);
        a = before;
        a(slice(_, -1)) = a(slice(1, _));
        CHECK(same(a(slice(_, -1)), before(slice(1, _))));
        CHECK(a(n - 1) == before(n - 1));
        a = before;
        a(slice(_, _, -1)) = a;
        CHECK(same(a, before(slice(_, _, -1))));
        a = before;
        a(slice(1, _)) += a(slice(_, -1)) * 2;
        CHECK(same(a(slice(1, _)), nl::array<double>(before(slice(1, _)) + before(slice(_, -1)) * 2)));
        a = before;
        a(slice(_, n / 2)) = a(slice(_, n / 2 * 2, 2));
        CHECK(same(a(slice(_, n / 2)), before(slice(_, n / 2 * 2, 2))));
    }
}

TEST_CASE("rows and columns of one array may be mixed") {
    const auto before = counted({6, 6});
    auto a = before;
    a[2] = a(_, 2) + a[2];
    CHECK(same(a[2], nl::array<double>(before(_, 2) + before[2])));
    a = before;
    a(slice(1, _), slice(1, _)) = a(slice(_, -1), slice(_, -1));
    CHECK(same(a(slice(1, _), slice(1, _)), before(slice(_, -1), slice(_, -1))));
    CHECK(same(a[0], before[0]));
    a = before;
    a -= a[0];
    CHECK(same(a, nl::array<double>(before - before[0])));
    a = before;
    a = a(nl::newaxis, 0);
    CHECK(same(a, nl::array<double>(before(nl::newaxis, 0))));
}

TEST_CASE("memory seen as two dtypes may stand on both sides") {
    using c128 = std::complex<double>;
    const nl::array<c128> before{c128(1, 2), c128(3, 4), c128(5, 6)};
    auto z = before;
    const auto parts = nl::adapt(reinterpret_cast<double*>(z.data()), {6});
    z.as_view() = parts(slice(_, 3)) + 0.0;
    CHECK(same(z, nl::array<c128>{c128(1), c128(2), c128(3)}));
    z = before;
    z.as_view() = parts(slice(_, 2, -1)) * 2.0;
    CHECK(same(z, nl::array<c128>{c128(12), c128(10), c128(8)}));
}

TEST_CASE("an expression outlives the arrays it was made from") {
    const auto make = [] {
        const auto a = counted({1000});
        const nl::array<double> b = a * 2;
        auto v = b(slice(_, _, -1));
        return nl::where(a > 500.0, a + v, nl::sqrt(a(slice(_, _, 1))) - counted({1000})) * counted({3, 1});
    };
    const auto e = make();
    const auto copy = e;
    const auto a = counted({1000});
    const nl::array<double> r = copy;
    REQUIRE(r.shape() == nl::dims<>(3, 1000));
    for (nl::index_t i = 0; i < 1000; ++i) {
        const double x = a(i), value = x > 500 ? x + (1998 - 2 * x) : std::sqrt(x) - x;
        REQUIRE(r(0, i) == 0);
        REQUIRE(r(2, i) == value * 2);
    }
    CHECK(nl::sum(e) == nl::sum(r));
}

TEST_CASE("an expression reads the array as it is when it is evaluated") {
    nl::array<double> a{1, 2, 3};
    const auto e = a + 1.0;
    a(0) = 10;
    CHECK(nl::array<double>(e)(0) == 11);
}

TEST_CASE("assignment converts, and broadcasts to the shape of a view") {
    nl::array<float> a = nl::zeros<float>({3, 4});
    a.as_view() = counted<std::int64_t>({4}) * 2;
    for (int i = 0; i < 3; ++i)
        for (int j = 0; j < 4; ++j) CHECK(a(i, j) == float(2 * j));
    a(_, 1) = 7;
    CHECK(nl::all(a(_, 1) == 7.0f));
    a[0] = nl::array<float>{5};
    CHECK(nl::all(a[0] == 5.0f));
    CHECK_THROWS_AS(a[0] = counted<float>({3}), nl::shape_error);
    CHECK_THROWS_AS(a.as_view() = counted<float>({2, 3, 4}), nl::shape_error);
    nl::array<float> empty = nl::zeros<float>({0, 4});
    empty.as_view() = counted<float>({4});
    empty += 1;
    CHECK(empty.size() == 0);
}

TEST_CASE("errors name the operation and the shapes") {
    const auto text = [](auto&& f) -> std::string {
        try {
            f();
        } catch (const nl::error& e) {
            return e.what();
        }
        return "no error";
    };
    const auto a = counted({2, 3}), b = counted({4});
    for (const std::string& what : {text([&] { nl::array<double> c = a + b; }), text([&] { nl::sum(b + a); })}) {
        INFO(what);
        CHECK(what.find("add") != std::string::npos);
        CHECK(what.find("(2, 3)") != std::string::npos);
        CHECK(what.find("(4,)") != std::string::npos);
    }
    const std::string where = text([&] { nl::array<double> c = nl::where(a > 0.0, a, b); });
    CHECK(where.find("where") != std::string::npos);
    auto c = a;
    const std::string in_place = text([&] { c += b; });
    INFO(in_place);
    CHECK(in_place.find("(2, 3)") != std::string::npos);
    const std::string weak = text([&] { nl::array<std::int8_t> d = counted<std::int8_t>({2}) + 300; });
    INFO(weak);
    CHECK(weak.find("300") != std::string::npos);
    CHECK(weak.find("int8") != std::string::npos);
    CHECK_THROWS_AS(counted<std::uint16_t>({2}) + -1, nl::dtype_error);
    CHECK_THROWS_AS(counted<std::uint8_t>({2}) < 256, nl::dtype_error);
    CHECK_THROWS_AS(counted<std::int32_t>({2}) * 5'000'000'000, nl::dtype_error);
    CHECK_NOTHROW(counted<std::int64_t>({2}) * 5'000'000'000);
}

TEST_CASE("an assignment drops leading axes of extent 1, an in-place operator does not") {
    nl::array<double> a{{1, 2, 3}, {4, 5, 6}};
    a(0, nl::_) = a(nl::slice(1, 2), nl::_);
    CHECK(nl::all(a == nl::array<double>{{4, 5, 6}, {4, 5, 6}}));
    a(nl::_) = 2 * nl::ones({1, 2, 3});
    CHECK(nl::all(a == 2));
    nl::array<double> one = nl::zeros<double>(nl::dims<>());
    nl::view<double> scalar = one;
    scalar = nl::full({1, 1}, 7.0);
    CHECK(one() == 7);
    CHECK_THROWS_WITH(a += nl::ones({1, 2, 3}),
                      "in-place operator: could not broadcast from shape (1, 2, 3) into shape (2, 3)");
    CHECK_THROWS_WITH(a(nl::_) = nl::ones({2, 2, 3}),
                      "assignment: could not broadcast from shape (2, 2, 3) into shape (2, 3)");
}
