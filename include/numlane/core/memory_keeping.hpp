#pragma once

#include "numlane/core/module.hpp"

// Memory that is freed may be kept for later, until the end of the module. What a shared object keeps would be lost when it
// is unloaded, if it has caches of its own: the linker does not always join them with those of the program.
NUMLANE_BEGIN_NAMESPACE
namespace detail {

enum memory_keeping : std::uint32_t { not_begun, keeps, ended };

/// Whether freed memory may be kept now. `end`, which must end_keeping() and free what was kept, runs at the module's end.
NUMLANE_MODULE_LOCAL inline bool may_keep_memory(std::atomic<std::uint32_t>& keeping, void (*end)(void*)) noexcept {
    const std::uint32_t now = keeping.load(std::memory_order_relaxed);
    if (now != not_begun) return now == keeps;
    if (in_main_program()) keeping.store(keeps, std::memory_order_relaxed);
    else at_module_end(keeping, end);  // makes it `keeps`
    return true;
}

}  // namespace detail
NUMLANE_END_NAMESPACE
