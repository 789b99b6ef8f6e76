// SPDX-License-Identifier: Apache-2.0
// All options of one member. Up to the step in which an option first moves a lever its world is
// that of doing nothing, bit for bit, however much has been spent on preparing it; so the past is
// run once, and each option branches off it.
#include <algorithm>

#include "engine/engine.hpp"
#include "engine/member_run.hpp"

namespace forestall {
namespace {

/// An option whose desk has not moved anything yet.
struct Waiting {
    std::size_t option;
    Desk desk;
    std::vector<double> spent;  ///< USD by step

    /// What it spent in the past that it shares.
    MemberOutcome own(MemberOutcome out) const {
        auto& spend = out[Series::spend];
        std::copy(spent.begin(), spent.end(), spend.begin());
        return out;
    }
};

MemberOutcome run_to_end(MemberRun run, std::size_t from, std::size_t steps,
                         const RunRequest& request, const Parallel& parallel) {
    for (std::size_t t = from; t < steps; ++t) run.step(request, parallel);
    return run.finish();
}

}  // namespace

std::vector<MemberOutcome> run_options(const World& world, const RunRequest& request,
                                       std::span<const std::string> options) {
    std::vector<MemberOutcome> out(options.size());
    if (!std::holds_alternative<std::monostate>(world.settings().reference) || options.size() < 2) {
        for (std::size_t o = 0; o < options.size(); ++o) {
            RunRequest one = request;
            one.option = options[o];
            out[o] = run_member(world, one);
        }
        return out;
    }
    static const Parallel serial;
    const Parallel& parallel = request.parallel == nullptr ? serial : *request.parallel;
    RunRequest nothing = request;
    nothing.option = "none";
    MemberRun trunk(world, nothing);
    std::vector<Waiting> waiting;
    for (std::size_t o = 0; o < options.size(); ++o)
        waiting.push_back({o, Desk(world, trunk.state().parameters(), options[o]), {}});
    const std::size_t steps = step_count(world);
    for (std::size_t t = 0; t < steps; ++t) {
        for (auto w = waiting.begin(); w != waiting.end();) {
            Desk tried = w->desk;
            if (!trunk.state().would_act(tried)) {
                w->spent.push_back(tried.spent_now());
                w->desk = std::move(tried);
                ++w;
                continue;
            }
            MemberRun branch = trunk;
            branch.state().take_up(std::move(w->desk));
            out[w->option] = w->own(run_to_end(std::move(branch), t, steps, request, parallel));
            w = waiting.erase(w);
        }
        trunk.step(nothing, parallel);
    }
    const MemberOutcome untouched = trunk.finish();
    for (const Waiting& w : waiting) out[w.option] = w.own(untouched);
    return out;
}

}  // namespace forestall
