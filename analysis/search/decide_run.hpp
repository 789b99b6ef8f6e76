// SPDX-License-Identifier: Apache-2.0
// Rule: `decide` on members of a scenario: runs the members that the procedure asks for through the
// ensemble, keeps every row it ran, and hands the outcome on. Rows lie on disk in `OUT.parts` until
// they become one file; a procedure that was interrupted asks the same questions again and gets the
// rows that are there. Reads a job's world. Results do not depend on threads or interruptions.
#pragma once
#include <atomic>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

#include "analysis/search/decide.hpp"
#include "core/parallel.hpp"
#include "results/header.hpp"
#include "results/parts.hpp"
#include "results/reader.hpp"

namespace forestall::analysis {

/// Thrown by the source when `stop` was set: rows that are there stay.
class Stopped : public std::runtime_error {
public:
    Stopped() : std::runtime_error("stopped") {}
};

/// Runs `options` on `members` of a job; rows in ascending order of member. Tests put another in
/// its place.
using RowSource =
    std::function<std::vector<MemberRow>(const Job& job, std::span<const std::uint64_t> members)>;
/// Fewer rows than members once `stop` is set.
RowSource ensemble_rows_so_far(const Parallel& parallel, const std::atomic<bool>& stop);
/// Throws Stopped instead.
RowSource ensemble_rows(const Parallel& parallel, const std::atomic<bool>& stop);

/// The description of a job with what else decides which rows are run.
std::string decision_description(const std::string& job, const DecideWish& wish,
                                 const std::string& outcome);

class DecideRun {
public:
    /// Keeps rows for `out`. `header` is of the parts: its description says what decides the rows
    /// and which of them are asked for; `header.gaps` is set. With Start::resume, what is there of
    /// this very decision is taken up: parts, or a finished file. Throws StartRefused, IoError.
    DecideRun(Job job, Header header, std::string outcome, std::string out, Start start,
              RowSource rows);

    /// Called by `decide`; also tells how many members are there. Throws Stopped if the rows ended
    /// early, StartRefused if a finished file was written by another decision.
    comparison::Columns operator()(std::size_t first, std::size_t count,
                                   const std::vector<std::size_t>& options);
    /// Members that the procedure has asked for so far, and those that lie in the parts.
    std::uint64_t members() const { return members_; }
    std::size_t members_kept() const { return store_ ? store_->done_members().size() : 0; }
    const Diagnostics& warnings() const { return warnings_; }
    /// All rows that were asked for, as one results file. Needs at least one member.
    void finish();

private:
    bool open_finished(Start start);
    void compute(const Job& job, const std::vector<std::size_t>& options,
                 std::span<const std::uint64_t> members);
    /// Values of the options of one file for its members of the range, put to their places.
    void collect(const Results& from, std::size_t first, std::size_t count,
                 const std::vector<std::size_t>& options, comparison::Columns& to) const;

    Job job_;
    Header header_;
    std::string outcome_;
    std::string out_;
    RowSource rows_;
    std::uint64_t members_ = 0;
    Diagnostics warnings_;
    std::unique_ptr<PartStore> store_;
    std::optional<Results> finished_;  ///< OUT, if it was there
};

}  // namespace forestall::analysis
