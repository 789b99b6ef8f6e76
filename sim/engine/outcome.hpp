// SPDX-License-Identifier: Apache-2.0
// What one member leaves behind: the variables of the results file (docs/results-file.md), as plain
// numbers. The tables below are the only list of variables: the engine fills them, the writer lays
// them out, `describe outcomes` prints them.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/ids.hpp"
#include "core/units.hpp"
#include "escalation/event.hpp"

namespace forestall {

enum class ValueType : std::uint8_t { count, real, flag };

struct VariableSpec {
    std::string_view name;
    ValueType type;
    std::string_view unit;  ///< UDUNITS; "1" for people and shares
    std::string_view long_name;
    std::string_view flags = {};  ///< flag_meanings, blank-separated, values 0, 1, …
};

/// Per step, summed over places: dims option, member, time.
enum class Series : std::uint8_t {
    civilian_deaths,
    battle_deaths,
    reported_civilian_deaths,
    displaced,
    idps,
    in_transit,
    refugees,
    returned,
    indirect_deaths,
    mobilised,
    detained,
    risk,
    attention,
    stage_true,
    stage_observed,
    attended,
    spend,
    count_
};
inline constexpr std::size_t series_count = static_cast<std::size_t>(Series::count_);
std::span<const VariableSpec, series_count> series_variables();

/// Per place: dims option, member, location.
enum class PerPlace : std::uint8_t { deaths_by_location, displaced_by_location, count_ };
inline constexpr std::size_t per_place_count = static_cast<std::size_t>(PerPlace::count_);
std::span<const VariableSpec, per_place_count> per_place_variables();

/// Per identity group: dims option, member, group.
enum class PerGroup : std::uint8_t { deaths_by_group, displaced_by_group, count_ };
inline constexpr std::size_t per_group_count = static_cast<std::size_t>(PerGroup::count_);
std::span<const VariableSpec, per_group_count> per_group_variables();

/// One number per member: dims option, member.
enum class Scalar : std::uint8_t {
    peak_stage,
    mass_killing_onset_step,
    mass_killing_per_head_onset_step,
    first_warning_step,
    count_
};
inline constexpr std::size_t scalar_count = static_cast<std::size_t>(Scalar::count_);
std::span<const VariableSpec, scalar_count> scalar_variables();

/// How often the future is drawn again from a state in which the desk first sees a stage.
struct Continuations {
    std::uint32_t each = 0;    ///< futures from each such state, under every option; 0: none
    std::uint32_t scouts = 0;  ///< more futures of doing nothing, which look for the next stage
    bool operator==(const Continuations&) const = default;
};
/// What is kept of a continuation: every series' sum over steps, its value at the end and its peak
/// ("civilian_deaths:total", …), and whether there was a mass killing.
std::span<const std::string> continued_outcomes();

/// Of an option that starts at a stage, from the state that was kept of that stage.
enum class Continued : std::uint8_t { option, nothing, weight, step, count_ };
inline constexpr std::size_t continued_count = static_cast<std::size_t>(Continued::count_);
std::span<const VariableSpec, continued_count> continued_variables();
/// The first ones have dims option, member, continuation, outcome, the others option, member.
constexpr bool by_continuation(Continued v) {
    return v == Continued::option || v == Continued::nothing;
}
/// Numbers of an option and member; 0 without continuations.
std::size_t length_of(Continued variable, const Continuations& continuations);

/// The row of a variable in its table.
inline const VariableSpec& spec_of(Series v) {
    return series_variables()[static_cast<std::size_t>(v)];
}
inline const VariableSpec& spec_of(PerGroup v) {
    return per_group_variables()[static_cast<std::size_t>(v)];
}

/// Shapes: series[variable][step], per_place[variable][place], per_group[variable][group],
/// continued[variable][continuation, outcome]. Counts
/// are integers below 2^53, so double holds them exactly.
struct MemberOutcome {
    std::array<std::vector<double>, series_count> series;
    std::array<std::vector<double>, per_place_count> per_place;
    std::array<std::vector<double>, per_group_count> per_group;
    std::array<double, scalar_count> scalars{};
    std::array<std::vector<double>, continued_count> continued;  ///< empty without continuations
    std::uint64_t hash = 0;  ///< digest of the world state over all steps, money and staff apart
    std::vector<double> parameters;  ///< epistemic draws, in order of the parameter tables

    std::vector<double>& operator[](Series s) { return series[position(s)]; }
    std::vector<double>& operator[](PerPlace p) { return per_place[position(p)]; }
    std::vector<double>& operator[](PerGroup g) { return per_group[position(g)]; }
    double& operator[](Scalar s) { return scalars[position(s)]; }
    std::vector<double>& operator[](Continued g) { return continued[position(g)]; }
    const std::vector<double>& operator[](Continued g) const { return continued[position(g)]; }
    const std::vector<double>& operator[](Series s) const { return series[position(s)]; }
    const std::vector<double>& operator[](PerPlace p) const { return per_place[position(p)]; }
    const std::vector<double>& operator[](PerGroup g) const { return per_group[position(g)]; }
    double operator[](Scalar s) const { return scalars[position(s)]; }

private:
    template <class Variable>
    static constexpr std::size_t position(Variable v) {
        return static_cast<std::size_t>(v);
    }
};

/// Everything of one run: dims of detail arrays are time, location, group in that order (group
/// last, contiguous).
struct RunDetail {
    std::size_t steps = 0;
    std::size_t places = 0;
    std::size_t groups = 0;
    std::size_t actors = 0;
    std::vector<Persons> settled;    ///< at home
    std::vector<Persons> sheltered;  ///< away from home, at this place
    std::vector<Persons> deaths;     ///< civilians killed at this place, in this step
    std::vector<double> danger;      ///< dims time, location; share
    std::vector<int>
        zones;  ///< dims time, location; control zone 1 to 5, 0 none; empty: nobody's control moves
    std::vector<double>
        control;  ///< dims time, location, actor; share; empty where violence is scheduled
    std::vector<Persons>
        fighters;  ///< dims time, location, actor; empty where violence is scheduled
    std::vector<Event> events;
};

}  // namespace forestall
