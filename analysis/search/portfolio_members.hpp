// SPDX-License-Identifier: Apache-2.0
// Rule: a portfolio is judged by the means over members of civilian deaths, of the peak of the
// displaced, and of the present value of what was spent; beside them the error of its difference
// from doing nothing under the same luck. All portfolios of a generation are run on a member
// together, so that they share its past. Does not depend on threads.
#pragma once
#include <atomic>

#include "analysis/search/portfolio.hpp"
#include "core/parallel.hpp"
#include "ensemble/job.hpp"

namespace forestall::analysis {

struct MemberRange {
    std::uint64_t first = 0;
    std::uint64_t count = 0;
};

/// A job whose options are "none" and then one for each portfolio ("none" for the empty one).
using PortfolioJob = std::function<Job(const std::vector<Portfolio>& portfolios)>;

struct PortfolioRuns {
    PortfolioJob job;
    MemberRange search;
    MemberRange sieve;
    double discount = 0.03;  ///< a year
    const Parallel& parallel;
    const std::atomic<bool>& stop;
    std::function<void()> each_member;  ///< called after each, from one thread at a time
};

/// Throws Stopped (decide_run.hpp) when `stop` is set before all members of a generation were run.
PortfolioSource portfolio_members(const PortfolioRuns& runs);
/// Likewise. A portfolio's parts are the actions of its option, `order` of them: positions of
/// candidates.
PartsPruned portfolio_pruning(const PortfolioRuns& runs,
                              std::function<std::vector<std::size_t>(const Portfolio&)> order);

/// [action of the option][member]: the day on which it was announced or began, -1: it never did.
std::vector<std::vector<Day>> action_starts(const World& world, const std::string& option,
                                            std::uint64_t seed, MemberRange members,
                                            const Parallel& parallel);

}  // namespace forestall::analysis
