#include "numlane/reduce/chunks.hpp"

#include <string>
#include <vector>

#include "test.hpp"

TEST_CASE("values are combined in a tree that depends on their number alone") {
    const auto join = [](const std::string& a, const std::string& b) { return "(" + a + b + ")"; };
    const auto tree = [&](int count) {
        std::vector<std::string> letters{"a", "b", "c", "d", "e", "f", "g"};
        return nl::detail::combine_tree(letters.data(), count, join);
    };
    CHECK(tree(1) == "a");
    CHECK(tree(2) == "(ab)");
    CHECK(tree(3) == "((ab)c)");
    CHECK(tree(4) == "((ab)(cd))");
    CHECK(tree(5) == "(((ab)(cd))e)");
    CHECK(tree(6) == "(((ab)(cd))(ef))");
    CHECK(tree(7) == "(((ab)(cd))((ef)g))");
}
