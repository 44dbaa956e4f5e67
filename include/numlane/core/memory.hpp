#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>

#include "numlane/core/config.hpp"

#ifdef __linux__
#include <sys/mman.h>
#endif

// A sanitizer sees more when every block comes fresh from malloc.
#if defined(__SANITIZE_ADDRESS__)
#define NUMLANE_SANITIZED_MEMORY 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#define NUMLANE_SANITIZED_MEMORY 1
#endif
#endif
#ifndef NUMLANE_SANITIZED_MEMORY
#define NUMLANE_SANITIZED_MEMORY 0
#endif

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The alignment of the elements of every array that numlane allocates.
inline constexpr std::size_t memory_alignment = 64;
inline constexpr std::size_t huge_page_size = std::size_t{2} << 20;
/// Blocks of at least this size are mapped, so that the kernel can back them with huge pages.
#if defined(__linux__) && !NUMLANE_SANITIZED_MEMORY
inline constexpr std::size_t mapped_from = 4'000'000;
#else
inline constexpr std::size_t mapped_from = SIZE_MAX;
#endif

#ifdef __linux__
// The kernel gives huge pages only where the mapping covers an aligned 2 MB: map more than is needed, unmap both ends.
inline void* map_huge(std::size_t bytes) noexcept {
    const std::size_t padded = bytes + huge_page_size;
    void* const mapped = mmap(nullptr, padded, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED) return nullptr;
    char* const first = static_cast<char*>(mapped);
    const std::size_t misaligned = reinterpret_cast<std::uintptr_t>(mapped) % huge_page_size;
    const std::size_t head = misaligned == 0 ? 0 : huge_page_size - misaligned;
    if (head > 0) munmap(first, head);
    if (head < huge_page_size) munmap(first + head + bytes, huge_page_size - head);
    madvise(first + head, bytes, MADV_HUGEPAGE);
    return first + head;
}
#endif

/// The size that is really taken for `bytes`: whole pages for mapped blocks. Throws std::bad_alloc when out of range.
inline std::size_t block_size(std::size_t bytes) {
    if (bytes > PTRDIFF_MAX - 2 * huge_page_size) throw std::bad_alloc();
    constexpr std::size_t page = std::size_t{64} << 10;
    return bytes >= mapped_from ? (bytes + page - 1) / page * page : bytes;
}

/// A block of block_size(...) bytes, aligned as malloc aligns; throws std::bad_alloc.
inline void* allocate_block(std::size_t bytes) {
    void* block = nullptr;
#ifdef __linux__
    if (bytes >= mapped_from) block = map_huge(bytes);
    else
#endif
        block = std::malloc(bytes);
    if (block == nullptr) throw std::bad_alloc();
    return block;
}

inline void free_block(void* block, std::size_t bytes) noexcept {
#ifdef __linux__
    if (bytes >= mapped_from) {
        munmap(block, bytes);
        return;
    }
#endif
    static_cast<void>(bytes);
    std::free(block);
}

}  // namespace detail
NUMLANE_END_NAMESPACE
