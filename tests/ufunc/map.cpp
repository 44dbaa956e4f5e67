#include "numlane/ufunc/map.hpp"

#include "every_target.hpp"
#include "numlane/array/arange.hpp"
#include "numlane/reduce.hpp"
#include "numlane/ufunc.hpp"

namespace {

NUMLANE_KERNEL(blend, (auto m, auto a, auto b, bool turned), {
    if (turned) return select(m, b, a);
    return select(m, a, b);
})
NUMLANE_KERNEL(is_between, (auto x, double low, double high), { return (x > low) & (x < high); })
NUMLANE_KERNEL(scale, (auto z, std::complex<double> by), { return z * by + like(z, std::complex<double>(0, 1)) * z; })
NUMLANE_KERNEL(weighted, (auto a, auto b, auto c, auto d, float w),
               { return a * w + b * (w * 2) + c * (w * 3) + d * (w * 4); })
NUMLANE_KERNEL(affine, (auto x, std::int64_t slope, std::uint8_t offset),
               { return convert<double>(x) * double(slope) + double(offset); })
NUMLANE_KERNEL(sum_of, (auto x, auto y), { return x + convert<std::int64_t>(y); })

}  // namespace

TEST_CASE("a bool array reaches a kernel as a mask, and a mask comes back as bool") {
    targets::on_every([] {
        const nl::array<bool> m{true, false, true};
        const nl::array<float> a{1, 2, 3}, b{-1, -2, -3};
        const nl::array<float> straight = nl::map(blend, m, a, b, false), turned = nl::map(blend, m, a, b, true);
        CHECK(nl::all(straight == nl::array<float>{1, -2, 3}));
        CHECK(nl::all(turned == nl::array<float>{-1, 2, -3}));

        const nl::array<double> x{0.5, 1.5, 2.5};
        const auto e = nl::map(is_between, x, 1.0, 2.0);
        STATIC_REQUIRE(std::is_same_v<decltype(e)::value_type, bool>);
        CHECK(nl::all(nl::array<bool>(e) == nl::array<bool>{false, true, false}));
    });
}

TEST_CASE("a kernel of complex numbers") {
    using c128 = std::complex<double>;
    targets::on_every([] {
        nl::array<c128> z = nl::zeros<c128>({37});
        for (int i = 0; i < 37; ++i) z(i) = c128(i, 1 - i);
        const nl::array<c128> y = nl::map(scale, z, c128(2, -1));
        for (int i = 0; i < 37; ++i) CHECK(y(i) == z(i) * c128(2, -1) + c128(0, 1) * z(i));
    });
}

TEST_CASE("the arguments of map broadcast") {
    targets::on_every([] {
        const nl::array<float> column{{1}, {2}, {3}}, row{10, 20, 30, 40}, one{5};
        const nl::array<float> r = nl::map(weighted, column, row, one, row * 2.0f, 0.5f);
        REQUIRE(r.shape() == nl::dims<>(3, 4));
        for (int i = 0; i < 3; ++i)
            for (int j = 0; j < 4; ++j) CHECK(r(i, j) == column(i, 0) * 0.5f + row(j) + 7.5f + row(j) * 4);
    });
    const nl::array<float> three{1, 2, 3}, two{1, 2};
    try {
        const nl::array<float> r = nl::map(weighted, three, two, two, two, 1.0f);
        FAIL("no error");
    } catch (const nl::shape_error& e) {
        INFO(e.what());
        CHECK(std::string(e.what()).find("map") != std::string::npos);
        CHECK(std::string(e.what()).find("(3,)") != std::string::npos);
        CHECK(std::string(e.what()).find("(2,)") != std::string::npos);
    }
}

