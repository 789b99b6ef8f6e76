// SPDX-License-Identifier: Apache-2.0
// Files of a scenario directory, and the columns of those that are tables.
#include <array>

#include "scenario/keys.hpp"
#include "world/place.hpp"

namespace forestall {
namespace {

constexpr std::array column_table = std::to_array<ColumnSpec>({
    {"locations.csv", "name", true, "Unique."},
    {"locations.csv", "region", false, "Admin unit."},
    {"locations.csv", "country", true, "At home if listed under `home`, else abroad."},
    {"locations.csv", "latitude", true, "Degrees north, -90 to 90."},
    {"locations.csv", "longitude", true, "Degrees east, -180 to 180."},
    {"locations.csv", "kind", true, "What it is to someone who flees.",
     joined_words<place_kind_words, '|'>},
    {"locations.csv", "capacity", false, "Persons a camp was planned for; blank: unknown."},
    {"locations.csv", "hardship", false, "Hardship without violence, share; default 0.5."},
    {"locations.csv", "access", false,
     "Terrain and humanitarian access, share, 1 easy; default 1."},
    {"locations.csv", "source", false, "Where the row is from."},
    {"routes.csv", "from", true, "A place."},
    {"routes.csv", "to", true, "Another place. Routes go both ways."},
    {"routes.csv", "km", true, "Length by road or track."},
    {"routes.csv", "forwarding", false,
     "to_to: who arrives at `from` is sent on to `to`; to_from: the other way; both; default none.",
     "none|to_from|to_to|both"},
    {"routes.csv", "source", false, "Where the row is from."},
    {"populations.csv", "location", true, "A place at home."},
    {"populations.csv", "group", true, "A group."},
    {"populations.csv", "persons", true, "People at the start, best estimate."},
    {"populations.csv", "low", false, "Low end; blank: as persons."},
    {"populations.csv", "high", false, "High end; blank: as persons."},
    {"populations.csv", "imputed", false,
     "yes: nobody counted, the number is a stand-in; default no.", "no|yes"},
    {"populations.csv", "source", false, "Where the row is from."},
    {"violence.csv", "first", true, "First day."},
    {"violence.csv", "last", false, "Last day; blank: does not end."},
    {"violence.csv", "location", true, "A place."},
    {"violence.csv", "kind", true,
     "Who suffers: fighters, civilians of one side, or neighbours of each other.",
     "battle|one_sided|communal"},
    {"violence.csv", "actor", false, "Perpetrator; blank: unknown."},
    {"violence.csv", "target", false, "Group attacked; blank: everyone."},
    {"violence.csv", "intensity", false, "Danger while it lasts, share; default 1."},
    {"violence.csv", "deaths_low", false, "Civilians killed over the whole event, low end."},
    {"violence.csv", "deaths", false,
     "Civilians killed over the whole event, best estimate; default 0."},
    {"violence.csv", "deaths_high", false, "Civilians killed over the whole event, high end."},
    {"violence.csv", "battle_low", false, "Fighters killed, low end."},
    {"violence.csv", "battle", false, "Fighters killed, best estimate; default 0."},
    {"violence.csv", "battle_high", false, "Fighters killed, high end."},
    {"violence.csv", "source", true, "Where the row is from."},
    {"control.csv", "location", true, "A place."},
    {"control.csv", "actor", true, "An actor."},
    {"control.csv", "share", true, "Share of the place that the actor holds at the start."},
    {"control.csv", "low", false, "Least share; default: the share."},
    {"control.csv", "high", false, "Greatest share; default: the share."},
    {"control.csv", "source", false, "Where the row is from."},
    {"msel.csv", "number", true, "Unique."},
    {"msel.csv", "title", true, "In a few words."},
    {"msel.csv", "status", false, "What has become of it; default ready.", "ready|fired|skipped"},
    {"msel.csv", "when", true, "turn N, or condition."},
    {"msel.csv", "condition", false,
     "INDICATOR >= LEVEL, turn >= N, event KIND, or order INTERVENTION of SEAT."},
    {"msel.csv", "from", false, "Who is said to speak."},
    {"msel.csv", "to", true, "Seats, with semicolons between them; or all."},
    {"msel.csv", "kind", true, "A message moves people, a trigger the world.", "message|trigger"},
    {"msel.csv", "text", true, "What is told."},
    {"msel.csv", "trigger_kind", false, "Kind of the [[trigger]]."},
    {"msel.csv", "actor", false, "Its actor."},
    {"msel.csv", "target", false, "Its target."},
    {"msel.csv", "strength", false, "Its strength, share."},
    {"msel.csv", "expected_action", false, "What a good team does; for the white cell."},
    {"msel.csv", "objective", false, "Ids of objectives, with semicolons between them."},
    {"msel.csv", "note", false, "For the white cell."},
    {"msel.csv", "auto", false, "yes: comes without being confirmed; default no.", "no|yes"},
    {"msel.csv", "group", false, "The trigger's group."},
    {"msel.csv", "places", false, "Its places, with semicolons between them."},
    {"msel.csv", "fighters", false, "Its fighters."},
    {"observed/total.csv", "date", true, "Day of the count."},
    {"observed/total.csv", "persons", true, "Displaced persons in all."},
    {"observed/total.csv", "source", false, "Where the row is from."},
    {"observed/camps.csv", "date", true, "Day of the count."},
    {"observed/camps.csv", "location", true, "A place."},
    {"observed/camps.csv", "persons", true, "Persons counted there."},
    {"observed/camps.csv", "source", false, "Where the row is from."},
});

constexpr std::array file_table = std::to_array<FileSpec>({
    {"scenario.toml", true},
    {"locations.csv", true},
    {"routes.csv", true},
    {"populations.csv", true},
    {"violence.csv"},
    {"control.csv"},
    {"observed/total.csv"},
    {"observed/camps.csv"},
    {"sources.md"},
    {"lessons.csv"},
    {"exercise.toml"},
    {"msel.csv"},
    {"facilitator.md"},
    {"README.md"},
});

}  // namespace

std::span<const ColumnSpec> scenario_columns() { return column_table; }
std::span<const FileSpec> scenario_files() { return file_table; }

}  // namespace forestall
