#pragma once

#include <atomic>

#ifdef __linux__
#include <link.h>
#include <sys/auxv.h>

// The linker's name for the start of the program or shared object that this code is in.
extern "C" __attribute__((weak, visibility("hidden"))) const ElfW(Ehdr) __ehdr_start;
#endif

#include "numlane/parallel/state.hpp"

// The module is the program or shared object that this code is in: each has its own copy of what is module-local.
NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Set once stop_workers() will be called at the end of the module.
NUMLANE_MODULE_LOCAL inline constinit std::atomic<bool> module_stops_workers{false};
/// Set when the module is about to be unloaded: it may not start workers any more.
NUMLANE_MODULE_LOCAL inline constinit std::atomic<bool> module_closing{false};

NUMLANE_MODULE_LOCAL inline bool in_main_program() {
#ifdef __linux__
    const auto* header = &__ehdr_start;
    return header != nullptr && getauxval(AT_PHDR) == reinterpret_cast<ElfW(Addr)>(header) + header->e_phoff;
#else
    return false;
#endif
}

}  // namespace detail
NUMLANE_END_NAMESPACE
