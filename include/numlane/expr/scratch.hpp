#pragma once

#include "numlane/array/storage.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Memory for the buffers of one tile: on the stack, and from the heap only for expressions of many operands, such as six of
/// complex128 that are broadcast along the rows.
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

/// The bytes at p as a number.
template <class Word>
std::uint64_t word_at(const std::byte* p) {
    Word word;
    __builtin_memcpy(&word, p, sizeof(word));
    return word;
}

/// Writes `count` copies of the element of `itemsize` bytes at `from`: 16 bytes at once, of which there is a whole number.
NUMLANE_NOINLINE inline void splat(std::byte* to, const std::byte* from, int itemsize, int count) {
    std::uint64_t low, high;
    if (itemsize == 1) low = high = word_at<std::uint8_t>(from) * 0x0101010101010101u;
    else if (itemsize == 2) low = high = word_at<std::uint16_t>(from) * 0x0001000100010001u;
    else if (itemsize == 4) low = high = word_at<std::uint32_t>(from) * 0x0000000100000001u;
    else low = word_at<std::uint64_t>(from), high = word_at<std::uint64_t>(from + (itemsize > 8 ? 8 : 0));
    using two_words __attribute__((vector_size(16))) = std::uint64_t;
    const two_words block = {low, high};
    for (int at = 0; at < count * itemsize; at += 16) __builtin_memcpy(to + at, &block, 16);
}

}  // namespace detail
NUMLANE_END_NAMESPACE
