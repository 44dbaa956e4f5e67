// hn: the operations on registers. They bear Highway's names in every back end; here they are Highway's own, save some of the
// targets without vectors, and those whose registers hold no doubles: on 32-bit ARM and in WebAssembly.

#if HWY_TARGET == HWY_SCALAR || HWY_TARGET == HWY_EMU128
#include "numlane/simd/highway/portable-inl.hpp"
#elif HWY_HAVE_FLOAT64
NUMLANE_BEGIN_TARGET

namespace hn = hwy::HWY_NAMESPACE;

#if NUMLANE_TARGET_AVX512
// Writes the lanes of two registers by turns, in two instructions where hn::StoreInterleaved2 takes six.
NUMLANE_INLINE void store_by_turns(hn::Vec512<float> first, hn::Vec512<float> second, float* p) {
    alignas(64) constexpr std::int32_t low[16] = {0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23};
    alignas(64) constexpr std::int32_t high[16] = {8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31};
    _mm512_storeu_ps(p, _mm512_permutex2var_ps(first.raw, _mm512_load_si512(low), second.raw));
    _mm512_storeu_ps(p + 16, _mm512_permutex2var_ps(first.raw, _mm512_load_si512(high), second.raw));
}
NUMLANE_INLINE void store_by_turns(hn::Vec512<double> first, hn::Vec512<double> second, double* p) {
    alignas(64) constexpr std::int64_t low[8] = {0, 8, 1, 9, 2, 10, 3, 11}, high[8] = {4, 12, 5, 13, 6, 14, 7, 15};
    _mm512_storeu_pd(p, _mm512_permutex2var_pd(first.raw, _mm512_load_si512(low), second.raw));
    _mm512_storeu_pd(p + 8, _mm512_permutex2var_pd(first.raw, _mm512_load_si512(high), second.raw));
}

// The instruction alone, whose result is the minimum where the number does not fit. hn::ConvertTo takes five to make it the
// nearest.
NUMLANE_INLINE hn::Vec512<std::int64_t> truncate(hn::Vec512<double> v) { return {_mm512_cvttpd_epi64(v.raw)}; }
NUMLANE_INLINE hn::Vec256<std::int64_t> truncate(hn::Vec256<double> v) { return {_mm256_cvttpd_epi64(v.raw)}; }
template <std::size_t N>
NUMLANE_INLINE hn::Vec128<std::int64_t, N> truncate(hn::Vec128<double, N> v) {
    return {_mm_cvttpd_epi64(v.raw)};
}

// The low bytes, in one instruction where hn::TruncateTo takes four.
NUMLANE_INLINE hn::Vec128<std::uint8_t, 8> low_bytes(hn::Vec512<std::uint64_t> v) {
    return {_mm512_cvtepi64_epi8(v.raw)};
}
#endif

NUMLANE_END_TARGET
#include "numlane/simd/highway/compress-inl.hpp"
#else
#include "numlane/simd/highway/doubles-inl.hpp"
#endif
