#pragma once

#include <atomic>

#include "numlane/parallel/state.hpp"

// What the compiler and the linker know of the module, the program or shared object that this code is in: the key of its
// static objects' destructors (of the C++ ABI that g++ and clang share), and the address at which it begins.
extern "C" int __cxa_atexit(void (*function)(void*), void* argument, void* module) noexcept;
extern "C" __attribute__((visibility("hidden"))) void* __dso_handle;
#ifdef __linux__
#include <link.h>
#include <sys/auxv.h>
extern "C" __attribute__((weak, visibility("hidden"))) const ElfW(Ehdr) __ehdr_start;
#endif

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Set when the module is about to be unloaded: it may not start workers any more.
NUMLANE_MODULE_LOCAL inline constinit std::atomic<std::uint32_t> module_closing{0};
NUMLANE_MODULE_LOCAL inline constinit std::atomic<std::uint32_t> module_end_registered{0};

/// Has f called once when the module is unloaded, or at exit, as destructors of static objects are. std::atexit does not
/// always know the module, and the guard of a static object may be left locked in a forked child.
NUMLANE_MODULE_LOCAL inline void at_module_end(void (*f)(void*)) {
    if (module_end_registered.exchange(1) == 0) __cxa_atexit(f, nullptr, &__dso_handle);
}

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
