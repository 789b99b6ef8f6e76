// SPDX-License-Identifier: Apache-2.0
#include "engine/outcome.hpp"

#include "core/stage.hpp"

namespace forestall {
namespace {

using enum ValueType;
constexpr std::string_view stages = joined_words<stage_words, ' '>;

constexpr std::array<VariableSpec, series_count> series_table{{
    {"civilian_deaths", count, "1",
     "civilians killed in the step by violence of any kind (one-sided, communal, caught in "
     "battle)"},
    {"battle_deaths", count, "1", "fighters killed in the step"},
    {"reported_civilian_deaths", count, "1", "civilian deaths that observers report in the step"},
    {"displaced", count, "1",
     "people away from home because of the conflict (idps + in_transit + refugees)"},
    {"idps", count, "1", "people sheltered away from home inside their country"},
    {"in_transit", count, "1", "people on the road"},
    {"refugees", count, "1", "people sheltered abroad"},
    {"returned", count, "1", "people who went home again, cumulative"},
    {"indirect_deaths", count, "1", "deaths in flight and shelter, not by violence, cumulative"},
    {"mobilised", count, "1", "civilians mobilised: active for a cause, not under arms"},
    {"detained", count, "1", "civilians held by an actor"},
    {"risk", real, "1", "composite risk index as the desk computes it from what it sees"},
    {"attention", real, "1", "international attention"},
    {"stage_true", flag, "1", "stage, from what happened", stages},
    {"stage_observed", flag, "1", "stage, from what the desk sees", stages},
    {"attended", flag, "1", "the desk sees mitigation, but attention is high", "no yes"},
    {"spend", real, "USD", "money spent in the step"},
}};

constexpr std::array<VariableSpec, per_place_count> per_place_table{{
    {"deaths_by_location", count, "1", "civilians killed at the place over the run"},
    {"displaced_by_location", count, "1",
     "people sheltered at the place at the end, away from home"},
}};

constexpr std::array<VariableSpec, per_group_count> per_group_table{{
    {"deaths_by_group", count, "1", "civilians of the group killed over the run"},
    {"displaced_by_group", count, "1", "people of the group away from home at the end"},
}};

constexpr std::array<VariableSpec, scalar_count> scalar_table{{
    {"peak_stage", flag, "1", "highest true stage reached", stages},
    {"mass_killing_onset_step", count, "1",
     "first step in which one armed actor has deliberately killed more than 1,000 civilians of a "
     "discrete group within "
     "12 months; -1 never"},
    {"first_warning_step", count, "1",
     "first step in which the desk saw a stage of mitigation or response; -1 never. Before the "
     "onset of a mass "
     "killing: "
     "the lead of a warning; after or never: a miss; without onset: a false alarm"},
}};

}  // namespace

std::span<const VariableSpec, series_count> series_variables() { return series_table; }
std::span<const VariableSpec, per_place_count> per_place_variables() { return per_place_table; }
std::span<const VariableSpec, per_group_count> per_group_variables() { return per_group_table; }
std::span<const VariableSpec, scalar_count> scalar_variables() { return scalar_table; }

}  // namespace forestall
