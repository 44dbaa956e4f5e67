#include "numlane/reduce/extrema.hpp"

#include <cmath>
#include <complex>

#include "every_target.hpp"
#include "numlane/manip.hpp"
#include "numlane/reduce.hpp"
#include "numlane/ufunc.hpp"

TEMPLATE_TEST_CASE("min and max find one element among many, wherever it lies", "", std::int8_t, std::uint64_t, float,
                   double) {
    using T = TestType;
    targets::on_every([] {
        for (const nl::index_t size : {1, 2, 65, 300, 4097, 9000}) {
            auto x = nl::full<T>({size}, T(50));
            for (nl::index_t at = 0; at < size; at += 1 + size / 37) {
                x(at) = T(7);
                if (nl::min(x) != T(7) || nl::max(x) != (size == 1 ? T(7) : T(50))) FAIL("the least at " << at);
                x(at) = T(90);
                if (nl::max(x) != T(90) || nl::min(x) != (size == 1 ? T(90) : T(50))) FAIL("the most at " << at);
                if constexpr (std::is_floating_point_v<T>) {
                    x(at) = std::numeric_limits<T>::quiet_NaN();
                    if (nl::min(x) == nl::min(x) || nl::max(x) == nl::max(x)) FAIL("NaN at " << at);
                }
                x(at) = T(50);
            }
        }
        SUCCEED();
    });
}

TEMPLATE_TEST_CASE("extrema along short and long axes, and which of equal ones comes first", "", bool, std::int8_t,
                   std::uint16_t, std::int32_t, std::uint64_t, float, double, std::complex<float>,
                   std::complex<double>) {
    using T = TestType;
    using bytes = std::conditional_t<std::is_same_v<T, bool>, std::uint8_t, T>;  // numeric_limits of bool has no values
    const auto less = [](T a, T b) {
        if constexpr (nl::is_complex_v<T>) return a.real() < b.real() || (a.real() == b.real() && a.imag() < b.imag());
        else return a < b;
    };
    const auto precedes = [&](T a, T b, bool largest) {
        return a != a ? b == b : b == b && (largest ? less(b, a) : less(a, b));
    };
    // Complex numbers that are equal, or NaN, may differ: the first is to be found.
    const auto same_part = [](auto a, auto b) {
        return a != a ? b != b : a == b && std::signbit(a) == std::signbit(b);
    };
    const auto equal = [&](T a, T b) {
        if constexpr (nl::is_complex_v<T>) return same_part(a.real(), b.real()) && same_part(a.imag(), b.imag());
        else return a == b || (a != a && b != b);
    };
    targets::on_every([&] {
        std::uint32_t random = 1;
        for (const nl::index_t length : {1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100, 130}) {
            for (const nl::index_t count : {1, 3, 17, 64, 70, 131}) {
                nl::array<T> x = nl::zeros<T>({length, count});
                for (T& value : x) {
                    random = random * 1664525u + 1013904223u;
                    value = T(bytes(std::uint8_t(random >> 28)));  // few values, so that many are equal
                    if constexpr (std::is_floating_point_v<T>)
                        if ((random >> 12) % 150 == 0) value = std::numeric_limits<T>::quiet_NaN();
                    if constexpr (nl::is_complex_v<T>) {
                        const auto part = [](std::uint32_t bits) {
                            constexpr nl::real_t<T> few[] = {0, -0.0f, 1, -1};
                            return bits % 150 == 0 ? std::numeric_limits<nl::real_t<T>>::quiet_NaN() : few[bits % 4];
                        };
                        value = T(part(random >> 12), part(random >> 7));
                    }
                }
                const nl::array<T> rows = x.T();
                const nl::array<T> max = nl::max(x, {.axis = 0}), max_of_rows = nl::max(rows, {.axis = 1}),
                                   min = nl::min(x, {.axis = 0}), min_of_rows = nl::min(rows, {.axis = 1});
                const nl::array<std::int64_t> last = nl::argmax(x, {.axis = 0}), first = nl::argmin(x, {.axis = 0});
                bool same =
                    nl::all(last == nl::argmax(rows, {.axis = 1})) && nl::all(first == nl::argmin(rows, {.axis = -1}));
                for (nl::index_t c = 0; c < count; ++c) {
                    nl::index_t most = 0, least = 0;
                    for (nl::index_t r = 1; r < length; ++r) {
                        if (precedes(x(r, c), x(most, c), true)) most = r;
                        if (precedes(x(r, c), x(least, c), false)) least = r;
                    }
                    same = same && last(c) == most && first(c) == least;
                    same = same && equal(max(c), x(most, c)) && equal(max_of_rows(c), x(most, c)) &&
                           equal(min(c), x(least, c)) && equal(min_of_rows(c), x(least, c));
                }
                if (!same) FAIL(length << " elements, " << count << " times");
            }
        }
        SUCCEED();
    });
}

