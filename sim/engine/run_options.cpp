// SPDX-License-Identifier: Apache-2.0
// All options of one member, over the past that they share; and what comes of them from the states
// in which the desk first sees each stage.
#include "engine/continuations.hpp"
#include "engine/engine.hpp"
#include "engine/member_run.hpp"
#include "engine/shared_past.hpp"

namespace forestall {

std::vector<MemberOutcome> run_options(const World& world, const RunRequest& request,
                                       std::span<const std::string> options,
                                       const Continuations& continuations) {
    std::vector<MemberOutcome> out(options.size());
    const bool reference = !std::holds_alternative<std::monostate>(world.settings().reference);
    if (reference || options.size() < 2) {
        for (std::size_t o = 0; o < options.size(); ++o) {
            RunRequest one = request;
            one.option = options[o];
            out[o] = run_member(world, one);
        }
    } else {
        static const Parallel serial;
        const Parallel& parallel = request.parallel == nullptr ? serial : *request.parallel;
        RunRequest nothing = request;
        nothing.option = "none";
        MemberRun begun(world, nothing);
        std::vector<Follower> followers;
        for (std::size_t o = 0; o < options.size(); ++o)
            followers.push_back({o, Desk(world, begun.state().parameters(), options[o]), {}});
        SharedPast(nothing, parallel, step_count(world), out)
            .run(std::move(begun), 0, std::move(followers));
    }
    if (continuations.each > 0 && !reference)
        continue_from_stages(world, request, options, continuations, out);
    return out;
}

}  // namespace forestall
