// SPDX-License-Identifier: Apache-2.0
#include "world/place_queue.hpp"

#include <gtest/gtest.h>

#include <queue>

#include "core/random.hpp"

namespace forestall {
namespace {

TEST(PlaceQueue, GivesTheSameOrderAsTheStandardOne) {
    PlaceQueue queue;
    std::priority_queue<std::uint64_t, std::vector<std::uint64_t>, std::greater<>> reference;
    Stream luck(1, 0, 0);
    for (int i = 0; i < 20'000; ++i) {
        const bool growing = i % 2'000 < 1'100;
        if (reference.empty() || luck.uniform() < (growing ? 0.7 : 0.3)) {
            const auto cost = static_cast<std::uint32_t>(luck.below(500));
            const auto place = static_cast<std::uint32_t>(luck.below(50));
            queue.push(cost, place);
            reference.push(std::uint64_t{cost} << 32 | place);
        } else {
            const auto [cost, place] = queue.pop();
            ASSERT_EQ(std::uint64_t{cost} << 32 | place, reference.top());
            reference.pop();
        }
        ASSERT_EQ(queue.empty(), reference.empty());
    }
}

}  // namespace
}  // namespace forestall
