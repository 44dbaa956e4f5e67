#include "every_target.hpp"

namespace {

/// Target with one kernel, which says whose it is.
template <class Target>
struct reporting {
    template <class Name>
    struct kernel {
        static void run(const nl::kernel_args& args) {
            static_cast<std::int64_t*>(args.out)[0] = Target::bit;
            static_cast<std::int64_t*>(args.out)[1] = Target::register_bytes;
        }
    };
};

template <class List>
struct table_of_reports;
template <class... Target>
struct table_of_reports<nl::detail::target_list<Target...>>
    : nl::detail::dispatch_table<void, nl::detail::target_list<reporting<Target>...>> {};

}  // namespace

TEST_CASE("a dispatch table has the kernels of each target in its place") {
    std::int64_t last = 0;
    targets::on_every([&] {
        std::int64_t found[2];
        table_of_reports<nl::detail::compiled_list>::entry[nl::detail::active_position()](
            {found, nullptr, nullptr, 0, false});
        CHECK(nl::detail::target_name(found[0]) == std::string(nl::simd::active_target()));
        // Best first, and no target of wider registers is worse.
        CHECK((last == 0 || found[1] <= last));
        last = found[1];
    });
}
