// The numbers at a rank against a sorted copy, however they are distributed.
#include "numlane/reduce/order_statistics.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>
#if defined(__SSE2__)
#include <xmmintrin.h>
#endif

#include "every_target.hpp"
#include "numlane/numlane.hpp"

namespace {

template <class T>
bool same_bits(T a, T b) {
    return std::memcmp(&a, &b, sizeof a) == 0;
}

template <class T>
bool before(T a, T b) {
    if constexpr (std::is_floating_point_v<T>)
        if (a == 0 && b == 0) return std::signbit(a) && !std::signbit(b);
    return a < b;
}

template <class T>
void check_ranks(std::vector<T> x, const char* what) {
    const auto given = x;
    auto sorted = x;
    std::sort(sorted.begin(), sorted.end(), before<T>);
    const nl::index_t n = nl::index_t(x.size());
    nl::detail::order_statistics<T> select;
    for (const nl::index_t rank : {nl::index_t(0), n / 7, (n - 1) / 2, n / 2, n - 1 - n / 5, n - 1}) {
        const auto found = select.find(x.data(), n, rank);
        const T at = sorted[std::size_t(rank)], next = sorted[std::size_t(rank + 1 < n ? rank + 1 : rank)];
        // Which zero comes first is not said.
        if (found.at != at || found.next != next) FAIL(what << ": rank " << rank << " of " << n);
        if (at != 0 && !same_bits(found.at, at)) FAIL(what << ": the bits at rank " << rank << " of " << n);
    }
    if (std::memcmp(static_cast<const void*>(given.data()), x.data(), sizeof(T) * x.size()) != 0)
        FAIL(what << ": the row was changed");
}

// The quantiles of x along its middle axis, where samples lie as columns; of what its axes are turned to, as rows; and of
// every second element; each beside sorted copies.
template <class T>
void check_side_by_side(const nl::array<T>& x, const char* what) {
    const nl::index_t planes = x.shape()[0], n = x.shape()[1], columns = x.shape()[2];
    const nl::quantile_points q{0.0, 0.3, 0.5, 1.0};
    const auto check = [&](const auto& found, double part, int i, const char* how) {
        for (nl::index_t p = 0; p < planes; ++p)
            for (nl::index_t c = 0; c < columns; ++c) {
                std::vector<T> numbers;
                for (nl::index_t k = 0; k < n; ++k)
                    if (x(p, k, c) == x(p, k, c)) numbers.push_back(x(p, k, c));
                std::sort(numbers.begin(), numbers.end(), before<T>);
                const double value = found(i, p, c);
                if (numbers.empty() ? value == value
                                    : value != double(numbers[std::size_t(part * double(numbers.size() - 1))]))
                    FAIL(what << ", " << how << ": quantile " << part << " of column " << c << " of " << columns
                              << ", plane " << p << ", of " << n);
            }
    };
    const nl::quantile_options middle{.axis = 1, .method = nl::quantile_method::lower};
    const nl::quantile_options last{.axis = 2, .method = nl::quantile_method::lower};
    const nl::array<T> rows = x.transpose({0, 2, 1});
    nl::array<T> apart = nl::zeros<T>({planes, n, 2 * columns});
    apart(nl::ellipsis, nl::slice(nl::_, nl::_, 2)) = x;
    const auto of_columns = nl::nanquantile(x, q, middle), of_rows = nl::nanquantile(rows, q, last),
               of_view = nl::nanquantile(apart(nl::ellipsis, nl::slice(nl::_, nl::_, 2)), q, middle);
    for (int i = 0; i < int(q.size()); ++i) {
        check(of_columns, q[i], i, "in columns");
        check(of_rows, q[i], i, "in rows");
        check(of_view, q[i], i, "apart");
    }
}

}  // namespace

TEMPLATE_TEST_CASE("the order of bits is that of numbers, and back", "", std::int8_t, std::uint16_t, std::int32_t,
                   std::int64_t, std::uint64_t, float, double) {
    using T = TestType;
    using limits = std::numeric_limits<T>;
    using order = nl::detail::order<T>;
    std::vector<T> x{limits::lowest(), T(0), T(1), T(100), limits::max()};
    if constexpr (std::is_signed_v<T>) x.insert(x.begin() + 1, {T(-100), T(-1)});
    else x.erase(x.begin());  // which is 0
    if constexpr (limits::has_infinity) {
        x.insert(x.begin() + 3, {-limits::denorm_min(), -T(0)});
        x.insert(x.begin(), -limits::infinity());
        x.push_back(limits::infinity());
    }
    for (std::size_t i = 0; i < x.size(); ++i) {
        CHECK(same_bits(order::number(order::of(x[i])), x[i]));
        if (i > 0) CHECK(order::of(x[i - 1]) < order::of(x[i]));
    }
}

