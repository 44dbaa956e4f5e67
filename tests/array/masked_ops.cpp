#include "numlane/array/masked_ops.hpp"

#include <complex>

#include "test.hpp"

namespace {

template <class Op, class T, class P>
T applied(T x, P value) {
    Op::apply(x, value);
    return x;
}

using namespace numlane::detail;

}  // namespace

TEST_CASE("masked operations compute in the common dtype and wrap as NumPy's do") {
    CHECK(applied<masked_set>(std::int32_t(1), 2.75) == 2);
    CHECK(applied<masked_add>(std::int8_t(127), std::int8_t(1)) == -128);
    CHECK(applied<masked_subtract>(std::uint8_t(0), std::uint8_t(1)) == 255);
    CHECK(applied<masked_multiply>(std::uint16_t(65535), std::uint16_t(65535)) == 1);
    CHECK(applied<masked_multiply>(std::int32_t(1 << 30), std::int32_t(4)) == 0);
    CHECK(applied<masked_add>(std::int64_t(INT64_MAX), std::int64_t(1)) == INT64_MIN);
    CHECK(applied<masked_add>(1.5f, 0.25) == 1.75f);
    CHECK(applied<masked_divide>(1.0, 4.0) == 0.25);
    CHECK(applied<masked_multiply>(std::complex<float>(0, 1), std::complex<float>(0, 1)) == std::complex<float>(-1, 0));
}

TEST_CASE("masked operations on bool are logical") {
    CHECK(applied<masked_add>(false, true));
    CHECK(applied<masked_add>(true, true));
    CHECK_FALSE(applied<masked_multiply>(true, false));
    CHECK(applied<masked_multiply>(true, true));
}

TEST_CASE("what is assigned has the dtype of the array, other operands the common one") {
    static_assert(std::is_same_v<masked_operand<masked_set, float, double>, float>);
    static_assert(std::is_same_v<masked_operand<masked_add, float, double>, double>);
    static_assert(std::is_same_v<wrapping_t<std::int8_t>, unsigned>);
    static_assert(std::is_same_v<wrapping_t<std::int64_t>, std::uint64_t>);
    SUCCEED();
}
