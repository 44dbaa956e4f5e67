#include "every_target.hpp"
#include "operations.hpp"

TEMPLATE_TEST_CASE("products of integers and of bool on every target", "", bool, std::int8_t, std::uint8_t,
                   std::int16_t, std::uint16_t, std::int32_t, std::uint32_t, std::int64_t, std::uint64_t) {
    targets::on_every([] {
        operands::random r{7};
        operands::check_gemm_all<TestType>(r, 150);
        SUCCEED();
    });
}
