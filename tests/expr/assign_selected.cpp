#include "numlane/expr/assign_selected.hpp"

#include <complex>
#include <thread>

#include "every_target.hpp"
#include "numlane/numlane.hpp"

namespace {

enum class pattern { random, clustered, none, all };

nl::array<bool, 1> mask_of(nl::index_t size, pattern p) {
    nl::array<bool, 1> mask = nl::zeros<bool, 1>(size);
    unsigned state = 12345;
    for (nl::index_t i = 0; i < size; ++i) {
        state = state * 1664525u + 1013904223u;
        mask(i) = p == pattern::all || (p == pattern::random && state >> 31) || (p == pattern::clustered && i / 37 % 3);
    }
    return mask;
}

template <class T>
nl::array<T, 1> counted(nl::index_t size, int step) {
    nl::array<T, 1> a = nl::zeros<T, 1>(size);
    for (nl::index_t i = 0; i < size; ++i) a(i) = static_cast<T>(nl::real_t<T>(i * step % 11 + 1));
    return a;
}

// What is computed of copies of the selected elements, put back one by one.
template <class T>
nl::array<T, 1> expected(nl::array<T, 1> x, const nl::array<bool, 1>& mask, const nl::array<T, 1>& values) {
    nl::index_t next = 0;
    for (nl::index_t i = 0; i < x.size(); ++i)
        if (mask(i)) x(i) = values(next++);
    return x;
}

template <class T>
void update_through_masks() {
    for (const nl::index_t size : {0, 1, 5, 16, 63, 64, 65, 200, 5000})
        for (const pattern p : {pattern::random, pattern::clustered, pattern::none, pattern::all}) {
            INFO(size << " elements of " << nl::dtype_name<T>() << ", pattern " << int(p));
            const nl::array<bool, 1> mask = mask_of(size, p);
            const nl::array<T, 1> before = counted<T>(size, 3), y = counted<T>(size, 7);
            const nl::array<T, 1> some_x = before(mask), some_y = y(mask), some_sum = nl::square(some_x) + some_y;
            nl::array<T, 1> x = before;
            x(mask) = nl::square(x(mask)) + y(mask);
            CHECK(nl::all(x == expected<T>(before, mask, some_sum)));
            x = before;
            x(mask) += y(mask);
            CHECK(nl::all(x == expected<T>(before, mask, some_x + some_y)));
            x = before;
            x(mask) *= T(2);
            CHECK(nl::all(x == expected<T>(before, mask, some_x * T(2))));
            x = before;
            x(mask) = y(mask);
            CHECK(nl::all(x == expected<T>(before, mask, some_y)));
            x = before;
            x(mask) = 7;
            CHECK(nl::all(x == expected<T>(before, mask, nl::full_like(some_x, T(7)))));
        }
}

}  // namespace

TEST_CASE("an update by what the same mask selects is that of copies") {
    targets::on_every([] {
        update_through_masks<double>();
        update_through_masks<std::int8_t>();
        update_through_masks<std::complex<double>>();
    });
}

TEST_CASE("updates through masks convert as NumPy's do") {
    const nl::array<bool, 1> mask = mask_of(50, pattern::random);
    const nl::array<float, 1> f = 0.5f * counted<float>(50, 3);
    nl::array<int, 1> i = counted<int>(50, 1);
    const nl::array<int, 1> before = i;
    i(mask) = f(mask) * 3;  // assigned: the fraction is cut off
    CHECK(nl::all(i == nl::where(mask, nl::astype<int>(f * 3), before)));
    nl::array<float, 1> g = f;
    g(mask) += i(mask);
    CHECK(nl::all(g == nl::where(mask, nl::astype<float>(nl::astype<double>(f) + i), f)));
    nl::array<bool, 1> b = mask_of(50, pattern::clustered);
    const nl::array<bool, 1> all = b;
    b(mask) = f(mask) > 2;
    CHECK(nl::all(b == nl::where(mask, f > 2, all)));
}

TEST_CASE("other masks, other shapes and strides are gathered first") {
    const nl::array<bool, 1> mask = mask_of(64, pattern::random);
    nl::array<double, 1> x = counted<double>(64, 3);
    const nl::array<double, 1> before = x;
    const nl::array<double, 1> y = counted<double>(128, 5);
    const auto strided = y(nl::slice(nl::_, nl::_, 2));
    x(mask) = 2 * strided(mask) + x(mask);
    CHECK(nl::all(x == nl::where(mask, 2 * strided + before, before)));
    x = before;
    CHECK_THROWS_AS(x(mask) = x(nl::array<bool, 1>(mask & (nl::arange<int>(64) < 32))), nl::shape_error);
    nl::array<double, 2> m = nl::reshape(before, {8, 8});
    const nl::array<bool, 1> rows{true, false, true, false, false, true, false, true};
    m(rows) = 2 * m(rows);
    for (nl::index_t r = 0; r < 8; ++r)
        CHECK(nl::all(m(r) == (rows(r) ? 2.0 : 1.0) * before(nl::slice(8 * r, 8 * r + 8))));
    x = before;
    CHECK_THROWS_AS(x(mask) = y(nl::slice(0, 3)) + 1, nl::shape_error);
    // A mask of fewer axes that begins where the other does.
    const nl::array<bool, 2> whole = mask.reshape(8, 8);
    CHECK_THROWS_AS(m(whole) = m(whole[0]), nl::shape_error);
    CHECK_THROWS_AS(m(whole) += m(whole[0]) * 2.0, nl::shape_error);
    // Onto itself, a place further on.
    x = nl::arange<double>(65)(nl::slice(0, 64));
    nl::array<double, 1> all = nl::arange<double>(65);
    const nl::array<bool, 1> each = nl::ones<bool, 1>(64);
    auto back = all(nl::slice(1, 65)), front = all(nl::slice(0, 64));
    back(each) = front(each) + 100;
    CHECK(nl::all(back == x + 100));
}

#ifndef __EMSCRIPTEN__  // no threads
TEST_CASE("an update through a mask leaves the other elements to other threads") {
    const nl::index_t size = 20000;
    const nl::array<bool, 1> mask = mask_of(size, pattern::random), rest = nl::logical_not(mask);
    nl::array<std::int64_t, 1> x = nl::zeros<std::int64_t, 1>(size);
    const int rounds = 200;
    std::thread one([&] {
        for (int i = 0; i < rounds; ++i) x(mask) += 1;
    });
    for (int i = 0; i < rounds; ++i) x(rest) += 1;
    one.join();
    CHECK(nl::all(x == rounds));
}
#endif

TEST_CASE("a selection kept in a variable shows what its mask selects when it is read") {
    nl::array<bool, 1> mask{true, false, false, false};
    const nl::array<double, 1> x{1, 2, 3, 4};
    const auto selected = x(mask);
    const auto doubled = 2 * selected;
    mask(2) = mask(3) = true;
    CHECK(selected.count() == 3);
    CHECK(nl::all(nl::array<double>(selected) == nl::array<double>{1, 3, 4}));
    CHECK(nl::all(nl::array<double>(doubled) == nl::array<double>{2, 6, 8}));
    CHECK(nl::sum(doubled) == 16);
}
