// SPDX-License-Identifier: Apache-2.0
// Rule: the state in which the desk first sees a stage is kept, and from it the future is drawn
// again and again, each time the same for doing nothing and for every option that starts at that
// stage. Rare stages are reached by splitting: all futures of doing nothing that begin in the state
// kept of one stage are followed until the desk sees the next; the first that does leaves the state
// that is kept of it, which counts for the share of them that do. Continued which futures reach the
// stage their states are alike in law, so that weighted means over members are unbiased. One member
// has at most one state of each stage: it is computed alone, and is one cluster.
// Reads a world and its draws; writes Continued of the outcomes. docs/methods/given-the-stage.md
// Source: fixed splitting, Glasserman, Heidelberger, Shahabuddin & Zajic 1999; L'Ecuyer, Demers &
// Tuffin 2007.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "core/random.hpp"
#include "core/stage.hpp"
#include "engine/engine.hpp"

namespace forestall {

/// Luck of a future from the state that a member's stage left; that of continuation 0 is the luck
/// by which the state was reached, which goes on.
Luck luck_of_continuation(std::uint64_t seed, std::uint64_t member, Stage stage,
                          std::uint32_t continuation);

/// `out`: outcomes of the options, of the same member, in their order.
void continue_from_stages(const World& world, const RunRequest& request,
                          std::span<const std::string> options, const Continuations& continuations,
                          std::vector<MemberOutcome>& out);

/// What is kept of one continuation, in the order of continued_outcomes().
std::vector<double> kept_of(const MemberOutcome& outcome);

}  // namespace forestall
