// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/guesses.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "actors/levers.hpp"
#include "world/named_numbers.hpp"

namespace forestall::analysis {
namespace {

using assumptions::EffectCount;

/// Positions of the interventions that any of these options has.
std::set<std::size_t> interventions_of(const WorldTables& tables,
                                       const std::vector<std::string>& options) {
    std::set<std::size_t> out;
    for (const Option& option : tables.options)
        if (std::find(options.begin(), options.end(), option.name) != options.end())
            for (const PlannedAction& m : option.actions) out.insert(m.intervention);
    return out;
}

/// An effect is no better founded than the link by which it arrives.
bool is_guess(const Effect& effect) { return effect.grade == 'D' || effect.link_grade == 'D'; }

}  // namespace

EffectCount effects_of_all(const WorldTables& tables, const std::vector<std::string>& options) {
    EffectCount out;
    for (const std::size_t i : interventions_of(tables, options))
        for (const Effect& effect : tables.interventions[i].effects) {
            ++out.all;
            out.guessed += is_guess(effect) ? 1 : 0;
        }
    return out;
}

std::vector<EffectCount> effects_of(const WorldTables& tables,
                                    const std::vector<std::string>& options) {
    std::vector<EffectCount> out;
    out.reserve(options.size());
    for (const std::string& option : options) out.push_back(effects_of_all(tables, {option}));
    return out;
}

std::map<std::string, double> guesses_at_nothing(const WorldTables& tables,
                                                 const std::vector<std::string>& options) {
    std::map<std::string, double> out;
    for (const std::size_t i : interventions_of(tables, options)) {
        const Intervention& intervention = tables.interventions[i];
        for (std::size_t k = 0; k < intervention.effects.size(); ++k) {
            const Effect& effect = intervention.effects[k];
            const Lever* lever = find_lever(effect.lever);
            if (lever == nullptr) throw std::logic_error("an effect without a lever");
            if (effect.grade == 'D')
                out[effect_number(intervention.name, k)] = neutral(*lever);
            else if (is_guess(effect))
                out[link_number(intervention.name, k)] = 0;
        }
    }
    return out;
}

}  // namespace forestall::analysis
