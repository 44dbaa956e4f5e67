// matmul of integers, bool and two dtypes: NumPy's bits in every layout.
#include "products.hpp"

using namespace products;

TEMPLATE_TEST_CASE("matmul of integers and bool is NumPy's", "", bool, std::int8_t, std::int32_t, std::uint64_t) {
    check_matmul<TestType, TestType>();
    targets::on_every([] { check_matmul<TestType, TestType>(7); });
}

TEST_CASE("matmul of two dtypes is NumPy's") {
    check_matmul<std::int32_t, double>(7);
    check_matmul<float, std::complex<double>>(7);
    check_matmul<bool, std::int8_t>(7);
    check_matmul<std::int64_t, float>(7);
}
