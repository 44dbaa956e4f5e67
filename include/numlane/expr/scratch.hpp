#pragma once

#include "numlane/array/storage.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Memory for the buffers of one tile: on the stack, and from the heap only for expressions of very many operands.
class scratch {
public:
    explicit scratch(std::size_t bytes) {
        if (bytes > sizeof(local_)) heap_ = storage::allocate(bytes);
        at_ = bytes > sizeof(local_) ? static_cast<std::byte*>(heap_.data()) : local_;
    }

    /// The next `bytes`, aligned to 64.
    std::byte* take(std::size_t bytes) {
        std::byte* taken = at_;
        at_ += aligned(bytes);
        return taken;
    }
    static constexpr std::size_t aligned(std::size_t bytes) { return (bytes + 63) / 64 * 64; }

private:
    alignas(64) std::byte local_[48 * 1024];
    storage heap_;
    std::byte* at_;
};

/// Writes `count` copies of the element of `itemsize` bytes at `from`.
NUMLANE_NOINLINE inline void splat(std::byte* to, const std::byte* from, int itemsize, int count) {
    const auto fill = [&]<std::size_t Size>(std::integral_constant<std::size_t, Size>) {
        struct item {
            unsigned char bytes[Size];
        } value;
        __builtin_memcpy(&value, from, Size);
        for (int i = 0; i < count; ++i) __builtin_memcpy(to + std::size_t(i) * Size, &value, Size);
    };
    switch (itemsize) {
    case 1: return fill(std::integral_constant<std::size_t, 1>());
    case 2: return fill(std::integral_constant<std::size_t, 2>());
    case 4: return fill(std::integral_constant<std::size_t, 4>());
    case 8: return fill(std::integral_constant<std::size_t, 8>());
    default: return fill(std::integral_constant<std::size_t, 16>());
    }
}

}  // namespace detail
NUMLANE_END_NAMESPACE
