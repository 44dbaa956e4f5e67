#include "numlane/io/print.hpp"

#include <complex>
#include <iomanip>
#include <limits>
#include <numeric>
#include <sstream>

#include "test.hpp"

namespace {

// The least that array/ asks of an expression: 0, 1, 2, ...
struct counting {
    using value_type = double;
    using lazy_tag = void;
    static constexpr int rank = 1;
    nl::dims<1> shape() const { return nl::dims<1>(3); }
    template <nl::array_like Out>
    void assign_to(Out& out) const {
        using T = typename Out::value_type;
        for (nl::index_t i = 0; i < 3; ++i) out.data()[i * out.strides()[0]] = static_cast<T>(i);
    }
};

}  // namespace

TEST_CASE("an array prints as NumPy's repr") {
    std::ostringstream out;
    out << nl::array<double>{{1, 2}, {3, 4}} << "; " << nl::array<float, 1>{1, 2.5f};
    CHECK(out.str() == "array([[1., 2.],\n       [3., 4.]]); array([1. , 2.5], dtype=float32)");
}

TEST_CASE("printing an array uses up the width, so that what follows is not padded") {
    std::ostringstream out;
    out << std::setw(40) << nl::array<double>{1, 2} << "x";
    CHECK(out.str() == "array([1., 2.])x");
}

TEST_CASE("the dtype is printed unless Python's numbers have it") {
    CHECK(nl::array_repr(nl::array<std::int64_t>{1, -20}) == "array([  1, -20])");
    CHECK(nl::array_repr(nl::array<std::int8_t>{1, -20}) == "array([  1, -20], dtype=int8)");
    CHECK(nl::array_repr(nl::array<bool>{true, false}) == "array([ True, False])");
    const std::complex<double> c[] = {{1.5, -2}, {-3, 0.25}};
    CHECK(nl::array_repr(nl::array<std::complex<double>>(c, nl::dims<>(2))) == "array([ 1.5-2.j  , -3. +0.25j])");
    CHECK(nl::array_repr(nl::array<std::uint64_t>{UINT64_MAX}) == "array([18446744073709551615], dtype=uint64)");
}

TEST_CASE("arrays without axes and without elements print as in NumPy") {
    const double five = 5;
    const bool yes = true;
    CHECK(nl::array_repr(nl::array<double>(&five, nl::dims<>())) == "array(5.)");
    CHECK(nl::array_repr(nl::array<bool, 0>(&yes, nl::dims<0>())) == "array(True)");
    CHECK(nl::array_repr(nl::array<double>()) == "array([], dtype=float64)");
    CHECK(nl::array_repr(nl::array<float, 2>(nl::detail::zeroed{}, nl::dims<2>(0, 3))) ==
          "array([], shape=(0, 3), dtype=float32)");
}

TEST_CASE("a view prints its elements") {
    const double values[] = {1, 2, 3, 4, 5, 6};
    nl::array<double, 2> a(values, nl::dims<2>(2, 3));
    CHECK(nl::array_repr(a.transpose()) == "array([[1., 4.],\n       [2., 5.],\n       [3., 6.]])");
    const nl::view<const double, 1> every_other(a.data() + 5, nl::dims<1>(3), nl::dims<1>(-2));
    CHECK(nl::array_repr(every_other) == "array([6., 4., 2.])");
    CHECK(nl::array_repr(a(nl::array<bool, 2>{{false, true, false}, {true, false, true}})) == "array([2., 4., 6.])");
}

TEST_CASE("an expression is evaluated and prints its values") {
    std::ostringstream out;
    using nl::operator<<;
    out << counting();
    CHECK(out.str() == "array([0., 1., 2.])");
}

TEST_CASE("long arrays are summarised and long rows are broken") {
    nl::array<std::int64_t, 1> a(nl::detail::uninitialized{}, nl::dims<1>(1001));
    std::iota(a.begin(), a.end(), 0);
    CHECK(nl::array_repr(a) == "array([   0,    1,    2, ...,  998,  999, 1000])");
    nl::array<std::int32_t, 1> b(nl::detail::uninitialized{}, nl::dims<1>(20));
    std::iota(b.begin(), b.end(), 0);
    CHECK(nl::array_repr(b) == "array([ 0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11, 12, 13, 14, 15, 16,\n"
                               "       17, 18, 19], dtype=int32)");
}
