#include "numlane/manip/copy.hpp"

#include "test.hpp"

TEST_CASE("copy is deep and contiguous") {
    nl::array<int, 2> a{{1, 2}, {3, 4}};
    auto b = nl::copy(a.T());
    CHECK(b.is_contiguous());
    CHECK(b(0, 1) == 3);
    b(0, 1) = 30;
    CHECK(a(1, 0) == 3);
}
