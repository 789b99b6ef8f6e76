// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/observed/observed_members.hpp"

#include <optional>

#include "engine/engine.hpp"

namespace forestall::analysis {

std::vector<ObservedMember> run_observed(const DeathLayout& layout, const Observed& counted,
                                         const Observations& observations, std::uint64_t seed,
                                         std::uint64_t members, const Parallel& parallel,
                                         const std::atomic<bool>* stop, Counting counting) {
    std::vector<std::optional<ObservedMember>> each(members);
    parallel.for_chunks(members, 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t m = begin; m < end; ++m) {
            if (stop != nullptr && stop->load(std::memory_order_relaxed)) return;
            RunDetail detail;
            RunRequest request;
            request.seed = seed;
            request.member = m;
            request.detail = &detail;
            const MemberOutcome outcome = run_member(layout.world(), request);
            each[m] = ObservedMember{
                member_deaths(layout, detail, counting),
                member_counts(layout.world(), counted, observations, outcome, detail)};
        }
    });
    std::vector<ObservedMember> out;
    for (auto& member : each)
        if (member) out.push_back(std::move(*member));
    return out;
}

}  // namespace forestall::analysis
