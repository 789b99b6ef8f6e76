// SPDX-License-Identifier: Apache-2.0
// How many synthetic studies a test of coverage looks at.
#pragma once
#include <cstdlib>

namespace forestall::test {

/// FORESTALL_STUDIES where it is set, which the long suites do.
inline std::size_t studies(std::size_t otherwise) {
    const char* wish = std::getenv("FORESTALL_STUDIES");
    return wish == nullptr ? otherwise : std::strtoull(wish, nullptr, 10);
}

}  // namespace forestall::test
