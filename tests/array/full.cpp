#include "numlane/array/full.hpp"

#include "test.hpp"

TEST_CASE("full takes its dtype from the value unless told") {
    const auto a = nl::full({2, 2}, 7);
    static_assert(std::is_same_v<decltype(a)::value_type, std::int64_t>);
    for (auto x : a) CHECK(x == 7);
    static_assert(std::is_same_v<decltype(nl::full(3, 1.5f))::value_type, float>);
    static_assert(std::is_same_v<decltype(nl::full(3, true))::value_type, bool>);
    const auto b = nl::full<float>({3}, 2);
    static_assert(std::is_same_v<decltype(b)::value_type, float>);
    CHECK(b(2) == 2.0f);
    const auto c = nl::full_like(b, 9.5);
    static_assert(std::is_same_v<decltype(c)::value_type, float>);
    CHECK(c(0) == 9.5f);
    const auto d = nl::full_like<int>(b, 3);
    static_assert(std::is_same_v<decltype(d)::value_type, int>);
    CHECK(d(2) == 3);
}
