#include "every_target.hpp"
#include "numlane/manip.hpp"
#include "numlane/reduce.hpp"
#include "numlane/ufunc.hpp"

// An array that occurs several times is loaded once; the same expression of equal copies takes the general kernel.
namespace {

template <class T>
void same_bits_as_of_copies(nl::index_t n) {
    nl::array<T, 1> a = nl::empty<T, 1>({n});
    for (nl::index_t i = 0; i < n; ++i) a(i) = T(nl::real_t<T>(i % 17) - nl::real_t<T>(7.25));
    const nl::array<T, 1> b = a, c = a;
    nl::array<T, 1> once = nl::zeros<T, 1>({n}), thrice = nl::zeros<T, 1>({n});
    once = ((a * 2 + 1) * a - 2) * a + 1;
    thrice = ((a * 2 + 1) * b - 2) * c + 1;
    REQUIRE(nl::all(once == thrice));
    nl::array<T, 1> in_place = a;
    in_place = ((in_place * 2 + 1) * in_place - 2) * in_place + 1;
    REQUIRE(nl::all(in_place == thrice));
}

/// A cubic of x equals that of x and its copies, written into `once`, which is changed.
template <class X, class Out>
void same_as_of_copies(const X& x, Out once) {
    const nl::array<double> y = x, z = x;
    const nl::array<double> thrice = nl::broadcast_to(((x * 2 + 1) * y - 2) * z + 1, once.shape());
    once = ((x * 2 + 1) * x - 2) * x + 1;
    REQUIRE(nl::all(once == thrice));
}

}  // namespace

TEST_CASE("an expression of one array equals that of its copies, however the array lies") {
    targets::on_every([] {
        for (const nl::index_t n : {1, 3, 16, 40, 300}) {
            INFO(n << " by " << n + 3 << " elements");
            nl::array<double, 2> a = nl::reshape(nl::linspace<double>(-4, 3, n * (n + 3)), {n, n + 3});
            nl::array<double, 2> out = nl::zeros<double, 2>({n, n + 3}), turned = nl::zeros<double, 2>({n + 3, n});
            const nl::slice all(nl::_, nl::_), other(nl::_, nl::_, 2), back(nl::_, nl::_, -1);
            same_as_of_copies(a, out(nl::_, nl::_));
            same_as_of_copies(a.T(), turned(nl::_, nl::_));
            same_as_of_copies(a(all, other), out(all, other));
            same_as_of_copies(a(back, back), out(all, all));
            same_as_of_copies(a[0], out(all, all));
            same_as_of_copies(a(all, nl::slice(0, 1)), out(all, all));
            same_as_of_copies(a, a(nl::_, nl::_));
            same_as_of_copies(a, a(back, all));  // written where it is read: through a temporary
        }
    });
}

TEST_CASE("arrays that only begin at the same element are not one") {
    targets::on_every([] {
        const nl::index_t n = 300;
        const nl::array<double, 2> a = nl::reshape(nl::linspace<double>(-4, 3, n * n), {n, n});
        const auto row = a[0], column = a(nl::_, 0), other = a(0, nl::slice(nl::_, nl::_, 1));
        const nl::array<double, 1> own_row = row, own_column = column;
        const nl::array<double, 2> own = a;
        const auto down = [](const auto& v) { return v(nl::_, nl::newaxis); };
        const nl::array<double> turned = a * a.T() + a, expected = a * nl::array<double>(own.T()) + own;
        REQUIRE(nl::all(turned == expected));
        const nl::array<double> mixed = row * column + other, mixed_expected = own_row * own_column + own_row;
        REQUIRE(nl::all(mixed == mixed_expected));
        const nl::array<double> crossed = down(row) * row + row, crossed_expected = down(own_row) * own_row + own_row;
        REQUIRE(nl::all(crossed == crossed_expected));
    });
}

TEST_CASE("an expression of one array equals that of its copies, for every size") {
    targets::on_every([] {
        for (const nl::index_t n : {0, 1, 3, 8, 15, 16, 17, 63, 64, 65, 200, 1000}) {
            INFO(n << " elements");
            same_bits_as_of_copies<double>(n);
            same_bits_as_of_copies<float>(n);
            same_bits_as_of_copies<std::int16_t>(n);
            same_bits_as_of_copies<std::complex<float>>(n);
        }
    });
}

TEST_CASE("a mask that occurs several times is one mask") {
    targets::on_every([] {
        nl::array<bool, 1> m = nl::zeros<bool, 1>({100});
        for (nl::index_t i = 0; i < 100; i += 3) m(i) = true;
        nl::array<bool, 1> out = nl::zeros<bool, 1>({100});
        out = (m & m) | m;
        REQUIRE(nl::all(out == m));
        out = (m ^ m) & m;
        REQUIRE(!nl::any(out));
    });
}
