#pragma once

#include <atomic>
#include <cstring>
#include <new>
#include <type_traits>
#include <utility>

#include "numlane/core/block_cache.hpp"

#if defined(__has_include)
#if __has_include(<sys/single_threaded.h>)
#include <sys/single_threaded.h>
#define NUMLANE_SINGLE_THREADED __libc_single_threaded
#endif
#endif
#ifndef NUMLANE_SINGLE_THREADED
#define NUMLANE_SINGLE_THREADED false
#endif

NUMLANE_BEGIN_NAMESPACE

/// The memory of arrays, shared by reference count. A handle is one pointer; the count stands in the block it counts.
class storage {
    struct block {
        std::atomic<std::size_t> references;
        void (*dispose)(block*) noexcept;
        void* base;
        std::size_t bytes;
    };

    template <class Owner>
    struct borrowed : block {
        explicit borrowed(Owner&& o) : block{1, &dispose_borrowed<Owner>, nullptr, 0}, owner(std::move(o)) {}
        Owner owner;
    };

public:
    storage() noexcept = default;
    storage(const storage& other) noexcept : block_(other.block_) { retain(); }
    storage(storage&& other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
    storage& operator=(storage other) noexcept {
        std::swap(block_, other.block_);
        return *this;
    }
    NUMLANE_INLINE ~storage() { release(); }

    /// Memory for `bytes` bytes, not initialised, aligned to 64 bytes; throws std::bad_alloc.
    static storage allocate(std::size_t bytes);

    /// As allocate, filled with zeros. Large blocks come fresh from the system, which zeroes a page when it is touched.
    static storage allocate_zeroed(std::size_t bytes) {
        const std::size_t size = block_size(bytes);
        if (size >= detail::mapped_from) return make(detail::allocate_block(size), size);
        storage result = allocate(bytes);
        std::memset(result.data(), 0, bytes);
        return result;
    }

    /// Keeps `owner` (a std::shared_ptr, a std::vector, ...) alive for as long as any handle lives, and tells where it
    /// is kept; data() is not usable.
    template <class Owner>
    static storage borrow(Owner owner, Owner** kept = nullptr) {
        auto* const b = new borrowed<Owner>(std::move(owner));
        if (kept != nullptr) *kept = &b->owner;
        return storage(b);
    }

    /// The start of allocated memory.
    void* data() const noexcept { return block_ + 1; }

    explicit operator bool() const noexcept { return block_ != nullptr; }

    /// The number of handles that share this memory; 0 if there is none.
    std::size_t use_count() const noexcept {
        return block_ == nullptr ? 0 : block_->references.load(std::memory_order_relaxed);
    }

    /// True if both handles share the same memory.
    friend bool operator==(const storage& a, const storage& b) noexcept { return a.block_ == b.block_; }

private:
    explicit storage(block* b) noexcept : block_(b) {}

    static constexpr std::size_t overhead = sizeof(block) + detail::memory_alignment;

    static std::size_t block_size(std::size_t bytes) {
        return detail::block_size(bytes <= SIZE_MAX - overhead ? bytes + overhead : SIZE_MAX);
    }

    // The count stands directly before the first 64-byte boundary that leaves room for it.
    static storage make(void* base, std::size_t bytes) noexcept {
        constexpr std::uintptr_t align = detail::memory_alignment;
        const std::uintptr_t address = reinterpret_cast<std::uintptr_t>(base);
        const std::uintptr_t data = (address + sizeof(block) + align - 1) / align * align;
        char* const place = static_cast<char*>(base) + (data - address - sizeof(block));
        return storage(new (place) block{1, &dispose_memory, base, bytes});
    }

    static void dispose_memory(block* b) noexcept;

    template <class Owner>
    static void dispose_borrowed(block* b) noexcept {
        delete static_cast<borrowed<Owner>*>(b);
    }

    // Locked instructions cost more than all else about a small array; one thread needs none.
    void retain() noexcept {
        if (block_ == nullptr) return;
        if (NUMLANE_SINGLE_THREADED) {
            block_->references.store(block_->references.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
        } else {
            block_->references.fetch_add(1, std::memory_order_relaxed);
        }
    }

    // The address of a handle never leaves these inline functions, so the compiler may keep the handles of an
    // expression's nodes in registers, and drop those that were moved from.
    NUMLANE_INLINE void release() noexcept {
        if (block_ != nullptr) give_back(block_);
    }
    static void give_back(block* b) noexcept {
        if (NUMLANE_SINGLE_THREADED) {
            const std::size_t left = b->references.load(std::memory_order_relaxed) - 1;
            b->references.store(left, std::memory_order_relaxed);
            if (left == 0) b->dispose(b);
        } else if (b->references.fetch_sub(1, std::memory_order_acq_rel) == 1) {
            b->dispose(b);
        }
    }

    block* block_ = nullptr;
};

#if NUMLANE_DEFINITIONS
NUMLANE_FUNCTION storage storage::allocate(std::size_t bytes) {
    std::size_t size = block_size(bytes);
    void* const base = detail::obtain_block(size);
    return make(base, size);
}

NUMLANE_FUNCTION void storage::dispose_memory(block* b) noexcept { detail::return_block(b->base, b->bytes); }
#endif

NUMLANE_END_NAMESPACE
