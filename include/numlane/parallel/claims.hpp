#pragma once

#include <atomic>
#include <cstdint>

#include "numlane/parallel/state.hpp"

// One word says what is left of the current region: its number (28 bits), how many threads may still join (12 bits), and
// which chunks nobody has claimed, from `low` up to but not including `high` (12 bits each). The caller takes them from the
// front and the workers from the back, so that in the same loop over the same arrays each finds in its cache what it had
// there. A thread that takes a chunk by compare-and-swap thus knows that the region is alive and stays so until that chunk
// is counted as done; the caller never waits for a thread that has claimed nothing.
NUMLANE_BEGIN_NAMESPACE
namespace detail {

inline constexpr int claim_bits = 12;
inline constexpr std::uint64_t max_chunks = (std::uint64_t(1) << claim_bits) - 1;
inline constexpr std::uint64_t one_high = std::uint64_t(1) << claim_bits;
inline constexpr std::uint64_t one_seat = std::uint64_t(1) << (2 * claim_bits);

enum class claim_from { front, back };

inline std::uint64_t low_chunk(std::uint64_t claims) { return claims & max_chunks; }
inline std::uint64_t high_chunk(std::uint64_t claims) { return (claims >> claim_bits) & max_chunks; }
inline std::uint64_t chunks_left(std::uint64_t claims) { return high_chunk(claims) - low_chunk(claims); }
inline std::uint64_t seats_left(std::uint64_t claims) { return (claims >> (2 * claim_bits)) & max_chunks; }
inline std::uint64_t region_number(std::uint64_t claims) { return claims >> (3 * claim_bits); }

/// The word with which a region of so many chunks opens, after the one whose last word was `before`. Chunk 0 is the caller's.
inline std::uint64_t first_claims(std::uint64_t before, std::uint64_t seats, std::uint64_t chunks) {
    return (region_number(before) + 1) << (3 * claim_bits) | seats * one_seat | chunks * one_high | 1;
}

inline bool can_join(std::uint64_t claims) { return chunks_left(claims) != 0 && seats_left(claims) != 0; }

/// Takes a seat and the last chunk of whatever region is open; returns the word after that, whose high_chunk is the one
/// taken, or 0 when there was nothing to take.
inline std::uint64_t join_region(std::atomic<std::uint64_t>& claims) {
    std::uint64_t word = claims.load(std::memory_order_acquire);
    while (can_join(word)) {
        const std::uint64_t joined = word - one_seat - one_high;
        if (claims.compare_exchange_weak(word, joined, std::memory_order_acq_rel, std::memory_order_acquire))
            return joined;
    }
    return 0;
}

inline constexpr std::uint64_t no_chunk = ~std::uint64_t(0);

/// Takes one chunk of region `number`: which, or no_chunk when none is left.
inline std::uint64_t claim_chunk(std::atomic<std::uint64_t>& claims, std::uint64_t number, claim_from from) {
    std::uint64_t word = claims.load(std::memory_order_acquire);
    while (region_number(word) == number && chunks_left(word) != 0) {
        const std::uint64_t rest = from == claim_from::front ? word + 1 : word - one_high;
        if (claims.compare_exchange_weak(word, rest, std::memory_order_acq_rel, std::memory_order_acquire))
            return from == claim_from::front ? low_chunk(word) : high_chunk(rest);
    }
    return no_chunk;
}

/// Takes all the chunks that are left of region `number`; returns how many.
inline std::uint64_t claim_rest(std::atomic<std::uint64_t>& claims, std::uint64_t number) {
    std::uint64_t word = claims.load(std::memory_order_acquire);
    while (region_number(word) == number && chunks_left(word) != 0) {
        const std::uint64_t taken = chunks_left(word);
        if (claims.compare_exchange_weak(word, word + taken, std::memory_order_acq_rel, std::memory_order_acquire))
            return taken;
    }
    return 0;
}

}  // namespace detail
NUMLANE_END_NAMESPACE
