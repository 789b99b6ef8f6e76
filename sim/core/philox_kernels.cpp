// SPDX-License-Identifier: Apache-2.0
// A block sits in one 64-bit lane of each of four vectors, one per word, in the lane's low half;
// the high half may hold anything until the words are paired for storing, because the 32 x 32 -> 64
// bit multiplication reads low halves only.
#include "core/philox_kernels.hpp"

#include <bit>
#include <cstring>

#ifdef FORESTALL_X86_KERNELS
#if !defined(__clang__)
// g++ 12 takes its own _mm512_undefined_epi32 for a mistake (GCC bug 105593).
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#include <immintrin.h>
#endif

namespace forestall::detail {

static_assert(std::endian::native == std::endian::little,
              "draws are stored as little-endian words");

void philox_scalar(DrawAddress address, std::uint32_t first, std::size_t groups,
                   unsigned char* out) {
    for (std::size_t g = 0; g < groups; ++g) {
        const auto words = philox_block(address, first + static_cast<std::uint32_t>(g));
        std::memcpy(out + g * sizeof words, words.data(), sizeof words);
    }
}

#ifdef FORESTALL_X86_KERNELS
namespace {

constexpr long long kMultiplier0 = 0xD2511F53;
constexpr long long kMultiplier1 = 0xCD9E8D57;
constexpr std::uint32_t kWeyl0 = 0x9E3779B9;
constexpr std::uint32_t kWeyl1 = 0xBB67AE85;

/// Key words of round r, and the address words that all blocks share, ready for broadcasting.
struct Schedule {
    long long key0[10];
    long long key1[10];
    long long entity_low;
    long long entity_high;
    long long step;
};
Schedule schedule(DrawAddress address) {
    Schedule s{};
    auto key0 = static_cast<std::uint32_t>(address.key);
    auto key1 = static_cast<std::uint32_t>(address.key >> 32);
    for (int r = 0; r < 10; ++r, key0 += kWeyl0, key1 += kWeyl1) {
        s.key0[r] = key0;
        s.key1[r] = key1;
    }
    s.entity_low = static_cast<std::uint32_t>(address.entity);
    s.entity_high = static_cast<std::uint32_t>(address.entity >> 32);
    s.step = address.step;
    return s;
}

/// Block numbers of a group's lanes, wrapped to 32 bits as a Stream wraps them.
inline long long lane(std::uint32_t first, unsigned i) {
    return static_cast<std::uint32_t>(first + i);
}

}  // namespace

void philox_sse2(DrawAddress address, std::uint32_t first, std::size_t groups, unsigned char* out) {
    const Schedule s = schedule(address);
    const __m128i m0 = _mm_set1_epi64x(kMultiplier0);
    const __m128i m1 = _mm_set1_epi64x(kMultiplier1);
    const __m128i low = _mm_set1_epi64x(0xFFFFFFFF);
    for (std::size_t g = 0; g < groups; ++g, first += 4, out += 64) {
        __m128i x[4][2];
        for (unsigned h = 0; h < 2; ++h) {
            x[0][h] = _mm_set1_epi64x(s.entity_low);
            x[1][h] = _mm_set1_epi64x(s.entity_high);
            x[2][h] = _mm_set1_epi64x(s.step);
            x[3][h] = _mm_set_epi64x(lane(first, 2 * h + 1), lane(first, 2 * h));
        }
        for (int r = 0; r < 10; ++r) {
            const __m128i k0 = _mm_set1_epi64x(s.key0[r]);
            const __m128i k1 = _mm_set1_epi64x(s.key1[r]);
            for (unsigned h = 0; h < 2; ++h) {
                const __m128i p0 = _mm_mul_epu32(x[0][h], m0);
                const __m128i p1 = _mm_mul_epu32(x[2][h], m1);
                x[0][h] = _mm_xor_si128(_mm_xor_si128(_mm_srli_epi64(p1, 32), x[1][h]), k0);
                x[2][h] = _mm_xor_si128(_mm_xor_si128(_mm_srli_epi64(p0, 32), x[3][h]), k1);
                x[1][h] = p1;
                x[3][h] = p0;
            }
        }
        for (unsigned h = 0; h < 2; ++h) {
            const __m128i a =
                _mm_or_si128(_mm_and_si128(x[0][h], low), _mm_slli_epi64(x[1][h], 32));
            const __m128i b =
                _mm_or_si128(_mm_and_si128(x[2][h], low), _mm_slli_epi64(x[3][h], 32));
            auto* to = reinterpret_cast<__m128i*>(out + std::size_t{32} * h);
            _mm_storeu_si128(to, _mm_unpacklo_epi64(a, b));
            _mm_storeu_si128(to + 1, _mm_unpackhi_epi64(a, b));
        }
    }
}

__attribute__((target("avx2"))) void philox_avx2(DrawAddress address, std::uint32_t first,
                                                 std::size_t groups, unsigned char* out) {
    const Schedule s = schedule(address);
    const __m256i m0 = _mm256_set1_epi64x(kMultiplier0);
    const __m256i m1 = _mm256_set1_epi64x(kMultiplier1);
    for (std::size_t g = 0; g < groups; ++g, first += 8, out += 128) {
        __m256i x[4][2];
        for (unsigned h = 0; h < 2; ++h) {
            const unsigned at = 4 * h;
            x[0][h] = _mm256_set1_epi64x(s.entity_low);
            x[1][h] = _mm256_set1_epi64x(s.entity_high);
            x[2][h] = _mm256_set1_epi64x(s.step);
            // Lanes in the order 0 2 1 3, so that the unpacking below leaves blocks in order.
            x[3][h] = _mm256_set_epi64x(lane(first, at + 3), lane(first, at + 1),
                                        lane(first, at + 2), lane(first, at));
        }
        for (int r = 0; r < 10; ++r) {
            const __m256i k0 = _mm256_set1_epi64x(s.key0[r]);
            const __m256i k1 = _mm256_set1_epi64x(s.key1[r]);
            for (unsigned h = 0; h < 2; ++h) {
                const __m256i p0 = _mm256_mul_epu32(x[0][h], m0);
                const __m256i p1 = _mm256_mul_epu32(x[2][h], m1);
                x[0][h] =
                    _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(p1, 32), x[1][h]), k0);
                x[2][h] =
                    _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(p0, 32), x[3][h]), k1);
                x[1][h] = p1;
                x[3][h] = p0;
            }
        }
        for (unsigned h = 0; h < 2; ++h) {
            const __m256i a = _mm256_blend_epi32(x[0][h], _mm256_slli_epi64(x[1][h], 32), 0xAA);
            const __m256i b = _mm256_blend_epi32(x[2][h], _mm256_slli_epi64(x[3][h], 32), 0xAA);
            const __m256i even =
                _mm256_unpacklo_epi64(a, b);  // lanes 0 and 2 of the order: blocks 0, 1
            const __m256i odd = _mm256_unpackhi_epi64(a, b);  // blocks 2, 3
            auto* to = reinterpret_cast<__m256i*>(out + std::size_t{64} * h);
            _mm256_storeu_si256(to, even);
            _mm256_storeu_si256(to + 1, odd);
        }
    }
}