TEMPLATE_TEST_CASE("numbers at a rank, of every distribution", "", std::int8_t, std::uint8_t, std::int16_t,
                   std::int32_t, std::uint32_t, std::int64_t, std::uint64_t, float, double) {
    using T = TestType;
    using limits = std::numeric_limits<T>;
    targets::on_every([] {
        for (const nl::index_t n : {1, 2, 96, 97, 98, 511, 1000, 4096, 20001}) {
            std::mt19937_64 random(std::uint64_t(n) + 1);
            const auto make = [&](const char* what, const auto& number) {
                std::vector<T> x;
                for (nl::index_t i = 0; i < n; ++i) x.push_back(number(i));
                check_ranks(x, what);
            };
            make("equal", [](nl::index_t) { return T(7); });
            make("few values", [&](nl::index_t) { return T(random() % 5); });
            make("many values", [&](nl::index_t) { return T(random() % 100000); });
            make("ascending", [](nl::index_t i) { return T(i); });
            make("descending", [&](nl::index_t i) { return T(n - i); });
            make("one far away", [&](nl::index_t i) { return i == n / 3 ? limits::max() : T(random() % 1000); });
            make("the extremes", [&](nl::index_t) { return random() % 2 ? limits::max() : limits::lowest(); });
            make("halves apart",
                 [&](nl::index_t i) { return T(i % 2 ? limits::max() / 2 + T(random() % 9) : T(random() % 9)); });
            if constexpr (limits::has_infinity) {
                const auto uniform = [&] { return T(random() % 16777216) / T(16777216); };
                make("uniform", [&](nl::index_t) { return uniform(); });
                make("of both signs", [&](nl::index_t) { return uniform() - T(0.5); });
                make("of all magnitudes", [&](nl::index_t) { return std::exp(T(160) * (uniform() - T(0.5))); });
                make("zeros", [&](nl::index_t) { return random() % 2 ? T(0) : -T(0); });
                make("zeros among others", [&](nl::index_t i) {
                    return i % 3 == 0 ? T(0) : i % 3 == 1 ? -T(0) : (uniform() - T(0.5)) * limits::min();
                });
                make("infinities", [&](nl::index_t i) {
                    return i % 5 == 0 ? limits::infinity() : i % 5 == 1 ? -limits::infinity() : uniform();
                });
            }
        }
        SUCCEED();
    });
}

TEMPLATE_TEST_CASE("samples side by side, of every distribution", "", std::int8_t, std::uint8_t, std::uint16_t,
                   std::int32_t, std::uint32_t, std::int64_t, std::uint64_t, float, double) {
    using T = TestType;
    using limits = std::numeric_limits<T>;
    targets::on_every([] {
        for (const nl::index_t n : {1, 2, 3, 17, 128, 129, 700})
            for (const nl::index_t columns : {3, 8, 21}) {
                std::mt19937_64 random(std::uint64_t(n + 1000 * columns));
                const auto make = [&](const char* what, const auto& number) {
                    nl::array<T> x = nl::zeros<T>({2, n, columns});
                    for (nl::index_t i = 0; i < x.size(); ++i) x.data()[i] = number(i);
                    check_side_by_side(x, what);
                };
                make("equal", [](nl::index_t) { return T(7); });
                make("few values", [&](nl::index_t) { return T(random() % 5); });
                make("many values", [&](nl::index_t) { return T(random() % 100000); });
                make("rows alike", [&](nl::index_t i) { return T(i / columns); });
                make("the extremes", [&](nl::index_t) { return random() % 2 ? limits::max() : limits::lowest(); });
                make("halves apart",
                     [&](nl::index_t i) { return T(i % 2 ? limits::max() / 2 + T(random() % 9) : T(random() % 9)); });
                if constexpr (limits::has_infinity) {
                    const auto uniform = [&] { return T(random() % 16777216) / T(16777216); };
                    make("of both signs", [&](nl::index_t) { return uniform() - T(0.5); });
                    make("of all magnitudes", [&](nl::index_t) { return std::exp(T(160) * (uniform() - T(0.5))); });
                    make("subnormals", [&](nl::index_t) { return (uniform() - T(0.5)) * limits::min(); });
                    make("infinities", [&](nl::index_t i) {
                        return i % 5 == 0 ? limits::infinity() : i % 5 == 1 ? -limits::infinity() : uniform();
                    });
                    make("some NaN", [&](nl::index_t i) {
                        return random() % 4 != 0 ? uniform() : i % 2 ? limits::quiet_NaN() : -limits::quiet_NaN();
                    });
                    make("columns of NaN",
                         [&](nl::index_t i) { return i % columns < 2 ? limits::quiet_NaN() : uniform(); });
                }
            }
        SUCCEED();
    });
}

