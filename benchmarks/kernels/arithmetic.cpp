// One operation, into an array that exists.
#include "kernels/operands.hpp"

namespace bench {
namespace {

using complex = std::complex<double>;

const rows arithmetic{
    {"add_f64", [](size n) { return into(out(n), [a = f64(n, 1), b = f64(n, 2)](auto& o) { o = a + b; }); }},
    {"add_f32", [](size n) { return into(out<float>(n), [a = f32(n, 1), b = f32(n, 2)](auto& o) { o = a + b; }); }},
    {"add_u8",
     [](size n) {
         return into(out<std::uint8_t>(n), [a = data<std::uint8_t>(n, 1, 0, 256),
                                            b = data<std::uint8_t>(n, 2, 0, 256)](auto& o) { o = a + b; });
     }},
    {"add_new_f64",
     [](size n) { return fresh([a = f64(n, 1), b = f64(n, 2)] { return nl::array<double, 1>(a + b); }); }},
    {"add_in_place_f64", [](size n) { return into(out(n), [a = f64(n, 1)](auto& o) { o += a; }); }},
    {"add_i32_f64", [](size n) { return into(out(n), [a = i32(n, 1), b = f64(n, 2)](auto& o) { o = a + b; }); }},
    {"scale_f64", [](size n) { return into(out(n), [a = f64(n, 1)](auto& o) { o = a * 1.5; }); }},
    {"multiply_i32",
     [](size n) { return into(out<std::int32_t>(n), [a = i32(n, 1), b = i32(n, 2)](auto& o) { o = a * b; }); }},
    {"multiply_i64",
     [](size n) {
         return into(out<std::int64_t>(n), [a = data<std::int64_t>(n, 1, -100, 100),
                                            b = data<std::int64_t>(n, 2, -100, 100)](auto& o) { o = a * b; });
     }},
    {"divide_f64", [](size n) { return into(out(n), [a = f64(n, 1), b = f64(n, 2, 1, 2)](auto& o) { o = a / b; }); }},
    {"floor_divide_i32",
     [](size n) {
         return into(out<std::int32_t>(n),
                     [a = i32(n, 1), b = i32(n, 2, 1, 50)](auto& o) { o = nl::floor_divide(a, b); });
     }},
    {"remainder_f64",
     [](size n) { return into(out(n), [a = f64(n, 1), b = f64(n, 2, 1, 2)](auto& o) { o = a % b; }); }},
    {"multiply_c128",
     [](size n) {
         return into(out<complex>(n), [a = data<complex>(n, 1), b = data<complex>(n, 2)](auto& o) { o = a * b; });
     }},
    {"absolute_c128", [](size n) { return into(out(n), [a = data<complex>(n, 1)](auto& o) { o = nl::abs(a); }); }},
    {"and_bool", [](size n) { return into(out<bool>(n), [a = flags(n, 1), b = flags(n, 2)](auto& o) { o = a & b; }); }},
    {"shift_i32", [](size n) { return into(out<std::int32_t>(n), [a = i32(n, 1)](auto& o) { o = a << 3; }); }},
    {"astype_f64_u8", [](size n) { return into(out<std::uint8_t>(n), [a = f64(n, 1, 0, 256)](auto& o) { o = a; }); }},
    {"astype_f64_f32", [](size n) { return into(out<float>(n), [a = f64(n, 1)](auto& o) { o = a; }); }},
    {"astype_i32_f64", [](size n) { return into(out(n), [a = i32(n, 1)](auto& o) { o = a; }); }},
};

}  // namespace
}  // namespace bench
