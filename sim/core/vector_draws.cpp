// SPDX-License-Identifier: Apache-2.0
#include "core/vector_draws.hpp"

#include <cstring>

#include "core/philox_kernels.hpp"

namespace forestall {
namespace {

using detail::PhiloxKernel;

PhiloxKernel kernel_of(VectorWidth width) {
#ifdef FORESTALL_X86_KERNELS
    switch (width) {
        case VectorWidth::avx512:
            return {&detail::philox_avx512, 16};
        case VectorWidth::avx2:
            return {&detail::philox_avx2, 8};
        case VectorWidth::sse2:
            return {&detail::philox_sse2, 4};
        case VectorWidth::scalar:
            break;
    }
#else
    static_cast<void>(width);
#endif
    return {&detail::philox_scalar, 1};
}

VectorWidth detect() {
#ifdef FORESTALL_X86_KERNELS
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f")) return VectorWidth::avx512;
    if (__builtin_cpu_supports("avx2")) return VectorWidth::avx2;
    return VectorWidth::sse2;
#else
    return VectorWidth::scalar;
#endif
}

void fill(PhiloxKernel kernel, DrawAddress address, std::uint32_t block, void* to,
          std::size_t bytes) {
    auto* out = static_cast<unsigned char*>(to);
    const std::size_t group = kernel.blocks * kBlockBytes;
    const std::size_t groups = bytes / group;
    if (groups > 0) kernel.run(address, block, groups, out);
    std::size_t done = groups * group;
    block += static_cast<std::uint32_t>(groups * kernel.blocks);
    unsigned char last[kBlockBytes];
    for (; done < bytes; done += kBlockBytes, ++block) {
        detail::philox_scalar(address, block, 1, last);
        std::memcpy(out + done, last, bytes - done < kBlockBytes ? bytes - done : kBlockBytes);
    }
}

}  // namespace

VectorWidth widest_vector() {
    static const VectorWidth width = detect();
    return width;
}

void fill_draws_with(VectorWidth width, DrawAddress address, std::uint32_t first_block,
                     std::span<std::uint8_t> out) {
    fill(kernel_of(width), address, first_block, out.data(), out.size_bytes());
}

void fill_draws(DrawAddress address, std::uint32_t first_block, std::span<std::uint8_t> out) {
    fill(kernel_of(widest_vector()), address, first_block, out.data(), out.size_bytes());
}

void fill_draws(DrawAddress address, std::uint32_t first_block, std::span<std::uint32_t> out) {
    fill(kernel_of(widest_vector()), address, first_block, out.data(), out.size_bytes());
}

void fill_draws(DrawAddress address, std::uint32_t first_block, std::span<std::uint64_t> out) {
    fill(kernel_of(widest_vector()), address, first_block, out.data(), out.size_bytes());
}

}  // namespace forestall
