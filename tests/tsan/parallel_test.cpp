// SPDX-License-Identifier: Apache-2.0
// Correct use of the parallel seam: ThreadSanitizer has to stay silent.
#include "core/parallel.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <stdexcept>
#include <vector>

namespace forestall {
namespace {

TEST(JthreadBackend, WritesOfDistinctChunksDoNotRace) {
    const Parallel parallel(Backend::jthread, 4);
    std::vector<int> out(100001);
    parallel.for_chunks(out.size(), 17, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) out[i] = static_cast<int>(i % 7);
    });
    EXPECT_EQ(out[100000], 100000 % 7);
}

TEST(JthreadBackend, ValuesOfChunksAreJoinedWithoutARace) {
    const Parallel parallel(Backend::jthread, 4, 99);
    const auto parts =
        parallel.map_chunks<double>(10000, 64, [](std::size_t begin, std::size_t end) {
            double sum = 0;
            for (std::size_t i = begin; i < end; ++i) sum += static_cast<double>(i);
            return sum;
        });
    EXPECT_EQ(std::accumulate(parts.begin(), parts.end(), 0.0), 9999.0 * 10000.0 / 2.0);
}

TEST(JthreadBackend, NestedLoopsDoNotRace) {
    const Parallel parallel(Backend::jthread, 3);
    std::vector<int> out(64 * 64);
    parallel.for_chunks(64, 1, [&](std::size_t row, std::size_t) {
        parallel.for_chunks(64, 8, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) out[row * 64 + i] = 1;
        });
    });
    EXPECT_EQ(std::accumulate(out.begin(), out.end(), 0), 64 * 64);
}

TEST(JthreadBackend, AFailureReachesTheCallerWithoutARace) {
    const Parallel parallel(Backend::jthread, 4);
    EXPECT_THROW(parallel.for_chunks(1000, 1,
                                     [](std::size_t begin, std::size_t) {
                                         if (begin % 100 == 50) throw std::runtime_error("planned");
                                     }),
                 std::runtime_error);
}

}  // namespace
}  // namespace forestall
