// SPDX-License-Identifier: Apache-2.0
// Whole arrays of addressed draws at once: the bytes a Stream of the same address would give, block
// after block, in little-endian order (so 64-bit word i of the output is the stream's i-th
// `bits()`). Integer arithmetic only, so the widest instructions of the CPU (SSE2, AVX2, AVX-512)
// give the same bits. Thread-safe: pure functions.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/random.hpp"

namespace forestall {

/// A Philox block has this many bytes: two 64-bit words of a Stream.
inline constexpr std::size_t kBlockBytes = 16;

/// Fills `out` from block `first_block` of the address on; a last part of a block is cut off.
void fill_draws(DrawAddress address, std::uint32_t first_block, std::span<std::uint8_t> out);
void fill_draws(DrawAddress address, std::uint32_t first_block, std::span<std::uint32_t> out);
void fill_draws(DrawAddress address, std::uint32_t first_block, std::span<std::uint64_t> out);

/// The instruction sets that the kernels are written for, slowest first.
enum class VectorWidth { scalar, sse2, avx2, avx512 };

/// The widest one this CPU and this build have.
VectorWidth widest_vector();

/// As fill_draws with a given width, at most widest_vector(); for tests and benchmarks.
void fill_draws_with(VectorWidth width, DrawAddress address, std::uint32_t first_block,
                     std::span<std::uint8_t> out);

}  // namespace forestall
