// SPDX-License-Identifier: Apache-2.0
// Runs stored members again, in other ways than they may have been run before, and compares every
// number of theirs.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/parallel.hpp"
#include "ensemble/job.hpp"
#include "results/differences.hpp"
#include "results/reader.hpp"
#include "results/said_differences.hpp"

namespace forestall::analysis {

/// One way to run: a back-end, threads, and an order of work.
struct Way {
    std::string backend;
    int threads = 1;
    std::uint64_t shuffle = 0;
};

/// A variable of a member under an option that does not hold what was computed anew.
struct Mismatch {
    std::uint64_t member = 0;
    std::string option;
    ValueDifference value;
    Way way;
};

/// `sample` positions of `count`, spread evenly, first and last among them.
std::vector<std::size_t> spread(std::size_t count, std::size_t sample);

/// Ways to take in turn when the user names none.
std::vector<Way> usual_ways();

/// The member at `position`, all options that it was run under, in one way: series, places, groups,
/// scalars, parameters, hash; for the file of a run all that it says. Options that it was not run
/// under must hold nothing.
std::vector<Mismatch> rerun(const Job& job, const Results& results, std::size_t position,
                            const Way& way, Demand demand = Demand::everything);

}  // namespace forestall::analysis
