// SPDX-License-Identifier: Apache-2.0
// Deliberately wrong: four chunks add to one unguarded number. ThreadSanitizer has to say so, every
// time: the chunks wait for each other (relaxed, so that the wait orders nothing) and then write at
// once.
#include <atomic>
#include <cstdio>
#include <thread>

#include "core/parallel.hpp"

int main() {
    const forestall::Parallel parallel(forestall::Backend::jthread, 4);
    std::atomic<int> arrived{0};
    long sum = 0;
    parallel.for_chunks(4, 1, [&](std::size_t begin, std::size_t) {
        arrived.fetch_add(1, std::memory_order_relaxed);
        while (arrived.load(std::memory_order_relaxed) < 4) std::this_thread::yield();
        sum += static_cast<long>(begin);
    });
    std::printf("%ld\n", sum);
    return 0;
}
