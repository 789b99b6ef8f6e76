// SPDX-License-Identifier: Apache-2.0
// Deliberately wrong: chunks add to one unguarded number. ThreadSanitizer has to say so.
#include <cstdio>

#include "core/parallel.hpp"

int main() {
    const forestall::Parallel parallel(forestall::Backend::jthread, 4);
    long sum = 0;
    parallel.for_chunks(100000, 10, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) sum += static_cast<long>(i);
    });
    std::printf("%ld\n", sum);
    return 0;
}
