// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/front.hpp"

#include "analysis/comparison/ranking.hpp"
#include "analysis/comparison/resampling.hpp"

namespace forestall::comparison {
namespace {

/// `means`: [objective][option].
bool dominates(const Columns& means, std::size_t a, std::size_t b) {
    bool better = false;
    for (const auto& objective : means) {
        if (objective[a] > objective[b]) return false;
        better = better || objective[a] < objective[b];
    }
    return better;
}

}  // namespace

Front front_of(const std::vector<Columns>& objectives, const Plan& plan) {
    const std::size_t options = objectives.front().size();
    Columns means, all;
    for (const Columns& objective : objectives) {
        means.emplace_back();
        for (const auto& column : objective) means.back().push_back(mean_of(column));
        all.insert(all.end(), objective.begin(), objective.end());
    }
    Front out{std::vector<std::vector<std::size_t>>(options), {}};
    for (std::size_t a = 0; a < options; ++a)
        for (std::size_t b = 0; b < options; ++b)
            if (dominates(means, b, a)) out.beaten_by[a].push_back(b);

    const Columns drawn = resample(all, plan).mean;
    std::vector<std::size_t> there(options);
    for (std::size_t r = 0; r < plan.replicates; ++r) {
        for (std::size_t k = 0; k < objectives.size(); ++k)
            for (std::size_t o = 0; o < options; ++o) means[k][o] = drawn[k * options + o][r];
        for (std::size_t a = 0; a < options; ++a) {
            bool beaten = false;
            for (std::size_t b = 0; b < options && !beaten; ++b) beaten = dominates(means, b, a);
            there[a] += beaten ? 0 : 1;
        }
    }
    for (const std::size_t n : there)
        out.chance.push_back(
            wilson(static_cast<double>(n) / static_cast<double>(plan.replicates), plan.replicates));
    return out;
}

}  // namespace forestall::comparison
