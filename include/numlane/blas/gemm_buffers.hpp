#pragma once

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>

#include "numlane/core/config.hpp"

// The memory that products pack their operands into is kept for the next one: fresh pages would cost more than a product
// of medium size. It is given and taken by exchange, so that nothing waits and a forked child finds it whole.
namespace numlane::process {

struct gemm_buffer {
    std::size_t bytes;
};
inline constinit std::atomic<gemm_buffer*> gemm_buffers[4]{};

}  // namespace numlane::process

NUMLANE_BEGIN_NAMESPACE
namespace blas {

/// `bytes` of memory, aligned to 64.
class packing_memory {
public:
    explicit packing_memory(std::size_t bytes) {
        for (auto& slot : process::gemm_buffers) {
            buffer_ = slot.exchange(nullptr, std::memory_order_acquire);
            if (buffer_ != nullptr) break;
        }
        if (buffer_ != nullptr && buffer_->bytes >= bytes) return;
        std::free(buffer_);
        const std::size_t rounded = (bytes + header + 4095) / 4096 * 4096;
        void* const memory = std::aligned_alloc(64, rounded);
        if (memory == nullptr) throw std::bad_alloc();
        buffer_ = new (memory) process::gemm_buffer{rounded - header};
    }
    ~packing_memory() {
        for (auto& slot : process::gemm_buffers) {
            process::gemm_buffer* empty = nullptr;
            if (slot.compare_exchange_strong(empty, buffer_, std::memory_order_release)) return;
        }
        std::free(buffer_);
    }
    packing_memory(const packing_memory&) = delete;
    packing_memory& operator=(const packing_memory&) = delete;

    std::byte* data() const { return reinterpret_cast<std::byte*>(buffer_) + header; }

private:
    static constexpr std::size_t header = 64;
    process::gemm_buffer* buffer_ = nullptr;
};

}  // namespace blas
NUMLANE_END_NAMESPACE
