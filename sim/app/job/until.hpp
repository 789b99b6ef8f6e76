// SPDX-License-Identifier: Apache-2.0
// `--until`: how precise answers shall be, or how long they may take, instead of how many members.
// Rule: a job is looked at now and then (comparison::looks). A look sees the file that would come
// out if the job ended there; so the number of members is decided by members alone, on any machine.
// With a time, members are those that it sufficed for. The file is that of a job with so many
// members, byte for byte.
#pragma once
#include <cstdint>
#include <functional>
#include <string>

#include "app/job/compute_missing.hpp"
#include "results/reader.hpp"

namespace forestall::app {

struct Until {
    double seconds = 0;                          ///< for which members are run
    std::function<bool(const Results&)> enough;  ///< if there is none
    int looks_in_a_row = 1;                      ///< that must find it enough

    bool asked() const { return seconds > 0 || enough; }
};

/// What --until was given: a time, or a number.
struct UntilWords {
    double seconds = 0;
    double share = 0;      ///< 0.1 for "10%", and for "0.1"
    bool percent = false;  ///< it was written so
};
/// "10%", "0.8", "90 s", "5 min", "2 h". UsageError for anything else; `like`: what it should be.
UntilWords parse_until(const std::string& text, const std::string& like);

/// How it ended, and how many members, from 0 on, are enough.
struct Enough {
    Ended ended = Ended::complete;
    std::uint64_t members = 0;
};
Enough compute_until(const Until& until, Work& work);
/// The file of the first so many members, all of which are there.
void finish_with_first(Work& work, std::uint64_t members);

/// The job with as many members as `out` has, if that is a finished file of it that may stay; else
/// the job as it is. StartRefused if its members are not enough.
Job as_finished(Job job, const Until& until, const std::string& out);

}  // namespace forestall::app