__attribute__((target("avx512f"))) void philox_avx512(DrawAddress address, std::uint32_t first,
                                                      std::size_t groups, unsigned char* out) {
    const Schedule s = schedule(address);
    const __m512i m0 = _mm512_set1_epi64(kMultiplier0);
    const __m512i m1 = _mm512_set1_epi64(kMultiplier1);
    for (std::size_t g = 0; g < groups; ++g, first += 16, out += 256) {
        __m512i x[4][2];
        for (unsigned h = 0; h < 2; ++h) {
            const unsigned at = 8 * h;
            x[0][h] = _mm512_set1_epi64(s.entity_low);
            x[1][h] = _mm512_set1_epi64(s.entity_high);
            x[2][h] = _mm512_set1_epi64(s.step);
            // Lanes in the order 0 4 1 5 2 6 3 7: see the AVX2 kernel.
            x[3][h] = _mm512_set_epi64(
                lane(first, at + 7), lane(first, at + 3), lane(first, at + 6), lane(first, at + 2),
                lane(first, at + 5), lane(first, at + 1), lane(first, at + 4), lane(first, at));
        }
        for (int r = 0; r < 10; ++r) {
            const __m512i k0 = _mm512_set1_epi64(s.key0[r]);
            const __m512i k1 = _mm512_set1_epi64(s.key1[r]);
            for (unsigned h = 0; h < 2; ++h) {
                const __m512i p0 = _mm512_mul_epu32(x[0][h], m0);
                const __m512i p1 = _mm512_mul_epu32(x[2][h], m1);
                x[0][h] =
                    _mm512_xor_si512(_mm512_xor_si512(_mm512_srli_epi64(p1, 32), x[1][h]), k0);
                x[2][h] =
                    _mm512_xor_si512(_mm512_xor_si512(_mm512_srli_epi64(p0, 32), x[3][h]), k1);
                x[1][h] = p1;
                x[3][h] = p0;
            }
        }
        for (unsigned h = 0; h < 2; ++h) {
            const __m512i a =
                _mm512_mask_blend_epi32(0xAAAA, x[0][h], _mm512_slli_epi64(x[1][h], 32));
            const __m512i b =
                _mm512_mask_blend_epi32(0xAAAA, x[2][h], _mm512_slli_epi64(x[3][h], 32));
            unsigned char* to = out + std::size_t{128} * h;
            _mm512_storeu_si512(to, _mm512_unpacklo_epi64(a, b));
            _mm512_storeu_si512(to + 64, _mm512_unpackhi_epi64(a, b));
        }
    }
}
#endif

}  // namespace forestall::detail
