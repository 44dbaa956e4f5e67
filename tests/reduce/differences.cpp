#include "numlane/reduce/differences.hpp"

#include "numlane/array.hpp"
#include "numlane/reduce.hpp"
#include "numlane/ufunc.hpp"
#include "test.hpp"

namespace {

template <class T>
bool same(const nl::array<T>& a, const nl::array<T>& b) {
    return a.shape() == b.shape() && nl::all(a == b);
}

}  // namespace

TEST_CASE("what stands at the ends of diff promotes as beside an operator") {
    const nl::array<std::int32_t> x{1, 4, 9, 16};
    CHECK(same(nl::diff(x, 1, -1, 0), {1, 3, 5, 7}));
    CHECK(same(nl::diff(x, 1, -1, 0.5), {0.5, 3, 5, 7}));
    CHECK(same(nl::diff(x, 1, -1, nl::_, std::complex<double>(16, 1)),
               nl::array<std::complex<double>>{3, 5, 7, std::complex<double>(0, 1)}));
    CHECK(same(nl::diff(nl::array<float>(x), 1, -1, 0.5), nl::array<float>{0.5f, 3, 5, 7}));
}

TEST_CASE("an end of shape () is a scalar") {
    const nl::array<double> x{{1, 4}, {9, 16}}, none = nl::zeros<double>({});
    CHECK(same(nl::diff(x, 1, 0, none), {{1, 4}, {8, 12}}));
    CHECK(same(nl::diff(x, 1, 1, nl::sum(x, {.axis = {0, 1}}), none), {{-29, 3, -4}, {-21, 7, -16}}));
}

TEST_CASE("no difference leaves the ends alone") {
    const nl::array<double> x{1, 4, 9};
    CHECK(same(nl::diff(x, 0, -1, 0.0, 3.0), x));
    CHECK_THROWS_AS(nl::diff(x, -1, -1, 0.0), nl::error);
    CHECK_THROWS_AS(nl::diff(x, 1, -1, nl::zeros<double>({2, 2})), nl::shape_error);
    CHECK_THROWS_AS(nl::diff(x, 0, 1, 0.0), nl::index_error);
}
