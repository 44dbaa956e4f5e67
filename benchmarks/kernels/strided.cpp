// Operands whose memory is not contiguous along the rows of the output.
#include "kernels/operands.hpp"

namespace bench {
namespace {

const auto every_second = nl::slice(nl::_, nl::_, 2);

const rows strided{
    {"copy_transposed_f64", [](size n) { return into(out(n, n), [a = square(n, 1)](auto& o) { o = a.T(); }); }},
    {"copy_transposed_f32",
     [](size n) { return into(out<float>(n, n), [a = square<float>(n, 1)](auto& o) { o = a.T(); }); }},
    {"add_transposed_f64", [](size n) { return into(out(n, n), [a = square(n, 1)](auto& o) { o = a + a.T(); }); }},
    {"cubic_transposed_f64",
     [](size n) {
         return into(out(n, n), [a = square(n, 1)](auto& o) {
             const auto t = a.T();
             o = ((0.25 * t + 0.5) * t - 2) * t + 1;
         });
     }},
    {"symmetrize_f64",
     [](size n) { return into(out(n, n), [a = square(n, 1)](auto& o) { o = 0.5 * (a + a.T()) - 1; }); }},
    {"every_second_f64",
     [](size n) {
         return into(out(n),
                     [a = f64(2 * n, 1), b = f64(2 * n, 2)](auto& o) { o = a(every_second) + b(every_second); });
     }},
    {"reversed_f64",
     [](size n) { return into(out(n), [a = f64(n, 1)](auto& o) { o = a(nl::slice(nl::_, nl::_, -1)) * 2; }); }},
    {"gray_u8",
     [](size n) {
         return into(out<float>(n, n), [p = cube<std::uint8_t>(n, n, 3, 1, 0, 256)](auto& o) {
             o = 0.299f * p(nl::ellipsis, 0) + 0.587f * p(nl::ellipsis, 1) + 0.114f * p(nl::ellipsis, 2);
         });
     }},
    {"channels_first_f32",
     [](size n) {
         return into(nl::array<float, 3>(nl::zeros<float, 3>({3, n, n})),
                     [p = cube<float>(n, n, 3, 1)](auto& o) { o = p.transpose(2, 0, 1); });
     }},
    {"columns_f64",
     [](size n) {
         return into(out(n), [a = matrix<double>(n, 4, 1)](auto& o) {
             o = a(nl::_, 0) * a(nl::_, 1) + a(nl::_, 2) * a(nl::_, 3);
         });
     }},
};

}  // namespace
}  // namespace bench
