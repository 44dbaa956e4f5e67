#include "every_target.hpp"

namespace {

struct report {
    template <class Target>
    struct in {
        static void run(const nl::kernel_args& args) {
            static_cast<std::int64_t*>(args.out)[0] = Target::bit;
            static_cast<std::int64_t*>(args.out)[1] = Target::register_bytes;
        }
    };
};

}  // namespace

TEST_CASE("a dispatch table has the kernels of each target in its place") {
    std::int64_t last = 0;
    targets::on_every([&] {
        std::int64_t found[2];
        nl::detail::dispatch<report>()({found, nullptr, nullptr, 0, false});
        CHECK(nl::detail::target_name(found[0]) == std::string(nl::simd::active_target()));
        // Best first, and no target of wider registers is worse.
        CHECK((last == 0 || found[1] <= last));
        last = found[1];
    });
}
