#include "numlane/array/empty.hpp"

#include <cstdint>

#include "test.hpp"

TEST_CASE("empty has the shape and 64-byte alignment") {
    auto a = nl::empty<float>({5, 6});
    CHECK(a.shape() == nl::dims<>(5, 6));
    CHECK(reinterpret_cast<std::uintptr_t>(a.data()) % 64 == 0);
    CHECK(nl::empty(3).size() == 3);
    CHECK(nl::empty<int>({0}).data() == nullptr);
    const auto b = nl::empty_like(a);
    CHECK(b.shape() == a.shape());
    CHECK(b.data() != a.data());
    static_assert(std::is_same_v<decltype(nl::empty_like<int>(a)), nl::array<int>>);
    CHECK(nl::empty_like<int>(a).shape() == a.shape());
}