TEST_CASE("infinities and the extreme integers are found") {
    const double inf = std::numeric_limits<double>::infinity();
    CHECK(nl::min(nl::array<double>{inf, inf}) == inf);
    CHECK(nl::max(nl::array<double>{-inf, -inf}) == -inf);
    CHECK(nl::min(nl::full<std::int64_t>({5}, INT64_MAX)) == INT64_MAX);
    CHECK(nl::max(nl::full<std::int64_t>({5}, INT64_MIN)) == INT64_MIN);
    CHECK(nl::min(nl::array<bool>{true, false}) == false);
    CHECK(nl::max(nl::array<bool>{false, false}) == false);
}

TEST_CASE("complex numbers are ordered by their real, then by their imaginary parts") {
    using C = std::complex<double>;
    const double inf = std::numeric_limits<double>::infinity(), nan = std::numeric_limits<double>::quiet_NaN();
    const nl::array<C> z{C(1, 2), C(-1, 7), C(1, 3), C(-1, 6)};
    CHECK(nl::min(z) == C(-1, 6));
    CHECK(nl::max(z) == C(1, 3));
    CHECK(nl::argmin(z) == 3);
    CHECK(nl::argmin(z * C(0, 1)) == 1);
    CHECK(nl::ptp(z) == C(2, -3));
    CHECK(nl::min(z, {.initial = C(-1, 5)}) == C(-1, 5));
    CHECK(nl::max(nl::array<C>{C(-inf, 5), C(-inf, -inf)}) == C(-inf, 5));
    CHECK(nl::min(nl::array<C>{C(inf, inf)}) == C(inf, inf));
    CHECK_THROWS_AS(nl::max(nl::zeros<C>({0})), nl::shape_error);

    const nl::array<C> with_nan{C(2, nan), C(5, inf), C(nan, 1)};
    CHECK(nl::min(with_nan).real() == 2);
    CHECK(nl::argmax(with_nan) == 0);
    CHECK(nl::nanmin(with_nan) == C(5, inf));
    CHECK(nl::nanargmax(with_nan) == 1);
    CHECK(nl::nanmax(with_nan, {.axis = 0, .initial = C(6, nan)}).item() == C(5, inf));
    CHECK(nl::nanmin(nl::array<C>{C(3, nan), C(nan, 1)}).real() == 3);
    CHECK(nl::nanmax(nl::array<C>{C(-inf, -inf), C(nan, 1)}) == C(-inf, -inf));
}

TEST_CASE("the extremum of an expression") {
    const nl::array<double> x{1, -4, 3};
    CHECK(nl::max(x * x) == 16);
    CHECK(nl::min(nl::abs(x) - 1.0) == 0);
    CHECK(nl::amin(x) == -4);
    CHECK(nl::amax(x) == 3);
}

TEST_CASE("nothing has no extremum, and the error says so") {
    try {
        (void)nl::max(nl::zeros<float>({3, 0}));
        FAIL("no error");
    } catch (const nl::shape_error& e) {
        CHECK(std::string(e.what()).find("max") == 0);
        CHECK(std::string(e.what()).find("(3, 0)") != std::string::npos);
    }
    CHECK_THROWS_AS(nl::min(nl::zeros<double>({0})), nl::shape_error);
}

