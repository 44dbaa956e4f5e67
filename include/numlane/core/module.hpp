#pragma once

#include <atomic>
#include <cstdint>

#include "numlane/core/config.hpp"

// What the compiler and the linker know of the module, the program or shared object that this code is in: the key of its
// static objects' destructors (of the C++ ABI that g++ and clang share), and the address at which it begins.
extern "C" int __cxa_atexit(void (*function)(void*), void* argument, void* module) noexcept;
extern "C" __attribute__((visibility("hidden"))) void* __dso_handle;
#ifdef __linux__
#include <link.h>
#include <sys/auxv.h>
extern "C" __attribute__((weak, visibility("hidden"))) const ElfW(Ehdr) __ehdr_start;
#endif

// For functions that must run the copy of their own shared object, and for its data.
#define NUMLANE_MODULE_LOCAL __attribute__((visibility("hidden")))

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Has f called once when the module is unloaded, or at exit, as destructors of static objects are; `registered` is 0 until
/// then. std::atexit does not always know the module, and the guard of a static object may be left locked in a forked child.
NUMLANE_MODULE_LOCAL inline void at_module_end(std::atomic<std::uint32_t>& registered, void (*f)(void*)) {
    std::uint32_t before = 0;
    if (registered.compare_exchange_strong(before, 1)) __cxa_atexit(f, nullptr, &__dso_handle);
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
