// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/warning_members.hpp"

#include <algorithm>
#include <optional>

#include "engine/engine.hpp"

namespace forestall::analysis {

Watched watched_of(const World& world, const MemberOutcome& outcome) {
    const std::vector<std::string> names = parameter_names(world);
    const auto delay = std::find(names.begin(), names.end(), "monitoring.delay");
    const auto floats = [](const std::vector<double>& x) {
        return std::vector<float>(x.begin(), x.end());
    };
    Watched out;
    out.steps = static_cast<int>(step_count(world));
    out.step_days = static_cast<int>(world.settings().step_days);
    out.delay_days = outcome.parameters.at(static_cast<std::size_t>(delay - names.begin()));
    out.onset = static_cast<int>(outcome[Scalar::mass_killing_onset_step]);
    out.risk = floats(outcome[Series::risk]);
    out.reported = floats(outcome[Series::reported_civilian_deaths]);
    for (const double stage : outcome[Series::stage_observed])
        out.seen.push_back(static_cast<std::int8_t>(stage));
    return out;
}

std::vector<Watched> run_watched(const World& world, std::uint64_t seed, std::uint64_t members,
                                 const Parallel& parallel, const std::atomic<bool>* stop) {
    std::vector<std::optional<Watched>> each(members);
    parallel.for_chunks(members, 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t m = begin; m < end; ++m) {
            if (stop != nullptr && stop->load(std::memory_order_relaxed)) return;
            RunRequest request;
            request.seed = seed;
            request.member = m;
            each[m] = watched_of(world, run_member(world, request));
        }
    });
    std::vector<Watched> out;
    for (auto& watched : each)
        if (watched) out.push_back(std::move(*watched));
    return out;
}

}  // namespace forestall::analysis
