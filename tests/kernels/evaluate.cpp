#include "every_target.hpp"
#include "numlane/ufunc.hpp"

namespace {

namespace program = nl::program;

// a·c + b with a constant c.
using scaled_sum =
    program::call<nl::op::add, float,
                  program::call<nl::op::multiply, float, program::load<float, 0>, program::constant<float, 0>>,
                  program::load<float, 1>>;

}  // namespace

TEST_CASE("a kernel takes operands that advance and operands that do not, of any length") {
    alignas(64) float a[1100], same[nl::max_lanes], out[1101];
    for (int i = 0; i < 1100; ++i) a[i] = float(i);
    for (float& value : same) value = 100;
    nl::kernel_constant c;
    const float factor = 3;
    std::memcpy(c.bytes, &factor, sizeof(factor));
    targets::on_every([&] {
        const auto kernel = nl::detail::dispatch<nl::detail::evaluate_kernel<scaled_sum>>();
        for (const bool stream : {false, true}) {
            for (int count = 0; count <= 1100; count += 1 + count / 100) {
                for (float& value : out) value = -1;
                const nl::kernel_operand operands[] = {{a, 1}, {same, 0}};
                kernel({out, operands, &c, count, stream});
                for (int i = 0; i < 1101; ++i)
                    if (out[i] != (i < count ? a[i] * 3 + 100 : -1)) FAIL("element " << i << " of " << count);
            }
        }
        SUCCEED();
    });
}
