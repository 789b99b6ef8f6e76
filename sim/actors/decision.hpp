// SPDX-License-Identifier: Apache-2.0
// Rule: actors choose by quantal response: the odds of each thing they may do against holding still
// are the exponential of its utility, the sum of all motives. Leaders choose for the whole actor,
// commanders for each place. Reads the scene; writes nothing. Source: McKelvey & Palfrey 1995;
// docs/mechanisms/decision.md
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "actors/choice.hpp"
#include "core/random.hpp"

namespace forestall {

struct DecisionParameters {
    double scale;
};
extern const Parameters<DecisionParameters> decision_parameters;

/// One motive's part of a utility.
struct Reason {
    std::string_view motive;
    double value = 0;
    Ground ground;
};

/// A choice that was made, with how likely it was.
struct Decision {
    Choice choice;
    double probability = 0;
    std::vector<Reason> reasons;  ///< by size; filled only on request
};

/// What is taken away to see whether it mattered: one motive in one decision, or one event with all
/// it leaves behind.
struct Cut {
    std::string motive;       ///< empty: none
    std::int64_t step = -1;   ///< of the decision; -1: every step
    std::string actor;        ///< empty: every actor
    std::string place;        ///< empty: every place and leaders
    std::int64_t event = -1;  ///< number of the event that does not happen; -1: none
    std::optional<Choice> choice =
        {};  ///< the motive is taken from this choice only; none: from all
};

/// Asks how likely a choice is at its decision, made or not. `probability` is filled; -1: it could
/// not be made.
struct Probe {
    std::uint32_t step = 0;
    Choice choice;
    double probability = -1;
    std::vector<Reason> reasons{};  ///< of the choice, if it could be made
};

/// The motives that act in a world, with their values in a member.
class Minds {
public:
    Minds(const World& world, const ParameterValues& values);

    double utility(const Scene& scene, const Choice& choice, std::string_view without = {}) const;
    std::vector<Reason> reasons(const Scene& scene, const Choice& choice) const;

private:
    struct Active {
        const Motive* motive;
        Kept own;
    };
    std::vector<Active> active_;
    double scale_;
};

/// What leaders (once per actor) and commanders (once per actor and place) decide in a step, holds
/// left out; leaders of all actors first, in order of id. What is done is the first of a race in
/// which each thing has luck of its own, addressed by actor, place, step and what it is.
std::vector<Decision> decide_leaders(const Scene& scene, const Minds& minds, const World& world,
                                     const Luck& luck, std::uint32_t step,
                                     const std::optional<Cut>& cut, bool record,
                                     std::span<Probe> probes = {});
std::vector<Decision> decide_commanders(const Scene& scene, const Minds& minds, const World& world,
                                        const Luck& luck, std::uint32_t step,
                                        const std::optional<Cut>& cut, bool record,
                                        std::span<Probe> probes = {});

}  // namespace forestall
