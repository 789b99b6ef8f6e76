// SPDX-License-Identifier: Apache-2.0
// How large a job is, before any memory or disk is taken for it.
#pragma once
#include <cstdint>
#include <string>

#include "world/world.hpp"

namespace forestall::app {

inline constexpr std::uint64_t most_members = 10'000'000;

struct JobSize {
    double raw_bytes_per_member = 0;  ///< all values as numbers, before compression
    double file_bytes = 0;            ///< the results file, as such files usually compress
    double memory_bytes = 0;          ///< to assemble it
};

/// `members` of one file: a shard's, or all.
JobSize job_size(const World& world, std::uint64_t members, std::uint64_t options);

/// Throws UsageError if there is no hope that the job fits: too many members, or more memory than the machine has.
void refuse_hopeless(const JobSize& size, std::uint64_t members, std::uint64_t job_members);
/// A sentence if the disk of `out_path` seems too small, else "".
std::string disk_warning(const JobSize& size, const std::string& out_path);

}  // namespace forestall::app
