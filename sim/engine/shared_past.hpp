// SPDX-License-Identifier: Apache-2.0
// Options of one member, run together for as long as they do the same to the world. In every step
// each option's desk says what it makes of the levers; those that say the same go on in one world,
// the others branch off: a tree over the starts of actions, its root any state. Money and staff
// are no part of the world, so each option keeps its own ledger. The bits are those of running each
// option alone (tested). docs/adr/0027-answers-given-the-stage.md
#pragma once
#include <functional>
#include <vector>

#include "engine/member_run.hpp"
#include "interventions/desk.hpp"

namespace forestall {

/// An option in a world that it shares.
struct Follower {
    std::size_t place = 0;      ///< where its outcome goes
    Desk desk;                  ///< as the next step begins
    std::vector<double> spent;  ///< USD by step, since the past began to be shared
};

class SharedPast {
public:
    /// Called before a step with the world of the first follower, and the step.
    using Watch = std::function<void(const MemberRun&, std::size_t)>;

    /// Outcomes go to `out`, at the followers' places. All must outlive this.
    SharedPast(const RunRequest& request, const Parallel& parallel, std::size_t steps,
               std::vector<MemberOutcome>& out, Watch watch = {});

    /// Runs all from step `from` of a world in which none of them has done anything yet.
    void run(MemberRun world, std::size_t from, std::vector<Follower> followers);

private:
    void go_on(MemberRun world, std::size_t step, std::vector<Follower> followers);
    void alone(MemberRun world, std::size_t step, Follower follower);
    void leave(const MemberOutcome& shared, const Follower& follower);
    bool watched(const std::vector<Follower>& followers) const;

    const RunRequest& request_;
    const Parallel& parallel_;
    std::size_t steps_;
    std::vector<MemberOutcome>& out_;
    Watch watch_;
    std::size_t from_ = 0;
    std::size_t first_ = 0;  ///< place of the one that is watched
};

}  // namespace forestall
