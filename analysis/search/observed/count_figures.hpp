// SPDX-License-Identifier: Apache-2.0
// What a member has where and when something was counted: for each count a figure of the same kind.
#pragma once
#include <optional>
#include <vector>

#include "engine/outcome.hpp"
#include "scenario/loader.hpp"
#include "scenario/observed/observations.hpp"
#include "world/world.hpp"

namespace forestall::analysis {

/// None where a member has no such figure: a day outside of the period; people by where they came
/// from, which a run does not keep; control where violence is scheduled.
struct CountFigures {
    std::vector<std::optional<double>> total;               ///< persons; as Observed::total
    std::vector<std::vector<std::optional<double>>> camps;  ///< persons; dims camp, count
    std::vector<std::optional<double>> displaced;           ///< persons; as Observations::displaced
    std::vector<std::optional<double>> held;                ///< share; as Observations::held
};

/// A day's figure is that of the end of its step. At a place, at several taken together, in a
/// region or a country: those who shelter there; anywhere, as in `total`: all who are away from
/// home, at home and abroad, on the road too. So a count of refugees alone, or of those in camps
/// alone, is less than that by what it leaves out, and belongs under its hosts.
CountFigures member_counts(const World& world, const Observed& counted,
                           const Observations& observations, const MemberOutcome& outcome,
                           const RunDetail& detail);

}  // namespace forestall::analysis
