// SPDX-License-Identifier: Apache-2.0
// One member being run, step by step. A value: copied, it branches into two worlds with the same
// past.
#pragma once
#include <cstdint>
#include <vector>

#include "engine/engine.hpp"
#include "engine/state.hpp"

namespace forestall {

class MemberRun {
public:
    MemberRun(const World& world, const RunRequest& request);
    void step(const RunRequest& request, const Parallel& parallel);
    /// What the member leaves behind; nothing may be stepped afterwards.
    MemberOutcome finish();
    State& state() { return state_; }
    const State& state() const { return state_; }

private:
    const World* world_;
    State state_;
    MemberOutcome out_;
    std::vector<std::uint64_t> digests_;  ///< of the state after each step
};

}  // namespace forestall