namespace {

// Whether the extrema along an axis throw, and of which shape they are otherwise.
template <class T>
void check_of_nothing(const nl::dims<>& shape, const nl::axes& axis, bool throws, const nl::dims<>& result = {}) {
    const auto x = nl::zeros<T>(shape);
    const auto check = [&](const auto& extremum) {
        INFO("of shape " << nl::to_string(shape));
        if (throws) CHECK_THROWS_AS(extremum(), nl::shape_error);
        else CHECK(extremum().shape() == result);
    };
    check([&] { return nl::max(x, {.axis = axis}); });
    check([&] { return nl::min(x, {.axis = axis}); });
    check([&] { return nl::nanmax(x, {.axis = axis}); });
    if constexpr (!std::is_same_v<T, bool>) check([&] { return nl::ptp(x, {.axis = axis}); });
    if (!axis.all() && axis.list().size() != 1) return;
    check([&] { return nl::argmax(x, {.axis = axis}); });
    check([&] { return nl::argmin(x, {.axis = axis}); });
    check([&] { return nl::nanargmin(x, {.axis = axis}); });
}

}  // namespace

TEMPLATE_TEST_CASE("extrema over no element throw, also where there would be no result, as NumPy's", "", double, int,
                   bool) {
    using T = TestType;
    check_of_nothing<T>({0, 0}, 0, true);
    check_of_nothing<T>({0, 0}, 1, true);
    check_of_nothing<T>({0, 0}, nl::axes(), true);
    check_of_nothing<T>({0, 3}, 0, true);
    check_of_nothing<T>({3, 0}, 1, true);
    check_of_nothing<T>({3, 0}, 0, false, nl::dims<>(0));
    check_of_nothing<T>({0, 3}, 1, false, nl::dims<>(0));
    check_of_nothing<T>({0, 2, 0}, 1, false, {0, 0});
    check_of_nothing<T>({0, 2, 0}, {0, 1}, true);
    check_of_nothing<T>({2, 3, 0}, {0, 1}, false, nl::dims<>(0));
    check_of_nothing<T>({0, 3}, nl::axes(nl::dims<>()), false, {0, 3});
    const auto none = nl::zeros<T>({0, 0});
    CHECK(nl::max(none, {.axis = 0, .initial = 1}).shape() == nl::dims<>(0));
    CHECK(nl::sum(none, {.axis = 0}).shape() == nl::dims<>(0));
    CHECK(nl::mean(none, {.axis = 0, .keepdims = true}).shape() == nl::dims<>(1, 0));
    CHECK_THROWS_WITH(nl::max(none, {.axis = 0}), "max: an array of shape (0, 0) has no element, so it has no max");
}

namespace {

/// argmin and argmax of a long row, element by element: the first NaN, or the first extremum.
template <class T>
void check_located(const nl::array<T, 1>& x) {
    nl::index_t least = 0, most = 0;
    for (nl::index_t i = 1; i < x.size(); ++i) {
        if (x(least) == x(least) && (x(i) != x(i) || x(i) < x(least))) least = i;
        if (x(most) == x(most) && (x(i) != x(i) || x(i) > x(most))) most = i;
    }
    REQUIRE(nl::argmin(x) == least);
    REQUIRE(nl::argmax(x) == most);
    const nl::array<T, 2> twice = nl::stack({x, x});
    const nl::array<std::int64_t> rows = nl::argmax(twice, {.axis = 1}), columns = nl::argmin(twice.T(), {.axis = 0});
    REQUIRE(rows(0) == most);
    REQUIRE(rows(1) == most);
    REQUIRE(columns(0) == least);
    REQUIRE(columns(1) == least);
}

template <class T>
void check_orders(nl::index_t n) {
    nl::array<T, 1> up = nl::zeros<T, 1>({n}), saw = up, equal = up;
    for (nl::index_t i = 0; i < n; ++i) {
        up(i) = T(sizeof(T) == 1 ? i / 200 : i);
        saw(i) = T((i * 7919) % 113);
        equal(i) = T(3);
    }
    check_located<T>(up);
    check_located<T>(up(nl::slice(nl::_, nl::_, -1)));
    check_located<T>(saw);
    check_located<T>(equal);
    if constexpr (std::is_floating_point_v<T>) {
        for (const nl::index_t place : {nl::index_t(0), nl::index_t(4095), nl::index_t(5000), n - 1}) {
            nl::array<T, 1> with_nan = up;
            with_nan(place) = std::numeric_limits<T>::quiet_NaN();
            check_located<T>(with_nan);
            with_nan(n - 2) = with_nan(place);
            check_located<T>(with_nan);
        }
    }
}

}  // namespace

