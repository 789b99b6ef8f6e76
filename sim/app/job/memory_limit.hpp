// SPDX-License-Identifier: Apache-2.0
// How much memory this process may take: the least of what the machine has and of every limit that
// was set.
#pragma once
#include <cstdint>
#include <string>

namespace forestall::app {

struct MemoryLimit {
    std::uint64_t bytes = 0;
    std::string whose;  ///< as in "… of memory; {this machine has} 8 GB"
};

/// Physical memory, RLIMIT_AS and RLIMIT_DATA (`ulimit -v`, `-d`), and memory limits of the control
/// groups (version 2 and 1) that this process is in, up to the topmost that can be seen. `root` is
/// where /proc and /sys are looked for, for tests.
MemoryLimit memory_limit(const std::string& root = "");

}  // namespace forestall::app
