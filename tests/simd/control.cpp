#include "numlane/simd/control.hpp"

#include "every_target.hpp"

namespace {

bool contains(const nl::simd::target_names& names, const std::string& name) {
    for (const char* const n : names)
        if (n == name) return true;
    return false;
}

}  // namespace

TEST_CASE("set_target switches the kernels of the process, down and up again") {
    const auto supported = nl::simd::supported_targets();
    REQUIRE(supported.size() >= 1);
    for (int i = supported.size() - 1; i >= 0; --i) {
        nl::simd::set_target(supported[i]);
        CHECK(nl::simd::active_target() == std::string(supported[i]));
        CHECK(targets::running() == supported[i]);
    }
    targets::on_every([] {});
    CHECK(targets::running() == supported[0]);
}

TEST_CASE("supported targets are compiled ones") {
    const auto compiled = nl::simd::compiled_targets();
    for (const char* const name : nl::simd::supported_targets()) CHECK(contains(compiled, name));
    CHECK(contains(nl::simd::supported_targets(), nl::simd::active_target()));
}

TEST_CASE("set_target refuses unknown names, and lists the choices") {
    const std::string before = nl::simd::active_target();
    for (const std::string name : {"AVX9", "", "avx2", "AVX", "AVX2 "}) {
        try {
            nl::simd::set_target(name);
            FAIL("no error");
        } catch (const nl::error& e) {
            const std::string what = e.what();
            INFO(what);
            CHECK(what.find("set_target: no target \"" + name + "\"") == 0);
            for (const char* const choice : nl::simd::supported_targets())
                CHECK(what.find(choice) != std::string::npos);
        }
    }
    CHECK(nl::simd::active_target() == before);
}
