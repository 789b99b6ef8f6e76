// SPDX-License-Identifier: Apache-2.0
// How large a job is, before any memory or disk is taken for it.
#pragma once
#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>

#include "engine/outcome.hpp"
#include "world/world.hpp"

namespace forestall::app {

inline constexpr std::uint64_t most_members = 10'000'000;

/// There is not, or would not be, enough memory. Exit code 74.
class MemoryRefused : public std::runtime_error {
public:
    MemoryRefused(const std::string& what, std::string hint)
        : std::runtime_error(what), hint_(std::move(hint)) {}
    const std::string& hint() const { return hint_; }

private:
    std::string hint_;
};

struct JobSize {
    double raw_bytes_per_member = 0;  ///< all values as numbers, before compression
    double file_bytes = 0;            ///< the results file, as such files usually compress
    double assembly_bytes = 0;        ///< of memory, to put it together
    double member_bytes = 0;  ///< of memory, for each member at work, with what branches off it
    double memory_bytes = 0;  ///< of the whole process at its largest
};

/// `members` of one file: a shard's, or all; `threads` of them at work at once (0: as many as there
/// are cores).
JobSize job_size(const World& world, std::uint64_t members, std::uint64_t options, int threads = 0,
                 const Continuations& continuations = {});

/// Throws UsageError for too many members, MemoryRefused for more memory than this process may
/// have.
void refuse_hopeless(const JobSize& size, std::uint64_t members, std::uint64_t job_members);
/// The same for those who run members and keep no file of theirs: MemoryRefused if members at work
/// would not fit.
void refuse_large_world(const World& world, std::uint64_t options, int threads,
                        std::uint64_t members = most_members,
                        const Continuations& continuations = {});
/// How much memory one member needs: a sentence if this process may not have it, else "".
std::string memory_warning(const World& world);
/// A sentence if the disk of `out_path` seems too small, else "".
std::string disk_warning(const JobSize& size, const std::string& out_path);

}  // namespace forestall::app
