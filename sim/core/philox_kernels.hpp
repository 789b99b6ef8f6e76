// SPDX-License-Identifier: Apache-2.0
// Philox4x32-10 for many consecutive blocks of one address, once per instruction set; see
// core/vector_draws.hpp.
#pragma once
#include <cstddef>
#include <cstdint>

#include "core/random.hpp"

#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))
#define FORESTALL_X86_KERNELS 1
#endif

namespace forestall::detail {

/// Writes groups * blocks blocks of 16 bytes from block `first` on.
struct PhiloxKernel {
    void (*run)(DrawAddress address, std::uint32_t first, std::size_t groups, unsigned char* out);
    std::size_t blocks;  ///< blocks per group
};

void philox_scalar(DrawAddress address, std::uint32_t first, std::size_t groups,
                   unsigned char* out);
#ifdef FORESTALL_X86_KERNELS
void philox_sse2(DrawAddress address, std::uint32_t first, std::size_t groups, unsigned char* out);
void philox_avx2(DrawAddress address, std::uint32_t first, std::size_t groups, unsigned char* out);
void philox_avx512(DrawAddress address, std::uint32_t first, std::size_t groups,
                   unsigned char* out);
#endif

}  // namespace forestall::detail