TEST_CASE("medians of columns: zeros keep their signs, NaN its place, long samples their values") {
    targets::on_every([] {
        nl::array<float> x = nl::zeros<float>({3, 16});
        for (nl::index_t c = 0; c < 16; ++c) {
            x(0, c) = c % 2 ? -0.0f : 0.0f;
            x(1, c) = -1;
            x(2, c) = c == 5 ? std::numeric_limits<float>::quiet_NaN() : 1.0f;
        }
        const auto medians = nl::median(x, {.axis = 0}), numbers = nl::nanmedian(x, {.axis = 0});
        for (nl::index_t c = 0; c < 16; ++c) {
            CHECK((c == 5 ? medians(c) != medians(c) : medians(c) == 0 && std::signbit(medians(c)) == (c % 2 != 0)));
            CHECK(numbers(c) == (c == 5 ? -0.5f : 0.0f));
        }
        nl::array<double> many = nl::zeros<double>({5001, 9});  // too long to be looked at side by side
        for (nl::index_t i = 0; i < many.size(); ++i) many.data()[i] = double(i * 7919 % 5001);
        CHECK(nl::all(nl::median(many, {.axis = 0}) == nl::median(many.transpose().copy(), {.axis = 1})));
        CHECK(nl::all(nl::isnan(nl::median(nl::zeros<double>({20, 0}), {.axis = 1}))));
        CHECK(nl::all(nl::isnan(nl::median(nl::zeros<std::int32_t>({0, 20}), {.axis = 0}))));
    });
}

TEST_CASE("medians of truth values are counted") {
    targets::on_every([] {
        for (const nl::index_t n : {1, 2, 3, 64, 1001})
            for (nl::index_t trues = 0; trues <= n; trues += 1 + n / 9) {
                nl::array<bool> x = nl::zeros<bool>({n});
                for (nl::index_t i = 0; i < trues; ++i) x(i * 7 % n) = true;
                const std::int64_t count = nl::count_nonzero(x);
                const double median = 2 * count > n ? 1 : 2 * count < n ? 0 : 0.5;
                if (nl::median(x) != median) FAIL(count << " of " << n);
                if (nl::quantile(x, 1) != (count > 0 ? 1 : 0)) FAIL("the last, of " << count << " of " << n);
                if (nl::quantile(x, 0) != (count == n ? 1 : 0)) FAIL("the first, of " << count << " of " << n);
            }
        SUCCEED();
    });
}

TEST_CASE("medians leave their array as it is, along every axis, of views, with NaN") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    nl::array<double> x = nl::zeros<double>({150, 201});
    for (nl::index_t i = 0; i < x.size(); ++i) x.data()[i] = double(i * 7919 % 30011) - 15000;
    x(3, 5) = nan;
    x(3, 9) = nan;
    for (nl::index_t c = 0; c < 201; ++c) x(8, c) = nan;
    const nl::array<double> given = x;
    const auto of_row = [&](nl::index_t r, bool skip) {
        std::vector<double> numbers;
        for (nl::index_t c = 0; c < 201; ++c)
            if (x(r, c) == x(r, c)) numbers.push_back(x(r, c));
        if (numbers.empty() || (!skip && numbers.size() < 201)) return nan;
        std::sort(numbers.begin(), numbers.end());
        return (numbers[(numbers.size() - 1) / 2] + numbers[numbers.size() / 2]) / 2;
    };
    const nl::array<double> transposed = x.transpose();
    const auto reversed = x(nl::_, nl::slice(nl::_, nl::_, -1));
    const auto rows = nl::median(x, {.axis = 1}), columns = nl::median(x.transpose(), {.axis = 0}),
               numbers = nl::nanmedian(x, {.axis = -1}), strided = nl::nanmedian(reversed, {.axis = 1}),
               expression = nl::nanmedian(x * 2.0, {.axis = 1});
    const nl::array<double> halves = nl::nanpercentile(transposed, {50, 100}, {.axis = 0});
    for (nl::index_t r = 0; r < 150; ++r) {
        const auto same = [](double a, double b) { return a == b || (a != a && b != b); };
        INFO("row " << r);
        CHECK(same(rows(r), of_row(r, false)));
        CHECK(same(columns(r), of_row(r, false)));
        CHECK(same(numbers(r), of_row(r, true)));
        CHECK(same(strided(r), of_row(r, true)));
        CHECK(same(expression(r), 2 * of_row(r, true)));
        CHECK(same(halves(0, r), of_row(r, true)));
    }
    CHECK(std::memcmp(static_cast<const void*>(given.data()), x.data(), sizeof(double) * 150 * 201) == 0);
}

#if defined(__SSE2__)
// As in programs that are linked with -ffast-math.
TEST_CASE("numbers that the CPU takes for zero are found where the order of their bits puts them") {
    std::vector<double> x(1001);
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = i < 400 ? -double(i + 1) * std::numeric_limits<double>::denorm_min() : double(i) + 1;
    const auto sorted = [&] {
        auto y = x;
        std::sort(y.begin(), y.end());
        return y;
    }();
    const unsigned before = _mm_getcsr();
    _mm_setcsr(before | 0x8040);
    nl::detail::order_statistics<double> select;
    const auto low = select.find(x.data(), 1001, 100), middle = select.find(x.data(), 1001, 500);
    _mm_setcsr(before);
    CHECK(middle.at == sorted[500]);
    CHECK(same_bits(low.at, sorted[100]));
    CHECK(same_bits(low.next, sorted[101]));
}
#endif
