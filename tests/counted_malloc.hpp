// Counts what malloc and operator new are asked for. For programs of one file, whose malloc this replaces.
#pragma once

#include <cstddef>
#include <cstdio>
#include <cstdlib>

namespace counted {

struct requests {
    int calls = 0;
    std::size_t bytes = 0;
};
inline thread_local requests so_far;

inline void note(std::size_t bytes) {
    ++so_far.calls;
    so_far.bytes += bytes;
}

/// What f asks for.
template <class F>
requests during(const F& f) {
    const requests before = so_far;
    f();
    return {so_far.calls - before.calls, so_far.bytes - before.bytes};
}

/// Whether anything is counted at all.
inline bool works() {
    void* volatile kept = nullptr;  // lest the compiler leave out what nobody uses
    const requests of_malloc = during([&] { kept = std::malloc(100); });
    std::free(kept);
    const requests of_new = during([&] { kept = new char[100]; });
    delete[] static_cast<char*>(kept);
    if (of_malloc.calls > 0 && of_new.calls > 0) return true;
    std::puts("malloc is not counted");
    return false;
}

}  // namespace counted

extern "C" {
void* __libc_malloc(std::size_t bytes);
void* __libc_calloc(std::size_t count, std::size_t bytes);
void* __libc_realloc(void* block, std::size_t bytes);
void* __libc_memalign(std::size_t alignment, std::size_t bytes);

void* malloc(std::size_t bytes) noexcept {
    counted::note(bytes);
    return __libc_malloc(bytes);
}
void* calloc(std::size_t count, std::size_t bytes) noexcept {
    counted::note(count * bytes);
    return __libc_calloc(count, bytes);
}
void* realloc(void* block, std::size_t bytes) noexcept {
    counted::note(bytes);
    return __libc_realloc(block, bytes);
}
void* aligned_alloc(std::size_t alignment, std::size_t bytes) noexcept {
    counted::note(bytes);
    return __libc_memalign(alignment, bytes);
}
int posix_memalign(void** block, std::size_t alignment, std::size_t bytes) noexcept {
    counted::note(bytes);
    *block = __libc_memalign(alignment, bytes);
    return *block == nullptr ? 12 : 0;
}
}
