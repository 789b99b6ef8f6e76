// SPDX-License-Identifier: Apache-2.0
#include "engine/shared_past.hpp"

#include <algorithm>
#include <utility>

namespace forestall {
namespace {

/// Followers that do the same to the world in a step.
struct Class {
    std::vector<LeverPart> parts;
    Desk leader;  ///< as the step begins; the world's own desk lives through the step by itself
    std::vector<Follower> followers;
};

/// All desks live through the start of the step; classes in the order of their first followers.
std::vector<Class> parted(const State& state, std::vector<Follower>&& followers) {
    std::vector<Class> out;
    for (Follower& f : followers) {
        Desk before = f.desk;
        std::vector<LeverPart> parts = state.lived_through(f.desk);
        f.spent.push_back(f.desk.spent_now());
        auto same =
            std::find_if(out.begin(), out.end(), [&](const Class& c) { return c.parts == parts; });
        if (same == out.end()) {
            out.push_back({std::move(parts), std::move(before), {}});
            same = out.end() - 1;
        }
        same->followers.push_back(std::move(f));
    }
    return out;
}

}  // namespace

SharedPast::SharedPast(const RunRequest& request, const Parallel& parallel, std::size_t steps,
                       std::vector<MemberOutcome>& out, Watch watch)
    : request_(request), parallel_(parallel), steps_(steps), out_(out), watch_(std::move(watch)) {}

void SharedPast::run(MemberRun world, std::size_t from, std::vector<Follower> followers) {
    if (followers.empty()) return;
    from_ = from;
    first_ = followers.front().place;
    go_on(std::move(world), from, std::move(followers));
}

bool SharedPast::watched(const std::vector<Follower>& followers) const {
    return watch_ && followers.front().place == first_;
}

void SharedPast::go_on(MemberRun world, std::size_t step, std::vector<Follower> followers) {
    for (; step < steps_; ++step) {
        if (followers.size() == 1)
            return alone(std::move(world), step, std::move(followers.front()));
        if (watched(followers)) watch_(world, step);
        std::vector<Class> classes = parted(world.state(), std::move(followers));
        for (auto c = classes.begin() + 1; c != classes.end(); ++c) {
            MemberRun branch = world;
            branch.state().take_up(std::move(c->leader));
            branch.step(request_, parallel_);
            go_on(std::move(branch), step + 1, std::move(c->followers));
        }
        world.state().take_up(std::move(classes.front().leader));
        followers = std::move(classes.front().followers);
        world.step(request_, parallel_);
    }
    const MemberOutcome shared = world.finish();
    for (const Follower& f : followers) leave(shared, f);
}

void SharedPast::alone(MemberRun world, std::size_t step, Follower follower) {
    const bool seen = watch_ && follower.place == first_;
    world.state().take_up(std::move(follower.desk));
    for (; step < steps_; ++step) {
        if (seen) watch_(world, step);
        world.step(request_, parallel_);
    }
    leave(world.finish(), follower);
}

/// The outcome of the world, and what the follower spent in the past that it shared.
void SharedPast::leave(const MemberOutcome& shared, const Follower& follower) {
    MemberOutcome& out = out_[follower.place];
    out = shared;
    std::copy(follower.spent.begin(), follower.spent.end(),
              out[Series::spend].begin() + static_cast<std::ptrdiff_t>(from_));
}

}  // namespace forestall
