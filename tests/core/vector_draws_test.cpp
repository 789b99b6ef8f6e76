// SPDX-License-Identifier: Apache-2.0
#include "core/vector_draws.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <vector>

namespace forestall {
namespace {

constexpr DrawAddress kAddress{0x123456789abcdef0, 0xfedcba9876543210, 77};

TEST(VectorDraws, AreTheBitsOfAStreamOfTheSameAddress) {
    std::vector<std::uint64_t> words(1001);
    fill_draws(kAddress, 0, words);
    Stream s(kAddress);
    for (const std::uint64_t word : words) ASSERT_EQ(word, s.bits());
}

TEST(VectorDraws, AreTheSameForEveryWidthLengthAndStart) {
    for (const std::uint32_t start : {0U, 5U, 0xfffffff0U}) {
        std::vector<std::uint8_t> expected;
        for (std::uint32_t i = 0; i < 64; ++i) {
            const auto block = philox_block(kAddress, start + i);
            const auto* bytes = reinterpret_cast<const std::uint8_t*>(block.data());
            expected.insert(expected.end(), bytes, bytes + sizeof block);
        }
        for (int width = 0; width <= static_cast<int>(widest_vector()); ++width)
            for (std::size_t size = 0; size <= expected.size(); ++size) {
                std::vector<std::uint8_t> drawn(size + 1, 0xAB);
                fill_draws_with(static_cast<VectorWidth>(width), kAddress, start,
                                std::span(drawn).first(size));
                ASSERT_EQ(std::memcmp(drawn.data(), expected.data(), size), 0)
                    << "width " << width << " size " << size;
                ASSERT_EQ(drawn[size], 0xAB) << "wrote past the end";
            }
    }
}

TEST(VectorDraws, TypesAreViewsOfTheSameBytes) {
    std::vector<std::uint8_t> bytes(403);
    std::vector<std::uint32_t> words(101);
    fill_draws(kAddress, 3, bytes);
    fill_draws(kAddress, 3, words);
    EXPECT_EQ(std::memcmp(bytes.data(), words.data(), bytes.size()), 0);
}

}  // namespace
}  // namespace forestall
