#include "oracle/case.hpp"

namespace {

template <class A, class B, class F>
void check_in_place(const std::string& name, const F& update) {
    const std::string one = nl::dtype_name<A>(), other = nl::dtype_name<B>();
    const auto a = oracle::read<A>("a." + one);
    const auto b = oracle::read<B>("b." + other);
    const auto expected = oracle::read<A>("in_place_" + name + "." + one + "." + other);
    targets::on_every([&] {
        nl::array<A> x = a;
        update(x, b);
        oracle::check_same(x, expected, name);
        auto v = oracle::scattered(a);
        update(v, oracle::scattered(b));
        oracle::check_same(nl::array<A>(v), expected, name + ", scattered");
    });
}

}  // namespace

TEST_CASE("in-place operators keep the dtype of the array") {
    using c64 = std::complex<float>;
    check_in_place<std::int8_t, std::int32_t>("add", [](auto& a, const auto& b) { a += b; });
    check_in_place<float, double>("subtract", [](auto& a, const auto& b) { a -= b; });
    check_in_place<std::int16_t, std::int16_t>("multiply", [](auto& a, const auto& b) { a *= b; });
    check_in_place<float, std::int32_t>("divide", [](auto& a, const auto& b) { a /= b; });
    check_in_place<c64, float>("divide", [](auto& a, const auto& b) { a /= b; });
    check_in_place<std::int64_t, std::int8_t>("remainder", [](auto& a, const auto& b) { a %= b; });
    check_in_place<std::uint8_t, std::uint8_t>("bitwise_and", [](auto& a, const auto& b) { a &= b; });
    check_in_place<bool, bool>("bitwise_or", [](auto& a, const auto& b) { a |= b; });
    check_in_place<std::int32_t, bool>("bitwise_xor", [](auto& a, const auto& b) { a ^= b; });
    check_in_place<std::int32_t, std::int32_t>("left_shift", [](auto& a, const auto& b) { a <<= b; });
    check_in_place<std::int16_t, std::int8_t>("right_shift", [](auto& a, const auto& b) { a >>= b; });
}
