// SPDX-License-Identifier: Apache-2.0
#include "engine/outcome.hpp"

#include <stdexcept>

#include "core/stage.hpp"

namespace forestall {
namespace {

using enum ValueType;
template <class Variable>
struct Row {
    Variable variable;
    VariableSpec spec;
};

/// The specs of the rows, each of which stands at its variable, or it does not compile.
template <class Variable, std::size_t Size>
consteval std::array<VariableSpec, Size> specs(const Row<Variable> (&rows)[Size]) {
    static_assert(Size == static_cast<std::size_t>(Variable::count_), "a row for each variable");
    std::array<VariableSpec, Size> out{};
    for (std::size_t i = 0; i < Size; ++i) {
        if (static_cast<std::size_t>(rows[i].variable) != i)
            throw std::logic_error("a row of a table of variables is not in its place");
        out[i] = rows[i].spec;
    }
    return out;
}

constexpr std::string_view stages = joined_words<stage_words, ' '>;

constexpr std::array<VariableSpec, series_count> series_table = specs<Series>({
    {Series::civilian_deaths,
     {"civilian_deaths", count, "1",
      "civilians killed in the step by violence of any kind (one-sided, communal, caught in "
      "battle)"}},
    {Series::battle_deaths, {"battle_deaths", count, "1", "fighters killed in the step"}},
    {Series::reported_civilian_deaths,
     {"reported_civilian_deaths", count, "1", "civilian deaths that observers report in the step"}},
    {Series::displaced,
     {"displaced", count, "1",
      "people away from home because of the conflict (idps + in_transit + refugees)"}},
    {Series::idps, {"idps", count, "1", "people sheltered away from home inside their country"}},
    {Series::in_transit, {"in_transit", count, "1", "people on the road"}},
    {Series::refugees, {"refugees", count, "1", "people sheltered abroad"}},
    {Series::returned, {"returned", count, "1", "people who went home again, cumulative"}},
    {Series::indirect_deaths,
     {"indirect_deaths", count, "1", "deaths in flight and shelter, not by violence, cumulative"}},
    {Series::mobilised,
     {"mobilised", count, "1", "civilians mobilised: active for a cause, not under arms"}},
    {Series::detained, {"detained", count, "1", "civilians held by an actor"}},
    {Series::risk,
     {"risk", real, "1", "composite risk index as the desk computes it from what it sees"}},
    {Series::attention, {"attention", real, "1", "international attention"}},
    {Series::stage_true, {"stage_true", flag, "1", "stage, from what happened", stages}},
    {Series::stage_observed,
     {"stage_observed", flag, "1", "stage, from what the desk sees", stages}},
    {Series::attended,
     {"attended", flag, "1", "the desk sees mitigation, but attention is high", "no yes"}},
    {Series::spend, {"spend", real, "USD", "money spent in the step"}},
});

constexpr std::array<VariableSpec, per_place_count> per_place_table = specs<PerPlace>({
    {PerPlace::deaths_by_location,
     {"deaths_by_location", count, "1", "civilians killed at the place over the run"}},
    {PerPlace::displaced_by_location,
     {"displaced_by_location", count, "1",
      "people sheltered at the place at the end, away from home"}},
});

constexpr std::array<VariableSpec, per_group_count> per_group_table = specs<PerGroup>({
    {PerGroup::deaths_by_group,
     {"deaths_by_group", count, "1", "civilians of the group killed over the run"}},
    {PerGroup::displaced_by_group,
     {"displaced_by_group", count, "1", "people of the group away from home at the end"}},
});

constexpr std::array<VariableSpec, scalar_count> scalar_table = specs<Scalar>({
    {Scalar::peak_stage, {"peak_stage", flag, "1", "highest true stage reached", stages}},
    {Scalar::mass_killing_onset_step,
     {"mass_killing_onset_step", count, "1",
      "first step in which one armed actor has deliberately killed more than 1,000 civilians of a "
      "discrete group within "
      "12 months; -1 never"}},
    {Scalar::mass_killing_per_head_onset_step,
     {"mass_killing_per_head_onset_step", count, "1",
      "first step in which one armed actor has deliberately killed more than 100 civilians of a "
      "discrete group and more than 1 in 500 of it within 12 months; -1 never"}},
    {Scalar::first_warning_step,
     {"first_warning_step", count, "1",
      "first step in which the desk saw a stage of mitigation or response; -1 never. Before the "
      "onset of a mass "
      "killing: "
      "the lead of a warning; after or never: a miss; without onset: a false alarm"}},
});

constexpr std::array<VariableSpec, continued_count> continued_table = specs<Continued>({
    {Continued::option,
     {"given_stage", real, "1",
      "outcomes of the option, begun in the state in which the desk first saw its stage, by "
      "continuation; NaN where the stage was not reached"}},
    {Continued::nothing,
     {"given_stage_nothing", real, "1",
      "the same of doing nothing from that state, in the same continuation"}},
    {Continued::weight,
     {"given_stage_weight", real, "1",
      "share of the member's futures in which the desk sees the stage: what the state counts for; "
      "0 where it was not reached"}},
    {Continued::step,
     {"given_stage_step", count, "1",
      "step that begins in the state that was kept; -1 where the stage was not reached"}},
});

constexpr std::array<std::string_view, 3> continued_forms = {"total", "end", "peak"};

std::vector<std::string> make_continued_outcomes() {
    std::vector<std::string> out;
    for (const VariableSpec& v : series_table)
        for (const std::string_view form : continued_forms)
            out.push_back(std::string(v.name) + ":" + std::string(form));
    out.emplace_back("mass_killing");
    return out;
}

}  // namespace

std::span<const VariableSpec, continued_count> continued_variables() { return continued_table; }

std::span<const std::string> continued_outcomes() {
    static const std::vector<std::string> list = make_continued_outcomes();
    return list;
}

std::size_t length_of(Continued variable, const Continuations& continuations) {
    if (continuations.each == 0) return 0;
    return by_continuation(variable) ? continuations.each * continued_outcomes().size() : 1;
}

std::span<const VariableSpec, series_count> series_variables() { return series_table; }
std::span<const VariableSpec, per_place_count> per_place_variables() { return per_place_table; }
std::span<const VariableSpec, per_group_count> per_group_variables() { return per_group_table; }
std::span<const VariableSpec, scalar_count> scalar_variables() { return scalar_table; }

}  // namespace forestall
