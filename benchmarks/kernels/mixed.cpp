// Fused expressions of other dtypes, and of several.
#include "kernels/operands.hpp"

namespace bench {
namespace {

using complex = std::complex<double>;

const rows mixed{
    {"mixed_i32_f64",
     [](size n) { return into(out(n), [i = i32(n, 1), x = f64(n, 2)](auto& o) { o = i * 0.5 + x; }); }},
    {"mixed_f32_f64", [](size n) { return into(out(n), [f = f32(n, 1), x = f64(n, 2)](auto& o) { o = f * x + f; }); }},
    {"mixed_u8_f32",
     [](size n) {
         return into(out<float>(n),
                     [u = data<std::uint8_t>(n, 1, 0, 256), x = f32(n, 2)](auto& o) { o = x * u - 0.5f * x; });
     }},
    {"polynomial_i32",
     [](size n) {
         return into(out<std::int32_t>(n), [a = i32(n, 1), b = i32(n, 2)](auto& o) { o = a * a + 3 * b - 7; });
     }},
    {"blend_u8",
     [](size n) {
         using u8 = std::uint8_t;
         return into(out<u8>(n), [a = data<u8>(n, 1, 0, 256), b = data<u8>(n, 2, 0, 256),
                                  m = data<u8>(n, 3, 0, 256)](auto& o) { o = (a & m) | (b & ~m); });
     }},
    {"logic_bool",
     [](size n) {
         return into(out<bool>(n), [a = flags(n, 1), b = flags(n, 2), c = flags(n, 3)](auto& o) { o = (a & ~b) | c; });
     }},
    {"rotate_c128",
     [](size n) {
         return into(out<complex>(n),
                     [a = data<complex>(n, 1), b = data<complex>(n, 2)](auto& o) { o = a * b + nl::conj(a); });
     }},
    {"power_c64",
     [](size n) {
         using c64 = std::complex<float>;
         return into(out<c64>(n), [a = data<c64>(n, 1)](auto& o) { o = a * a * a - 1.0f; });
     }},
};

}  // namespace
}  // namespace bench
