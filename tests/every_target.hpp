#pragma once

#include "running_target.hpp"
#include "test.hpp"

namespace targets {

/// Calls test() once for each supported target with that target active; fails if the kernels do not switch with it.
template <class Test>
void on_every(const Test& test) {
    const auto supported = nl::simd::supported_targets();
    for (const char* const name : supported) {
        nl::simd::set_target(name);
        INFO("target " << name);
        REQUIRE(nl::simd::active_target() == std::string(name));
        REQUIRE(running() == name);
        test();
    }
    nl::simd::set_target(supported[0]);
}

}  // namespace targets
