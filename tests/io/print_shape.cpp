#include "numlane/io/print_shape.hpp"

#include <iomanip>
#include <sstream>

#include "numlane/array/array.hpp"
#include "test.hpp"

namespace {

template <class Shape>
std::string printed(const Shape& shape) {
    std::ostringstream out;
    out << std::setw(30) << shape << ".";
    return out.str();
}

}  // namespace

TEST_CASE("shapes print as NumPy's tuples") {
    CHECK(printed(nl::dims<>(2, 3)) == "(2, 3).");
    CHECK(printed(nl::dims<>(3)) == "(3,).");
    CHECK(printed(nl::dims<>()) == "().");
    CHECK(printed(nl::dims<2>(2, 0)) == "(2, 0).");
    CHECK(printed(nl::dims<1>(3)) == "(3,).");
    CHECK(printed(nl::dims<0>()) == "().");
    CHECK(printed(nl::array<double>{{1, 2}, {3, 4}}.shape()) == "(2, 2).");
    CHECK(printed(nl::array<double, 1>{1, 2}.strides()) == "(1,).");
}
