#include "numlane/linalg/einsum_subscripts.hpp"

#include "test.hpp"

namespace {

using nl::detail::einsum_subscripts;

nl::dims<> output(const char* text, const std::vector<nl::dims<>>& shapes) {
    return einsum_subscripts(text, shapes).output_shape();
}

std::string refusal(const char* text, const std::vector<nl::dims<>>& shapes) {
    try {
        const einsum_subscripts s(text, shapes);
    } catch (const nl::error& e) {
        return e.what();
    }
    return "none";
}

bool says(const std::string& message, const char* part) { return message.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("subscripts name the axes and give the shape of the result") {
    const einsum_subscripts s("ij,jk->ki", {{2, 3}, {3, 4}});
    CHECK(s.inputs == std::vector<std::string>{"ij", "jk"});
    CHECK(s.output == "ki");
    CHECK(s.extent[einsum_subscripts::code_of('j')] == 3);
    CHECK(s.output_shape() == nl::dims<>(4, 2));
    CHECK(output("ij , jk", {{2, 3}, {3, 4}}) == nl::dims<>(2, 4));
    CHECK(output("ba", {{2, 3}}) == nl::dims<>(3, 2));
    CHECK(output("ii", {{3, 3}}) == nl::dims<>());
    CHECK(output("ii->i", {{3, 3}}) == nl::dims<>(3));
    CHECK(output("ij,ij->i", {{5, 1}, {5, 4}}) == nl::dims<>(5));
    CHECK(output(",", {nl::dims<>(), nl::dims<>()}) == nl::dims<>());
}

TEST_CASE("the axes of ellipses broadcast") {
    CHECK(output("...j,j", {{7, 1, 3}, {3}}) == nl::dims<>(7, 1));
    CHECK(output("...i,...i->...", {{6, 1, 3}, {5, 3}}) == nl::dims<>(6, 5));
    CHECK(output("i...->...i", {{2, 3, 4}}) == nl::dims<>(3, 4, 2));
}

TEST_CASE("subscripts that are not right say why") {
    CHECK(says(refusal("i,j", {{2}}), "more terms than the 1 operand"));
    CHECK(says(refusal("i", {{2}, {2}}), "fewer terms than the 2 operands"));
    CHECK(says(refusal("i1", {{2, 2}}), "'1' is not a letter"));
    CHECK(says(refusal("i..", {{2, 2}}), "not part of an ellipsis"));
    CHECK(says(refusal("ij->ii", {{2, 2}}), "its output has 'i' twice"));
    CHECK(says(refusal("ij->k", {{2, 2}}), "'k', which no input has"));
    CHECK(says(refusal("...i->i", {{2, 2}}), "lacks the ellipsis"));
    CHECK(says(refusal("ijk", {{2, 2}}), "too few axes"));
    CHECK(says(refusal("i", {{2, 2}}), "there is no ellipsis"));
    CHECK(says(refusal("ii", {{2, 3}}), "sizes 2 and 3"));
    CHECK(
        refusal("ij,jk", {{2, 3}, {4, 5}}) ==
        "einsum: the subscripts \"ij,jk\" do not fit operands 0 and 1 of shapes (2, 3) and (4, 5): the sizes of their "
        "axes 'j', 3 and 4, must be equal or 1");
    CHECK(says(refusal("ij,ij,ij", {{2, 1}, {2, 6}, {2, 7}}),
               "operands 1 and 2 of shapes (2, 6) and (2, 7): the sizes of their axes 'j', 6 and 7"));
    CHECK(says(refusal("...i,...i", {{4, 2, 3}, {5, 1, 3}}),
               "operands 0 and 1 of shapes (4, 2, 3) and (5, 1, 3): the sizes of an axis of their ellipses, 4 and 5"));
}
