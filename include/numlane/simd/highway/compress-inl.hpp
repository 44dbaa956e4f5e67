// compress: the lanes that a mask selects, moved to the front. Not hn::Compress: with Highway 1.0.3 g++ copies its table of
// permutations to the stack at every step.

NUMLANE_BEGIN_TARGET

#if NUMLANE_TARGET_AVX512
NUMLANE_INLINE hn::Vec512<std::uint32_t> compress(hn::Vec512<std::uint32_t> v, hn::Mask512<std::uint32_t> m) {
    return {_mm512_maskz_compress_epi32(m.raw, v.raw)};
}
NUMLANE_INLINE hn::Vec512<std::uint64_t> compress(hn::Vec512<std::uint64_t> v, hn::Mask512<std::uint64_t> m) {
    return {_mm512_maskz_compress_epi64(m.raw, v.raw)};
}
#elif NUMLANE_TARGET_COMPRESSES
// For every mask of eight lanes the numbers of those that are true, a byte each.
struct front_lanes {
    std::uint64_t of[256];
    constexpr front_lanes() : of() {
        for (unsigned bits = 0; bits < 256; ++bits)
            for (unsigned lane = 0, to = 0; lane < 8; ++lane)
                if (bits >> lane & 1) of[bits] |= std::uint64_t(lane) << 8 * to++;
    }
};
inline constexpr front_lanes front_lanes_of_mask;

template <class T>
NUMLANE_INLINE hn::Vec256<T> compress(hn::Vec256<T> v, hn::Mask256<T> m) {
    const auto bits = static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(m.raw)));
    const auto* const lanes = reinterpret_cast<const __m128i*>(front_lanes_of_mask.of + bits);
    return {_mm256_permutevar8x32_epi32(v.raw, _mm256_cvtepu8_epi32(_mm_loadl_epi64(lanes)))};
}
#endif

NUMLANE_END_TARGET
