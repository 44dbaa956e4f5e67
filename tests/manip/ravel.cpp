#include "numlane/manip/ravel.hpp"

#include "test.hpp"

TEST_CASE("ravel") {
    nl::array<int, 2> a{{1, 2}, {3, 4}};
    CHECK(nl::ravel(a).data() == a.data());
    CHECK(nl::ravel(a.T())(1) == 3);
    const auto& constant = a;
    static_assert(std::is_same_v<decltype(nl::ravel(constant)), nl::view<const int, 1>>);
}
