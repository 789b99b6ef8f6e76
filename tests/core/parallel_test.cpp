// SPDX-License-Identifier: Apache-2.0
#include "core/parallel.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>
#include <string>
#include <thread>

#include "core/hash.hpp"
#include "core/random.hpp"

namespace forestall {
namespace {

constexpr Backend kBackends[] = {Backend::serial, Backend::jthread, Backend::tbb};
constexpr int kThreads[] = {1, 2, 3, 4, 7, 8, 16};
constexpr std::uint64_t kShuffles[] = {0, 1, 99};

template <class F>
void for_every_way(const F& f) {
    for (const Backend backend : kBackends)
        for (const int threads : kThreads)
            for (const std::uint64_t shuffle : kShuffles) {
                SCOPED_TRACE(::testing::Message()
                             << "back-end " << static_cast<int>(backend) << ", " << threads
                             << " threads, shuffle " << shuffle);
                f(Parallel(backend, threads, shuffle));
            }
}

/// Draws, a sum whose bits depend on the order of addition, and a nested loop.
std::uint64_t workload(const Parallel& parallel) {
    constexpr std::size_t n = 4001;
    std::vector<double> values(n);
    parallel.for_chunks(n, 17, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) values[i] = Stream(1, i, 2).uniform();
    });
    const auto sums = parallel.map_chunks<double>(n, 100, [&](std::size_t begin, std::size_t end) {
        const auto inner =
            parallel.map_chunks<double>(end - begin, 9, [&](std::size_t b, std::size_t e) {
                return std::accumulate(values.begin() + static_cast<std::ptrdiff_t>(begin + b),
                                       values.begin() + static_cast<std::ptrdiff_t>(begin + e),
                                       0.0);
            });
        return std::accumulate(inner.begin(), inner.end(), 0.0);
    });
    StateHash hash;
    hash.add_range(values);
    hash.add(std::accumulate(sums.begin(), sums.end(), 0.0));
    return hash.digest();
}

TEST(Parallel, GivesTheSameBitsForEveryBackendThreadCountAndOrder) {
    const std::uint64_t expected = workload(Parallel());
    for_every_way([&](const Parallel& parallel) { EXPECT_EQ(workload(parallel), expected); });
}

TEST(Parallel, RunsEveryIndexOnceInChunksOfTheGrain) {
    for_every_way([](const Parallel& parallel) {
        std::vector<int> seen(1003);
        parallel.for_chunks(seen.size(), 10, [&](std::size_t begin, std::size_t end) {
            EXPECT_EQ(begin % 10, 0U);
            EXPECT_TRUE(end - begin == 10 || end == seen.size());
            for (std::size_t i = begin; i < end; ++i) ++seen[i];
        });
        EXPECT_EQ(seen, std::vector<int>(1003, 1));
    });
}

TEST(Parallel, RethrowsTheExceptionOfTheLowestChunkAfterAllRan) {
    for_every_way([](const Parallel& parallel) {
        std::atomic<int> ran{0};
        try {
            parallel.for_chunks(100, 1, [&](std::size_t begin, std::size_t) {
                ++ran;
                if (begin == 23 || begin == 71 || begin == 98)
                    throw std::runtime_error(std::to_string(begin));
            });
            ADD_FAILURE() << "nothing thrown";
        } catch (const std::runtime_error& e) {
            EXPECT_STREQ(e.what(), "23");
        }
        EXPECT_EQ(ran, 100);
    });
}

/// The largest number of bodies inside at once; each waits until `wanted` are, or for five seconds.
int most_at_once(const Parallel& parallel, int wanted) {
    std::atomic<int> inside{0}, most{0};
    parallel.for_chunks(static_cast<std::size_t>(wanted), 1, [&](std::size_t, std::size_t) {
        const int now = ++inside;
        for (int seen = most; seen < now && !most.compare_exchange_weak(seen, now);) {
        }
        const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(5);
        while (most < wanted && std::chrono::steady_clock::now() < until) std::this_thread::yield();
        --inside;
    });
    return most;
}

TEST(Parallel, ReallyStartsMoreThreadsThanTheMachineHasCores) {
    const int threads = 2 * static_cast<int>(std::thread::hardware_concurrency()) + 1;
    EXPECT_EQ(most_at_once(Parallel(Backend::jthread, threads), threads), threads);
    EXPECT_EQ(most_at_once(Parallel(Backend::tbb, threads), threads), threads);
}

TEST(Parallel, OfNothingDoesNothingAndAGrainOfZeroIsRefused) {
    const Parallel parallel(Backend::tbb, 2);
    parallel.for_chunks(0, 5, [](std::size_t, std::size_t) { ADD_FAILURE(); });
    EXPECT_THROW(parallel.for_chunks(3, 0, [](std::size_t, std::size_t) {}), std::invalid_argument);
    EXPECT_THROW(parallel.map_chunks<int>(3, 0, [](std::size_t, std::size_t) { return 1; }),
                 std::invalid_argument);
    EXPECT_EQ(Parallel::chunk_count(10, 4), 3U);
    EXPECT_EQ(Parallel::chunk_count(~std::size_t{0}, 2), std::size_t{1} << 63);
}

TEST(Parallel, KnowsItsBackendsByName) {
    EXPECT_EQ(backend_from_name("serial"), Backend::serial);
    EXPECT_EQ(backend_from_name("jthread"), Backend::jthread);
    EXPECT_EQ(backend_from_name("tbb"), Backend::tbb);
    EXPECT_THROW(backend_from_name("cuda"), std::invalid_argument);
    EXPECT_GE(Parallel(Backend::tbb, 0).threads(), 1);
    EXPECT_EQ(Parallel(Backend::serial, 8).threads(), 1);
}

}  // namespace
}  // namespace forestall
