// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys.hpp"

#include <array>

namespace forestall {

namespace {

using enum KeyType;

constexpr std::array key_table = std::to_array<KeySpec>({
    {"", "title", text, true, "Name of the scenario in one line."},
    {"", "summary", text, false, "What it is about, in a sentence or two."},
    {"", "home", texts, true, "Country or countries whose people are followed; every other place is abroad."},
    {"", "period", section, true, "First and last day, both inclusive."},
    {"", "step", duration, false,
     "Decisions and results; movement goes by day inside it. Whole days; standard \"7 d\"."},
    {"", "displacement", section, false, "How people flee."},
    {"", "group", sections, true, "Identity groups."},
    {"", "actor", sections, false, "Armed and political actors."},
    {"", "closure", sections, false, "Dated closures of a place, a route or a border; exactly one of the three."},
    {"", "monitoring", section, false, "How what happens becomes known."},
    {"", "parameters", parameters, false, "Values of parameters that differ from their standard."},
    {"", "violence", section, false, "Where violence comes from."},
    {"", "mechanisms", section, false, "Which mechanisms and motives act."},
    {"", "relation", sections, false, "How two actors stand to each other, where it differs from their kinds."},
    {"", "hostility", sections, false, "Between the people of two groups, where it differs from the standard."},
    {"", "trigger", sections, false, "What may set things off: on a day, or at a rate."},
    {"", "partner", reserved, false, "Partners who may intervene."},
    {"", "option", reserved, false, "Options: what is done, when and by whom."},
    {"", "intervention", reserved, false, "Interventions beyond the catalogue."},
    {"", "catalogue", reserved, false, "Catalogue of interventions."},
    {"", "budget", reserved, false, "Money and staff there are."},
    {"period", "start", date, true, "Day 0."},
    {"period", "end", date, true, "Last day."},
    {"displacement", "mode", choice, false,
     "endogenous: the model says how many flee. prescribed: the total per day is read from observed/total.csv.",
     "endogenous|prescribed"},
    {"displacement", "representation", choice, false, "cohort: counts per cell. individual: one record per agent.",
     "cohort|individual"},
    {"displacement", "persons_per_agent", count, false, "Persons one agent stands for; individual only."},
    {"displacement", "use_capacities", boolean, false, "Whether full camps turn people away."},
    {"group", "name", text, true, "Name used in populations.csv and violence.csv."},
    {"group", "status", choice, false, "Political status on the EPR scale.",
     "monopoly|dominant|senior_partner|junior_partner|self_excluded|powerless|discriminated|irrelevant"},
    {"actor", "name", text, true, "Name used in violence.csv."},
    {"actor", "kind", choice, true, "What the actor is.",
     "government|security_force|militia|rebel_group|external_patron"},
    {"actor", "claims", texts, false, "Groups it claims to speak for."},
    {"actor", "protects", boolean, false, "Whether its mandate is to protect civilians; standard false."},
    {"actor", "fighters", number, false, "People under arms at the start.", "", "actor.fighters"},
    {"actor", "supply", number, false, "Income as a share of what its fighters cost; standard 1.", "", "actor.supply"},
    {"actor", "resolve", number, false, "Will to go on under losses; standard by kind.", "", "actor.resolve"},
    {"actor", "restraint", number, false, "What holds it back from civilians; standard by kind.", "",
     "actor.restraint"},
    {"actor", "sensitivity", number, false, "How much outside pressure counts; standard by kind.", "",
     "actor.sensitivity"},
    {"actor", "agitation", number, false, "Readiness to incite; standard by kind.", "", "actor.agitation"},
    {"actor", "animus", numbers, false, "Hostility to the people of groups: { \"Group\" = 0.3 }.", "", "actor.animus"},
    {"actor", "legitimacy", numbers, false, "In the eyes of groups: { \"Group\" = 0.7 }; standard by status.", "",
     "actor.legitimacy"},
    {"violence", "mode", choice, false,
     "scheduled: the dated rows of violence.csv. endogenous: what actors and people do; violence.csv is then a record "
     "to compare with. Standard scheduled.",
     "scheduled|endogenous"},
    {"violence", "conditioned_on", text, false, "What the run takes as given, in one sentence."},
    {"mechanisms", "off", texts, false, "Names of mechanisms and motives that do not act."},
    {"relation", "actors", pair, true, "Two actors."},
    {"relation", "value", number, true, "From enemy (-1) to ally (1), both ways.", "", "relation.value"},
    {"hostility", "groups", pair, true, "Two groups."},
    {"hostility", "value", number, true, "Share, from 0 to 1.", "", "hostility.value"},
    {"trigger", "name", text, true, "Unique."},
    {"trigger", "kind", choice, true, "What happens.",
     "coup|election|leader_killed|offensive|incident|deployment|peacekeeper_exit|spoiler"},
    {"trigger", "day", date, false, "When; without it, at its rate."},
    {"trigger", "rate", number, false, "How often, per year.", "", "trigger.rate"},
    {"trigger", "strength", number, false, "How hard it hits, share; standard 0.5.", "", "trigger.strength"},
    {"trigger", "fighters", number, false, "Who come or join (deployment, offensive).", "", "trigger.fighters"},
    {"trigger", "actor", text, false, "Who is hit, attacks, comes, goes or spoils."},
    {"trigger", "target", text, false, "Whom an offensive is against."},
    {"trigger", "group", text, false, "Whose people are hit or lose."},
    {"closure", "place", text, false, "Nobody may enter this place."},
    {"closure", "route", pair, false, "Nobody passes the link between these two places."},
    {"closure", "border", pair, false, "Nobody crosses from the first country to the second."},
    {"closure", "first", date, true, "First day of the closure."},
    {"closure", "last", date, false, "Last day of the closure; without it, to the end."},
    {"monitoring", "delay", number, false, "From a report's being made to its being seen.", "", "monitoring.delay"},
    {"monitoring", "reporting", number, false, "Share of events that get reported.", "", "monitoring.reporting"},
});

constexpr std::array column_table = std::to_array<ColumnSpec>({
    {"locations.csv", "name", true, "Unique."},
    {"locations.csv", "region", false, "Admin unit."},
    {"locations.csv", "country", true, "At home if listed under `home`, else abroad."},
    {"locations.csv", "latitude", true, "Degrees north, -90 to 90."},
    {"locations.csv", "longitude", true, "Degrees east, -180 to 180."},
    {"locations.csv", "kind", true, "What it is to someone who flees.", "settlement|camp|border_point"},
    {"locations.csv", "capacity", false, "Persons a camp was planned for; blank: unknown."},
    {"locations.csv", "hardship", false, "Baseline hardship, share; standard 0.5."},
    {"locations.csv", "access", false, "Terrain and humanitarian access, share, 1 easy; standard 1."},
    {"locations.csv", "source", false, "Where the row is from."},
    {"routes.csv", "from", true, "A place."},
    {"routes.csv", "to", true, "Another place. Links go both ways."},
    {"routes.csv", "km", true, "Length by road or track."},
    {"routes.csv", "forwarding", false,
     "to_to: who arrives at `from` is sent on to `to`; to_from: the other way; both; standard none.",
     "none|to_from|to_to|both"},
    {"routes.csv", "source", false, "Where the row is from."},
    {"populations.csv", "location", true, "A place at home."},
    {"populations.csv", "group", true, "A group."},
    {"populations.csv", "persons", true, "People at the start, best estimate."},
    {"populations.csv", "low", false, "Low end; blank: as persons."},
    {"populations.csv", "high", false, "High end; blank: as persons."},
    {"populations.csv", "imputed", false, "yes: nobody counted, the number is a stand-in; standard no.", "no|yes"},
    {"populations.csv", "source", false, "Where the row is from."},
    {"violence.csv", "first", true, "First day."},
    {"violence.csv", "last", false, "Last day; blank: does not end."},
    {"violence.csv", "location", true, "A place."},
    {"violence.csv", "kind", true, "Who suffers: fighters, civilians of one side, or neighbours of each other.",
     "battle|one_sided|communal"},
    {"violence.csv", "actor", false, "Perpetrator; blank: unknown."},
    {"violence.csv", "target", false, "Group attacked; blank: everyone."},
    {"violence.csv", "intensity", false, "Danger while it lasts, share; standard 1."},
    {"violence.csv", "deaths_low", false, "Civilians killed over the whole event, low end."},
    {"violence.csv", "deaths", false, "Civilians killed over the whole event, best estimate; standard 0."},
    {"violence.csv", "deaths_high", false, "Civilians killed over the whole event, high end."},
    {"violence.csv", "battle_low", false, "Fighters killed, low end."},
    {"violence.csv", "battle", false, "Fighters killed, best estimate; standard 0."},
    {"violence.csv", "battle_high", false, "Fighters killed, high end."},
    {"violence.csv", "source", true, "Where the row is from."},
    {"control.csv", "location", true, "A place."},
    {"control.csv", "actor", true, "An actor."},
    {"control.csv", "share", true, "Share of the place that the actor holds at the start."},
    {"control.csv", "low", false, "Least share; default: the share."},
    {"control.csv", "high", false, "Greatest share; default: the share."},
    {"control.csv", "source", false, "Where the row is from."},
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
    {"README.md"},
});

}  // namespace

std::span<const KeySpec> scenario_keys() { return key_table; }
std::span<const ColumnSpec> scenario_columns() { return column_table; }
std::span<const FileSpec> scenario_files() { return file_table; }

int choice_index(std::string_view choices, std::string_view word) {
    int at = 0;
    while (!choices.empty()) {
        const auto end = choices.find('|');
        if (choices.substr(0, end) == word) return at;
        if (end == std::string_view::npos) break;
        choices.remove_prefix(end + 1);
        ++at;
    }
    return -1;
}

}  // namespace forestall
