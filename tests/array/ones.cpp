#include "numlane/array/ones.hpp"

#include "test.hpp"

TEST_CASE("ones") {
    const auto a = nl::ones<std::int32_t>({2, 3});
    CHECK(a.shape() == nl::dims<>(2, 3));
    for (int x : a) CHECK(x == 1);
    CHECK(nl::ones(2)(1) == 1.0);
    CHECK(nl::ones_like(a)(1, 2) == 1);
    static_assert(std::is_same_v<decltype(nl::ones_like<float>(a)), nl::array<float>>);
    CHECK(nl::ones_like<float>(a)(1, 2) == 1);
    CHECK(nl::ones<std::complex<double>>({1})(0) == 1.0);
}
