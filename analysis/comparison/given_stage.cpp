// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/given_stage.hpp"

#include <algorithm>

namespace forestall::comparison {
namespace {

/// Mean over continuations of one outcome, by member; 0 where the stage was not reached.
std::vector<double> means_of(const std::vector<double>& values, std::size_t continuations,
                             const KeptOutcome& kept, const std::vector<double>& weight) {
    const std::size_t outcomes = continued_outcomes().size();
    std::vector<double> out(weight.size(), 0.0);
    for (std::size_t m = 0; m < out.size(); ++m) {
        if (weight[m] <= 0) continue;
        double sum = 0;
        for (std::size_t c = 0; c < continuations; ++c)
            sum += values[(m * continuations + c) * outcomes + kept.label];
        out[m] = kept.factor * sum / static_cast<double>(continuations);
    }
    return out;
}

std::vector<double> at(const std::vector<double>& all, const std::vector<std::size_t>& positions) {
    std::vector<double> out;
    out.reserve(positions.size());
    for (const std::size_t p : positions) out.push_back(all[p]);
    return out;
}

Ratio weighted(const GivenStage& g, const std::vector<double>& values) {
    Ratio out{values, g.weight};
    for (std::size_t m = 0; m < values.size(); ++m) out.value[m] *= g.weight[m];
    return out;
}

}  // namespace

GivenStage given_stage_of(const Results& results, const KeptOutcome& outcome, std::size_t option,
                          const std::vector<std::size_t>& positions) {
    const std::size_t continuations = results.header().continuations.each;
    const std::vector<double> weight = results.values(Continued::weight, option);
    const auto means = [&](Continued which) {
        return at(means_of(results.values(which, option), continuations, outcome, weight),
                  positions);
    };
    return {at(weight, positions), means(Continued::option), means(Continued::nothing),
            at(results.values(Continued::step, option), positions)};
}

Ratio difference_of(const GivenStage& given) {
    std::vector<double> difference = given.under;
    for (std::size_t m = 0; m < difference.size(); ++m) difference[m] -= given.nothing[m];
    return weighted(given, difference);
}

Ratio nothing_of(const GivenStage& given) { return weighted(given, given.nothing); }

std::size_t members_reached(const GivenStage& given) {
    return static_cast<std::size_t>(
        std::count_if(given.weight.begin(), given.weight.end(), [](double w) { return w > 0; }));
}

}  // namespace forestall::comparison
