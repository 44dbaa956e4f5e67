#pragma once

#include <atomic>
#include <cstdint>

#include "numlane/parallel/state.hpp"

// One word says what is left of the current region: its number (28 bits), how many threads may still join (12 bits), how
// many chunks nobody has claimed (24 bits). A thread that takes a chunk by compare-and-swap thus knows that the region is
// alive and stays so until that chunk is counted as done; the caller never waits for a thread that has claimed nothing.
NUMLANE_BEGIN_NAMESPACE
namespace detail {

inline constexpr int claim_chunk_bits = 24;
inline constexpr int claim_seat_bits = 12;
inline constexpr std::uint64_t one_seat = std::uint64_t(1) << claim_chunk_bits;
inline constexpr std::uint64_t max_chunks = one_seat - 1;

inline std::uint64_t chunks_left(std::uint64_t claims) { return claims & max_chunks; }
inline std::uint64_t seats_left(std::uint64_t claims) {
    return (claims >> claim_chunk_bits) & ((std::uint64_t(1) << claim_seat_bits) - 1);
}
inline std::uint64_t region_number(std::uint64_t claims) { return claims >> (claim_chunk_bits + claim_seat_bits); }

/// The word with which a region opens, after the one whose last word was `before`.
inline std::uint64_t first_claims(std::uint64_t before, std::uint64_t seats, std::uint64_t chunks) {
    return (region_number(before) + 1) << (claim_chunk_bits + claim_seat_bits) | seats << claim_chunk_bits | chunks;
}

inline bool can_join(std::uint64_t claims) { return chunks_left(claims) != 0 && seats_left(claims) != 0; }

/// Takes a seat and a chunk of whatever region is open; returns the word before, or 0 when there was nothing to take.
inline std::uint64_t join_region(std::atomic<std::uint64_t>& claims) {
    std::uint64_t word = claims.load(std::memory_order_acquire);
    while (can_join(word)) {
        if (claims.compare_exchange_weak(word, word - one_seat - 1, std::memory_order_acq_rel,
                                         std::memory_order_acquire)) {
            return word;
        }
    }
    return 0;
}

/// Takes one chunk, or all that are left, of region `number`; returns how many were left before, 0 when none.
inline std::uint64_t claim_chunks(std::atomic<std::uint64_t>& claims, std::uint64_t number, bool all = false) {
    std::uint64_t word = claims.load(std::memory_order_acquire);
    while (region_number(word) == number && chunks_left(word) != 0) {
        const std::uint64_t taken = all ? chunks_left(word) : 1;
        if (claims.compare_exchange_weak(word, word - taken, std::memory_order_acq_rel, std::memory_order_acquire)) {
            return chunks_left(word);
        }
    }
    return 0;
}

}  // namespace detail
NUMLANE_END_NAMESPACE
