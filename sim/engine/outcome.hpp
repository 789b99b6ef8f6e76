// SPDX-License-Identifier: Apache-2.0
// What one member leaves behind: the variables of the results file (docs/results-file.md), as plain numbers. The tables
// below are the only list of variables: the engine fills them, the writer lays them out, `describe outcomes` prints
// them.
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
    spend,
    count_
};
inline constexpr std::size_t series_count = static_cast<std::size_t>(Series::count_);
std::span<const VariableSpec, series_count> series_variables();

/// Per place: dims option, member, location.
enum class PerPlace : std::uint8_t { deaths_by_location, displaced_by_location, count_ };
inline constexpr std::size_t per_place_count = static_cast<std::size_t>(PerPlace::count_);
std::span<const VariableSpec, per_place_count> per_place_variables();

/// One number per member: dims option, member.
enum class Scalar : std::uint8_t { peak_stage, mass_killing_onset_step, count_ };
inline constexpr std::size_t scalar_count = static_cast<std::size_t>(Scalar::count_);
std::span<const VariableSpec, scalar_count> scalar_variables();

/// Shapes: series[variable][step], per_place[variable][place]. Counts are integers below 2^53, so double holds them
/// exactly.
struct MemberOutcome {
    std::array<std::vector<double>, series_count> series;
    std::array<std::vector<double>, per_place_count> per_place;
    std::array<double, scalar_count> scalars{};
    std::uint64_t hash = 0;          ///< digest of the world state over all steps, money and staff apart
    std::vector<double> parameters;  ///< epistemic draws, in order of the parameter tables

    const std::vector<double>& operator[](Series s) const { return series[static_cast<std::size_t>(s)]; }
    const std::vector<double>& operator[](PerPlace s) const { return per_place[static_cast<std::size_t>(s)]; }
    double operator[](Scalar s) const { return scalars[static_cast<std::size_t>(s)]; }
};

/// Why a choice was made: a motive (its part of the utility against holding still) or an earlier event behind one.
struct Cause {
    std::string what;                 ///< name of the motive or mechanism ("threat", "revenge", "losing", …)
    double weight = 0;                ///< utility that it added to what was chosen; negative: it held back
    std::int32_t event = -1;          ///< number of an earlier event of this run that it rests on; -1: none
    ActorId actor = none<ActorId>();  ///< whom it is about (a rival, a patron); none: nobody
};

/// A thing that happened, for `run`: dims event. Place, actor and target may be none.
struct Event {
    std::int32_t step = 0;
    std::string kind;  ///< "battle", "one_sided", "communal", "repression", "talks", "ceasefire", "trigger", "stage", …
    PlaceId place = none<PlaceId>();
    ActorId actor = none<ActorId>();
    GroupId target = none<GroupId>();
    Persons deaths = 0;
    Persons displaced = 0;
    ActorId opponent = none<ActorId>();  ///< the other armed actor of a battle or of talks
    std::string manner;           ///< "selective", "indiscriminate", "campaign", "offensive", …; empty: no kinds
    Day day = -1;                 ///< -1: the step has no finer date
    Persons civilian_deaths = 0;  ///< of `deaths`
    Persons reported = 0;         ///< civilian deaths that observers report
    double probability = -1;      ///< of the choice when it was made; -1: nothing was chosen
    int zone = 0;                 ///< control zone of the place then, 1 (incumbent's) to 5 (challenger's); 0: none
    std::vector<Cause> causes{};  ///< in order of weight
};

/// Everything of one run: dims of detail arrays are time, location, group in that order (group last, contiguous).
struct RunDetail {
    std::size_t steps = 0;
    std::size_t places = 0;
    std::size_t groups = 0;
    std::vector<Persons> settled;    ///< at home
    std::vector<Persons> sheltered;  ///< away from home, at this place
    std::vector<Persons> deaths;     ///< civilians killed at this place, in this step
    std::vector<double> danger;      ///< dims time, location; share
    std::vector<Event> events;
};

}  // namespace forestall