TEST_CASE("planes are computed by squares, whatever their shape and strides") {
    targets::on_every([] {
        for (const nl::index_t rows : {2, 7, 8, 9, 33})
            for (const nl::index_t columns : {9, 16, 63, 100, 700}) {
                INFO(rows << " " << columns);
                const auto numbers = [](nl::index_t n) { return nl::array<float>(nl::arange(float(n))); };
                const auto column = numbers(rows), row = numbers(columns);
                const nl::array<float, 2> plane(numbers(rows * columns).reshape(rows, columns)),
                    across(numbers(rows * columns).reshape(columns, rows));
                const auto check = [&](const auto& out) {
                    for (nl::index_t i = 0; i < rows; ++i)
                        for (nl::index_t j = 0; j < columns; ++j)
                            if (out(i, j) !=
                                column(i) * 0.5f + row(j) * 1.0f + plane(i, j) * 1.5f + across(j, i) * 2.0f)
                                FAIL("element " << i << ", " << j);
                };
                const auto e = nl::map(weighted, column(nl::_, nl::newaxis), row, plane, across.T(), 0.5f);
                check(nl::array<float, 2>(e));
                nl::array<float, 2> turned = nl::zeros<float, 2>({columns, rows});
                turned.T() = e;
                check(turned.T());
                nl::array<double, 2> apart = nl::zeros<double, 2>({rows + 1, 2 * columns});
                apart(nl::slice(1, nl::_), nl::slice(1, nl::_, 2)) = e;
                check(apart(nl::slice(1, nl::_), nl::slice(1, nl::_, 2)));
                CHECK(nl::count_nonzero(apart(nl::_, nl::slice(0, nl::_, 2))) == 0);
                CHECK(nl::count_nonzero(apart[0]) == 0);

                const nl::array<bool, 2> mask(plane > row);
                const nl::array<float, 2> chosen = nl::map(blend, mask, column(nl::_, nl::newaxis), row, false);
                for (nl::index_t i = 0; i < rows; ++i)
                    for (nl::index_t j = 0; j < columns; ++j)
                        if (chosen(i, j) != (mask(i, j) ? column(i) : row(j))) FAIL("element " << i << ", " << j);
            }
        // Several planes, on more than one thread.
        const nl::array<std::int64_t> deep(nl::arange(5)), high(nl::arange(70)), wide(nl::arange(300));
        const nl::array<std::int64_t, 3> sums(
            nl::map(sum_of, deep(nl::_, nl::newaxis, nl::newaxis) * 1'000'000 + high(nl::_, nl::newaxis) * 1000, wide));
        for (nl::index_t i = 0; i < 5; ++i)
            for (nl::index_t j = 0; j < 70; ++j)
                for (nl::index_t k = 0; k < 300; ++k)
                    if (sums(i, j, k) != i * 1'000'000 + j * 1000 + k) FAIL("element " << i << j << k);
    });
}

TEST_CASE("scalars keep their C++ type, and the pack that comes back decides the dtype") {
    targets::on_every([] {
        const nl::array<std::int16_t> x{-3, 0, 3};
        const auto e = nl::map(affine, x, std::int64_t(1) << 40, std::uint8_t(200));
        STATIC_REQUIRE(std::is_same_v<decltype(e)::value_type, double>);
        const nl::array<double> y = e;
        CHECK(y(0) == -3 * 0x1p40 + 200);
        CHECK(y(2) == 3 * 0x1p40 + 200);
        const nl::array<std::int64_t> s =
            nl::map(sum_of, nl::array<std::int64_t>{1, 2, 3}, nl::array<bool>{true, false, true});
        CHECK(nl::all(s == nl::array<std::int64_t>{2, 2, 4}));
    });
}

TEST_CASE("map is lazy, fuses with what stands around it, and its result may be kept in auto") {
    auto e = [] {
        const nl::array<double> x{0.5, 1.5, 2.5};
        return nl::where(nl::map(is_between, x * 2, 2.0, 4.0), x, -1.0);
    }();
    CHECK(nl::all(nl::array<double>(e) == nl::array<double>{-1, 1.5, -1}));
    CHECK(nl::sum(e) == -0.5);
}
