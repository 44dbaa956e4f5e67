#include "every_target.hpp"
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

}  // namespace

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
