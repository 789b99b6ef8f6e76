// SPDX-License-Identifier: Apache-2.0
// Rule: `decide` on members of a scenario: runs the members that the procedure asks for through the ensemble, keeps
// every row it ran, and hands the outcome on. Rows lie on disk in parts, one per batch, until they become one file.
// Reads a job's world; writes the parts directory. Results do not depend on threads.
#pragma once
#include <atomic>
#include <stdexcept>
#include <string>

#include "analysis/search/decide.hpp"
#include "core/parallel.hpp"
#include "results/assemble.hpp"
#include "results/header.hpp"

namespace forestall::analysis {

/// Thrown by the source when `stop` was set: rows that are there stay.
class Stopped : public std::runtime_error {
public:
    Stopped() : std::runtime_error("stopped") {}
};

/// Runs `options` on `members` of a job; rows in ascending order of member. Tests put another in its place.
using RowSource = std::function<std::vector<MemberRow>(const Job& job, std::span<const std::uint64_t> members)>;
RowSource ensemble_rows(const Parallel& parallel, const std::atomic<bool>& stop);

class DecideRun {
public:
    /// `directory` holds the parts; made, and emptied of an earlier run's. `header.gaps` is set.
    DecideRun(Job job, Header header, std::string outcome, std::string directory, RowSource rows);
    ~DecideRun();
    DecideRun(const DecideRun&) = delete;
    DecideRun& operator=(const DecideRun&) = delete;

    /// Called by `decide`; also tells how many members are there.
    comparison::Columns operator()(std::size_t first, std::size_t count, const std::vector<std::size_t>& options);
    std::uint64_t members() const { return members_; }
    /// All rows that were run, as one results file. Needs at least one member.
    void write(const std::string& path);

private:
    Job job_;
    Header header_;
    std::string outcome_;
    std::string directory_;
    RowSource rows_;
    std::uint64_t members_ = 0;
    std::vector<RowFile> parts_;
};

}  // namespace forestall::analysis
