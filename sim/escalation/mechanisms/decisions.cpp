// SPDX-License-Identifier: Apache-2.0
// Mechanism: leaders and commanders choose what to do in the step by quantal response.
// Reads: the scene; writes the orders of the step. Source: McKelvey & Palfrey 1995.
// docs/mechanisms/decisions.md
#include <iterator>

#include "escalation/mechanism.hpp"

namespace forestall {
namespace {

const std::optional<Cut> nothing;

void act(Turn& t, const DecisionParameters&) {
    const std::optional<Cut>& cut = t.cut == nullptr ? nothing : *t.cut;
    t.orders = decide_leaders(t.scene, t.minds, t.world, t.luck, t.step, cut, t.record, t.probes);
    auto local =
        decide_commanders(t.scene, t.minds, t.world, t.luck, t.step, cut, t.record, t.probes);
    t.orders.insert(t.orders.end(), std::make_move_iterator(local.begin()),
                    std::make_move_iterator(local.end()));
}

}  // namespace

extern const Mechanism mechanism_decisions;
const Mechanism mechanism_decisions{
    "decisions", "leaders and commanders choose what to do in the step by quantal response",
    "McKelvey & Palfrey 1995", 18, acted_by<decision_parameters, act>()};

}  // namespace forestall
