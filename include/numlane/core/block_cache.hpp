#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

#include "numlane/core/memory.hpp"
#include "numlane/core/memory_keeping.hpp"

#ifdef __linux__
#include <unistd.h>
#endif

// The state stands outside the inline namespace of the compiler flags: the process has one cache, and plain data
// compiled with any flags is the same. It is never destroyed, so arrays may be freed at any time during exit. Small blocks
// have a cache of their own, in which many of them cannot drive out the large ones.
namespace numlane::process {

/// Freed blocks, the oldest first. `busy` is only ever tried: whoever finds it taken does without the cache, so a child
/// that was forked while another thread held it cannot hang.
struct block_cache {
    static constexpr int capacity = 16;
    struct entry {
        void* block;
        std::size_t bytes;
    };

    std::atomic<std::uint32_t> busy{0};  // of a word, because riscv64 has no exchange of bytes
    int count = 0;
    std::size_t total = 0;
    std::size_t limit = 0;
    entry entries[capacity] = {};
};

inline constinit block_cache freed_blocks{};
inline constinit block_cache freed_small_blocks{};

}  // namespace numlane::process

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Smaller blocks are left to malloc, which keeps them without the help of a cache: glibc gives the end of its heap back to
/// the system, page by page to be faulted in again, only when more than 128 KB are free there.
inline constexpr std::size_t cached_from = std::size_t{32} << 10;
inline constexpr std::size_t large_from = std::size_t{256} << 10;

inline process::block_cache& cache_of(std::size_t bytes) noexcept {
    return bytes < large_from ? process::freed_small_blocks : process::freed_blocks;
}

/// The most bytes the cache may hold: 512 MB, or a quarter of the memory or a sixteenth of the addresses if that is less.
inline std::size_t cache_limit() noexcept {
    constexpr std::size_t half_giga = std::size_t{512} << 20;
    constexpr std::size_t most = SIZE_MAX / 16 < half_giga ? SIZE_MAX / 16 : half_giga;
#ifdef __linux__
    const long pages = sysconf(_SC_PHYS_PAGES);
    const long page = sysconf(_SC_PAGESIZE);
    if (pages > 0 && page > 0) {
        const std::uint64_t quarter = static_cast<std::uint64_t>(pages) / 4 * static_cast<std::uint64_t>(page);
        return quarter < most ? static_cast<std::size_t>(quarter) : most;
    }
#endif
    return most;
}

inline void remove_entry(process::block_cache& cache, int at) noexcept {
    cache.total -= cache.entries[at].bytes;
    --cache.count;
    for (int i = at; i < cache.count; ++i) cache.entries[i] = cache.entries[i + 1];
}

/// The smallest block of at least `bytes` that wastes at most a quarter, removed from the cache; null if there is none.
/// `bytes` becomes its size.
inline void* take_block(process::block_cache& cache, std::size_t& bytes) noexcept {
    if (cache.busy.exchange(1, std::memory_order_acquire) != 0) return nullptr;
    int best = -1;
    for (int i = 0; i < cache.count; ++i) {
        const std::size_t have = cache.entries[i].bytes;
        const bool fits = have >= bytes && have - bytes <= bytes / 4;
        if (fits && (best < 0 || have <= cache.entries[best].bytes)) best = i;
    }
    void* block = nullptr;
    if (best >= 0) {
        block = cache.entries[best].block;
        bytes = cache.entries[best].bytes;
        remove_entry(cache, best);
    }
    cache.busy.store(0, std::memory_order_release);
    return block;
}

/// Puts a block into the cache and frees the oldest ones that no longer fit.
inline void put_block(process::block_cache& cache, void* block, std::size_t bytes) noexcept {
    if (cache.busy.exchange(1, std::memory_order_acquire) != 0) {
        free_block(block, bytes);
        return;
    }
    if (cache.limit == 0) cache.limit = cache_limit();
    process::block_cache::entry evicted[process::block_cache::capacity + 1];
    int evictions = 0;
    if (bytes > cache.limit) {
        evicted[evictions++] = {block, bytes};
    } else {
        while (cache.count == process::block_cache::capacity || cache.total > cache.limit - bytes) {
            evicted[evictions++] = cache.entries[0];
            remove_entry(cache, 0);
        }
        cache.entries[cache.count++] = {block, bytes};
        cache.total += bytes;
    }
    cache.busy.store(0, std::memory_order_release);
    // Unmapping takes long: not while the cache is held.
    for (int i = 0; i < evictions; ++i) free_block(evicted[i].block, evicted[i].bytes);
}

/// A block of at least `bytes`, a block_size(...), from the cache if that has one; `bytes` becomes its size. Throws
/// std::bad_alloc.
inline void* obtain_block(std::size_t& bytes) {
    if (bytes >= cached_from && !NUMLANE_SANITIZED_MEMORY) {
        if (void* cached = take_block(cache_of(bytes), bytes)) return cached;
    }
    return allocate_block(bytes);
}

/// Frees what a cache keeps.
inline void empty_cache(process::block_cache& cache) noexcept {
    if (cache.busy.exchange(1, std::memory_order_acquire) != 0) return;
    process::block_cache::entry freed[process::block_cache::capacity];
    const int count = cache.count;
    for (int i = 0; i < count; ++i) freed[i] = cache.entries[i];
    cache.count = 0;
    cache.total = 0;
    cache.busy.store(0, std::memory_order_release);
    for (int i = 0; i < count; ++i) free_block(freed[i].block, freed[i].bytes);
}

NUMLANE_MODULE_LOCAL inline constinit std::atomic<std::uint32_t> module_keeps_blocks{not_begun};

NUMLANE_MODULE_LOCAL inline void stop_keeping_blocks(void*) {
    module_keeps_blocks.store(ended);
    empty_cache(process::freed_small_blocks);
    empty_cache(process::freed_blocks);
}

/// Keeps a block of that size for the next one, or frees it.
inline void return_block(void* block, std::size_t bytes) noexcept {
    const bool worth_it = bytes >= cached_from && !NUMLANE_SANITIZED_MEMORY;
    if (worth_it && may_keep_memory(module_keeps_blocks, stop_keeping_blocks)) put_block(cache_of(bytes), block, bytes);
    else free_block(block, bytes);
}

}  // namespace detail

/// Gives the memory that numlane keeps for reuse back to the system: that of freed arrays, and of large matrices that
/// factorizations worked in.
inline void release_cached_memory() noexcept {
    detail::empty_cache(process::freed_small_blocks);
    detail::empty_cache(process::freed_blocks);
}

NUMLANE_END_NAMESPACE
