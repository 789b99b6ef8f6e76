// SPDX-License-Identifier: Apache-2.0
// What every command is asked: the common options and the words of the command line. Knows no
// parser, so that who only works for a command is compiled without one.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/parallel.hpp"

namespace forestall::app {

struct Common {
    int threads = 0;  ///< 0: all cores
    std::uint64_t seed = 1;
    bool json = false;
    bool quiet = false;
    bool verbose = false;
    std::string backend = "tbb";
    std::uint64_t shuffle = 0;
    bool threads_given = false;
    bool backend_given = false;

    Parallel parallel() const { return Parallel(backend_from_name(backend), threads, shuffle); }
};

/// What an action gets: the common options and the words of the command line, the program's name
/// first.
struct Invocation {
    Common common;
    std::vector<std::string> words;
};

}  // namespace forestall::app