TEST_CASE("extrema of rows of several chunks lie where the first of them does, in any order and on any threads") {
    const int before = nl::get_num_threads();
    targets::on_every([] {
        for (const int threads : {1, 3}) {
            nl::set_num_threads(threads);
            check_orders<double>(20'001);
            check_orders<float>(12'288);
            check_orders<std::int32_t>(20'001);
            check_orders<std::uint8_t>(20'001);
        }
    });
    nl::set_num_threads(before);
}

namespace {

/// argmin and argmax along the first axis, which the kernel of columns does, and of the rows of a copy.
template <class T>
void check_columns(nl::index_t rows, nl::index_t columns, unsigned values, bool with_nan) {
    nl::array<T, 2> x = nl::zeros<T, 2>({rows, columns});
    std::uint32_t random = 7;
    for (T& value : x) {
        random = random * 1664525u + 1013904223u;
        value = T((random >> 12) % values);
        if constexpr (std::is_floating_point_v<T>)
            if (with_nan && random % 4096 == 5) value = std::numeric_limits<T>::quiet_NaN();
    }
    const nl::array<T, 2> copy = x.T();
    const nl::array<std::int64_t> most = nl::argmax(x, {.axis = 0}), least = nl::argmin(x, {.axis = 0});
    for (nl::index_t column = 0; column < columns; ++column) {
        INFO(rows << " rows, column " << column << " of " << columns);
        REQUIRE(most(column) == nl::argmax(copy(column)));
        REQUIRE(least(column) == nl::argmin(copy(column)));
    }
}

}  // namespace

TEMPLATE_TEST_CASE("extrema of long columns, few and many, lie where those of rows do", "", std::int8_t, std::int32_t,
                   float, double) {
    targets::on_every([] {
        for (const nl::index_t columns : {1, 2, 5, 63, 64, 530}) {
            for (const unsigned values : {100u, 1u << 20}) check_columns<TestType>(4'001, columns, values, false);
            check_columns<TestType>(2'000, columns, 1u << 20, true);
        }
    });
}

TEMPLATE_TEST_CASE("ptp of more than lies in a cache is the distance of the extrema", "", std::int16_t, std::int32_t,
                   std::uint64_t, float, double) {
    using T = TestType;
    nl::array<T> x = nl::zeros<T>({1500, 400});
    for (nl::index_t i = 0; i < x.size(); ++i) x.data()[i] = T(i * 7919 % 30011);
    targets::on_every([&] {
        const auto check = [&](const auto& a) {
            CHECK(nl::ptp(a) == T(nl::max(a) - nl::min(a)));
            for (const int axis : {0, 1})
                CHECK(nl::all(nl::ptp(a, {.axis = axis}) == nl::max(a, {.axis = axis}) - nl::min(a, {.axis = axis})));
        };
        check(x);
        check(x.T());
        check(x(nl::slice(nl::_, nl::_, -1), nl::slice(1, nl::_)));
        check(x + T(1));
        CHECK(nl::ptp(x.reshape({300'000, 2}), {.axis = 0}).shape() == nl::dims<>(2));
        CHECK(nl::all(nl::ptp(x.reshape({300'000, 2}), {.axis = 0}) ==
                      nl::max(x.reshape({300'000, 2}), {.axis = 0}) - nl::min(x.reshape({300'000, 2}), {.axis = 0})));
        if constexpr (std::is_floating_point_v<T>) {
            nl::array<T> y = x;
            y(700, 33) = std::numeric_limits<T>::quiet_NaN();
            const nl::array<bool> columns = nl::isnan(nl::ptp(y, {.axis = 0})),
                                  rows = nl::isnan(nl::ptp(y, {.axis = 1}));
            CHECK((nl::count_nonzero(columns) == 1 && columns(33) && nl::count_nonzero(rows) == 1 && rows(700)));
            CHECK(std::isnan(nl::ptp(y)));
        }
    });
}
