// SPDX-License-Identifier: Apache-2.0
// What a scenario may hold. Refused before memory is taken for it.
#pragma once
#include <cstdint>

#include "core/units.hpp"

namespace forestall {

struct Limits {
    std::uint64_t file_bytes = 64ULL << 20;
    std::uint64_t toml_bytes = 8ULL << 20;
    std::uint64_t files = 256;  ///< files read from one directory
    std::uint64_t places = 100'000;
    std::uint64_t routes = 1'000'000;
    std::uint64_t groups = 64;
    std::uint64_t actors = 256;
    std::uint64_t closures = 100'000;
    std::uint64_t violence = 1'000'000;
    std::uint64_t observations = 4'000'000;
    Day days = 36'600;
    Persons persons = 20'000'000'000;  ///< in one cell of a table
    std::uint64_t columns = 4096;      ///< in one row of a CSV file
    std::uint64_t shown = 50;          ///< diagnostics of one code in one file; the rest is counted
};

}  // namespace forestall
