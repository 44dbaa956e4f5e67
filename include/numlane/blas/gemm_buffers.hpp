#pragma once

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <vector>

#include "numlane/core/block_cache.hpp"

// The memory that products pack their operands into, and that factorizations work in, is kept for the next one: fresh
// pages would cost more than a product of medium size. It is given and taken by exchange, so that nothing waits and a
// forked child finds it whole.
namespace numlane::process {

struct gemm_buffer {
    std::size_t bytes;
};
inline constinit std::atomic<gemm_buffer*> gemm_buffers[4]{};

}  // namespace numlane::process

NUMLANE_BEGIN_NAMESPACE
namespace blas {

// In front of the memory; the rest of it keeps to the lines of the cache.
inline constexpr std::size_t buffer_header = 64;

inline std::byte* memory_of(process::gemm_buffer* buffer) {
    return reinterpret_cast<std::byte*>(buffer) + buffer_header;
}

NUMLANE_MODULE_LOCAL inline constinit std::atomic<std::uint32_t> module_keeps_buffers{numlane::detail::not_begun};

NUMLANE_MODULE_LOCAL inline void stop_keeping_buffers(void*) {
    module_keeps_buffers.store(numlane::detail::ended);
    for (auto& slot : process::gemm_buffers) std::free(slot.exchange(nullptr, std::memory_order_acquire));
}

inline void keep_buffer(process::gemm_buffer* buffer) noexcept {
    if (numlane::detail::may_keep_memory(module_keeps_buffers, stop_keeping_buffers)) {
        for (auto& slot : process::gemm_buffers) {
            process::gemm_buffer* empty = nullptr;
            if (slot.compare_exchange_strong(empty, buffer, std::memory_order_release)) return;
        }
    }
    std::free(buffer);
}

/// A buffer of at least `bytes`, from those that are kept if one is large enough; otherwise it takes the place of one.
inline process::gemm_buffer* take_buffer(std::size_t bytes) {
    process::gemm_buffer* small = nullptr;
    for (auto& slot : process::gemm_buffers) {
        process::gemm_buffer* const buffer = slot.exchange(nullptr, std::memory_order_acquire);
        if (buffer == nullptr) continue;
        if (buffer->bytes >= bytes) {
            if (small != nullptr) keep_buffer(small);
            return buffer;
        }
        if (small == nullptr) small = buffer;
        else keep_buffer(buffer);
    }
    std::free(small);
    const std::size_t rounded = (bytes + buffer_header + 4095) / 4096 * 4096;
    void* const memory = std::aligned_alloc(64, rounded);
    if (memory == nullptr) throw std::bad_alloc();
    return new (memory) process::gemm_buffer{rounded - buffer_header};
}

/// `bytes` of memory, aligned to 64.
class packing_memory {
public:
    explicit packing_memory(std::size_t bytes) : buffer_(take_buffer(bytes)) {}
    ~packing_memory() { keep_buffer(buffer_); }
    packing_memory(const packing_memory&) = delete;
    packing_memory& operator=(const packing_memory&) = delete;

    std::byte* data() const { return memory_of(buffer_); }

private:
    process::gemm_buffer* buffer_;
};

/// For vectors that factorizations work in. From medium sizes on, malloc would give their pages back to the system each
/// time: they are kept as packing memory is, large ones with the blocks of arrays. The name bears the flags of the file, so
/// that code of a vector with this allocator is never shared with a file of other flags.
template <class T>
struct workspace_allocator {
    using value_type = T;

    workspace_allocator() = default;
    template <class U>
    workspace_allocator(const workspace_allocator<U>&) noexcept {}

    T* allocate(std::size_t n) {
        if (n < least) return static_cast<T*>(::operator new(n * sizeof(T)));
        if (n <= most) return reinterpret_cast<T*>(memory_of(take_buffer(n * sizeof(T))));
        if (n > (PTRDIFF_MAX - buffer_header) / sizeof(T)) throw std::bad_alloc();
        std::size_t bytes = numlane::detail::block_size(n * sizeof(T) + buffer_header);
        void* const block = numlane::detail::obtain_block(bytes);
        return reinterpret_cast<T*>(memory_of(new (block) process::gemm_buffer{bytes}));
    }
    void deallocate(T* p, std::size_t n) noexcept {
        if (n < least) return ::operator delete(p);
        auto* const buffer = reinterpret_cast<process::gemm_buffer*>(reinterpret_cast<std::byte*>(p) - buffer_header);
        if (n <= most) keep_buffer(buffer);
        else numlane::detail::return_block(buffer, buffer->bytes);
    }
    friend bool operator==(const workspace_allocator&, const workspace_allocator&) { return true; }

private:
    static constexpr std::size_t least = (std::size_t{16} << 10) / sizeof(T), most = (std::size_t{4} << 20) / sizeof(T);
};
template <class T>
using workspace = std::vector<T, workspace_allocator<T>>;

}  // namespace blas
NUMLANE_END_NAMESPACE
