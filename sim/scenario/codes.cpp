// SPDX-License-Identifier: Apache-2.0
#include "scenario/codes.hpp"

#include <array>

namespace forestall {

namespace {

constexpr std::array code_table = std::to_array<CodeSpec>({
    {"E001", "a file is missing", "see docs/scenario-format.md for the files of a scenario"},
    {"E002", "a file cannot be read", "check that it is a regular file and that you may read it"},
    {"E003", "a file is larger than allowed", "split the scenario or leave out what is not needed"},
    {"E004", "the TOML text has a syntax error", ""},
    {"E005", "the CSV text has a syntax error",
     "quote cells that hold commas, quotes or line ends; double the quotes in them"},
    {"E006", "the text is not UTF-8", "save the file as UTF-8"},
    {"E007", "a required key is missing", ""},
    {"E008", "a value has the wrong type", ""},
    {"E009", "a word is not one of those allowed", ""},
    {"E010", "a required column is missing", ""},
    {"E011", "a column is not known", ""},
    {"E012", "a key is not known", ""},
    {"E013", "known, but not supported by this version", "remove it: nothing would read it"},
    {"E014", "a row has more cells than the header", "quote cells that hold commas"},
    {"E015", "a column is named twice", "keep one of them"},
    {"E016", "not a number", "write digits with a point: 1234.5"},
    {"E017", "not a date", "write dates as YYYY-MM-DD"},
    {"E018", "not a quantity",
     "write a number and a unit: \"14 d\", \"200 km/d\", \"40 k USD/week\", \"5 %\""},
    {"E019", "a cell is blank that must be filled in", ""},
    {"E020", "a name is used twice", "rename or remove one of them"},
    {"E021", "a place is not in locations.csv", ""},
    {"E022", "a group is not in scenario.toml", ""},
    {"E023", "an actor is not in scenario.toml", ""},
    {"E024", "a route or border leads to where it starts", "remove it"},
    {"E025", "two routes join the same places", "routes go both ways: keep one"},
    {"E026", "a number is out of range", ""},
    {"E027", "a share is not between 0 and 1", "write 5 % as 0.05"},
    {"E028", "a range is not in order", "low <= best <= high"},
    {"E029", "a capacity is given for a place that is not a camp", "only camps have a capacity"},
    {"E030", "a population is given for a place abroad",
     "only places in a `home` country have a population"},
    {"E031", "a row repeats another", "keep one of them"},
    {"E032", "a closure is not of exactly one of place, route, border",
     "write one [[closure]] for each"},
    {"E033", "the end lies before the start", ""},
    {"E034", "a parameter is not known",
     "`forestall describe mechanisms` and `forestall describe motives` list them"},
    {"E035", "a parameter is out of its bounds", ""},
    {"E036", "a quantity is of the wrong kind of unit", ""},
    {"E037", "a distribution has no source",
     "add source = \"…\" with author and year, or \"judgement: why\""},
    {"E038", "a distribution is malformed",
     "one of uniform = [low, high], triangular = [low, mode, high], normal = [mean, sd], lognormal "
     "= [median, sigma], "
     "beta = [a, b]"},
    {"E039", "prescribed displacement has no totals to follow",
     "add observed/total.csv with columns date, persons"},
    {"E040", "the period is empty", "start must not lie after end"},
    {"E041", "the step is not a whole number of days within the period", "write \"7 d\""},
    {"E042", "there is more than this program can handle", ""},
    {"E043", "a country has no place in locations.csv", ""},
    {"E044", "no route joins the two places", "routes are in routes.csv"},
    {"E045", "a table has no rows", ""},
    {"E046", "the shares of a place that actors hold sum to more than 1",
     "what is left of 1 is held by no one"},
    {"E047", "a relation names one actor twice, or a hostility one group",
     "name two different ones"},
    {"E048", "a mechanism is not known",
     "`forestall describe mechanisms` and `forestall describe motives` list them"},
    {"E049", "a trigger has both a day and a rate, or neither", "give one of them"},
    {"E050", "a trigger or an actor does not say whom it is about", ""},
    {"E051", "violence is endogenous, but no actor has fighters", "give an [[actor]] fighters"},
    {"E052", "a scenario has more than one model", "keep one of [lattice] and [cascade]"},
    {"E053", "an effect, a link or a cost has no source",
     "write a distribution with source = \"…\""},
    {"E054", "a lever is not known", "`forestall describe levers` lists them"},
    {"E055", "an intervention is not known", "`forestall describe interventions` lists them"},
    {"E056", "a partner is not known", "declare it with [[partner]]"},
    {"E057", "actions start after each other in a circle", "one of them needs another start"},
    {"E058", "a start or a stop contradicts itself", ""},
    {"E059", "an action can never start", ""},
    {"E060", "the budget cannot pay for an option", "raise the budget or leave something out"},
    {"E061", "an action is not known", ""},
    {"E062", "an action does not say what its intervention is aimed at", ""},
    {"E063", "a partner cannot lead this intervention", ""},
    {"E064",
     "the TOML text is nested deeper, or its keys or lines are longer, than any scenario needs",
     ""},
    {"E065", "a link leads out of the scenario's directory",
     "put the file itself there: a scenario is complete in its directory"},
    {"E066", "a table does not use commas between cells and points in numbers", ""},
    {"E067", "two names look the same", "rename one of them"},
    {"E068", "a name cannot be used", "choose another one"},
    {"E069", "nobody lives in the home countries",
     "give people to places at home in populations.csv"},
    {"E070", "a partner is both worked with and worked against",
     "keep it in coordinates or in competes"},
    {"E071", "an action excludes itself", "remove it from excludes"},
    {"E101", "not a Flee instance",
     "the directory must hold locations.csv and routes.csv, or input_csv/ with them"},
    {"E102", "a file cannot be written", "check that the directory may be written and has room"},
    {"E103", "a value of a Flee file makes no sense", ""},
    {"E104", "nobody lives in the home country of a Flee instance",
     "fill in column population of its towns"},
    {"E105", "a camp sends away everyone who comes",
     "forced_redirection 1 sends from name2 to name1, 2 from name1 to name2; a place of transit is "
     "a forwarding_hub"},
    {"W001", "a route is shorter than the great circle between its ends",
     "one of the three numbers is wrong"},
    {"W002", "a place has no route", "nobody can reach or leave it: add a row to routes.csv"},
    {"W003", "a group has no people", "give it people in populations.csv"},
    {"W004", "an event lies outside the period", ""},
    {"W005", "counts do not cover the period", ""},
    {"W006", "the step does not divide the period", "the last step is shorter than the others"},
    {"W007", "a file is not read", ""},
    {"W008", "errors or warnings were counted but not listed", "fix those listed first"},
    {"W009", "a place may be misplaced", "check its coordinates and its region"},
    {"W010", "a key has no effect", ""},
    {"W011", "a comment line looks like a row",
     "to have it read, put quotes around the first cell"},
    {"W012", "scheduled dead of people who do not live there",
     "only those who have fled there can die: check location and target, or leave the target "
     "blank"},
    {"W013", "more scheduled dead than people who live there", "check the numbers of both"},
    {"W014", "a title has invisible characters",
     "remove them: they can make a title look like another"},
    {"W015", "nobody can leave", "people leave only places with violence: see violence.csv"},
    {"W016", "more people are to be displaced than there are",
     "check observed/total.csv and populations.csv"},
    {"W101", "a population is imputed", "replace it with a count if there is one"},
    {"W102", "conflict flags name a place that is not a location", "the column was left out"},
    {"W103", "a registration correction matches no count", "it has no effect on source_data"},
    {"W104", "a series of counts is empty", "taken as 0 throughout"},
    {"W105", "a counted camp is not a location", "its counts were left out"},
    {"W106", "a closure cannot be imported", "it was left out"},
    {"W107", "a location type is not known", "taken as settlement"},
    {"W108", "a number was not imported", ""},
    {"W109", "counts or conflict flags end before the period", ""},
    {"W110", "there are no counts", "displacement is endogenous"},
    {"W111", "a conflict flag is not between 0 and 1",
     "it was set to the nearer end of that range"},
    {"W112", "a row repeats another", "the first was kept"},
    {"W113", "a row or file cannot be imported", "it was left out"},
    {"W114", "conflict flags or closures lie outside the period", "they were left out"},
    {"W115", "a file is not UTF-8", "taken as Latin-1"},
    {"W118", "home is not the country of the first location",
     "home is where conflict zones and people are; Flee takes the first location's"},
    {"W119", "nobody can leave", "people leave only places with violence: see conflicts.csv"},
    {"W117", "a date is not the start and the day of its row", "the day was used"},
    {"E201", "not a file of UCDP's georeferenced events",
     "download the GED as CSV from https://ucdp.uu.se/downloads"},
    {"E202", "a file of events has no event that can be read",
     "the rows that were left out say why: see the warnings of the file"},
    {"W201", "a row of an event cannot be read", "it was left out"},
    {"W202", "an event repeats another's number", "the first was kept"},
    {"W203", "estimates of deaths are not in order low, best, high", "best is used"},
    {"W204", "an event ends before it starts", "the dates were exchanged"},
    {"E211", "not a month", "write months as YYYY-MM"},
    {"E212", "a row says twice where something is", "fill in one of the columns"},
    {"E213", "a region is not in locations.csv", ""},
    {"E214", "deaths or origins are at a place abroad", "name a place at home, or leave it blank"},
    {"E215", "not a map of areas",
     "make GeoJSON of it: ogr2ogr -f GeoJSON -t_srs EPSG:4326 areas.geojson areas.shp"},
    {"E216", "positions of a map are not in degrees",
     "ogr2ogr -f GeoJSON -t_srs EPSG:4326 areas.geojson areas.shp"},
    {"E217", "a column or property that is needed is not there", ""},
    {"E218", "nothing of a file can be taken", "what was left out is counted by reason"},
    {"W211", "an area of a map cannot be read", "it was left out"},
    {"W212", "an area of a map has places of several regions",
     "the region of most of them was taken; observed/areas.csv can say otherwise"},
    {"W213", "a row about people cannot be read", "it was left out"},
    {"W214", "an area is not known", "its rows were left out; name it in observed/areas.csv"},
    {"W215", "a month lies outside of the scenario's period", "no run has a figure for it"},
    {"W216", "a place lies in no area of the map",
     "it has no part of an area's people or deaths; observed/areas.csv can put it into one"},
    {"W217", "deaths lie far from every settlement of the scenario",
     "if the scenario is a part of the country, give --boundaries or --within"},
    {"W218", "people were counted in a part of a region where the scenario has no place",
     "its rows were left out: no run has a figure for it; name its places in observed/areas.csv"},
    {"W219", "a region has places with people of the table and others that keep theirs",
     "see that nobody is counted twice; observed/areas.csv can put the others into an area"},
    {"W220", "a map is doubtful", "see that it is the right one, in degrees (EPSG:4326)"},
    {"E301", "a partner is commanded from two seats", "take it from one of them"},
    {"E302", "a seat, fog, source or objective is not in exercise.toml", ""},
    {"E303", "turns are not whole steps within the period", ""},
    {"E304", "an inject does not say when it comes",
     "turn N; or condition, with INDICATOR >= LEVEL, turn >= N, event KIND or order INTERVENTION "
     "of "
     "SEAT"},
    {"E305", "an inject is half a message and half a trigger",
     "kind = trigger goes with a trigger_kind, kind = message without one"},
    {"E401", "parts of a design do not go together", ""},
    {"E402", "an input has no values, or values of two kinds",
     "give one of levels, uniform, triangular, normal, lognormal, beta"},
    {"E403", "an outcome is not an expression over the variables of a results file",
     "for instance sum(civilian_deaths); `forestall describe outcomes` lists the variables"},
    {"E404", "an input is not something that can be varied",
     "`forestall describe mechanisms` and `forestall describe DIR` list parameters"},
    {"E405", "an option is not one of the scenario",
     "`forestall describe DIR --options` lists them"},
    {"E406", "a design has too many points", "take fewer points, levels or steps"},
    {"E407", "a list of points does not fit its inputs",
     "a column for each input, named like it, and a number in each row"},
    {"W401", "a key has no effect with this method", "remove it, or take another method"},
    {"W402", "strata are no parts of a whole", "figures are then of points, not of probabilities"},
    {"W301", "no seat commands a partner", "the white cell does"},
    {"W302", "an inject comes in a turn that is not played", "it never fires"},
});

}  // namespace

std::span<const CodeSpec> diagnostic_codes() { return code_table; }

const CodeSpec* find_code(std::string_view code) {
    for (const auto& spec : code_table) {
        if (spec.code == code) return &spec;
    }
    return nullptr;
}

std::string diagnostics_page() {
    std::string page =
        "# Diagnostic codes\n\nMade from `sim/scenario/codes.cpp`; E is an error (exit code 65), W "
        "a warning. Codes "
        "from 101 on come from importers, from 211 on from observations and their importers, "
        "from 301 on from exercise.toml and msel.csv, from 401 on from experiments.\n\n| code | "
        "meaning | what to do |\n|---|---|---|\n";
    for (const auto& spec : code_table) {
        page.append("| ")
            .append(spec.code)
            .append(" | ")
            .append(spec.meaning)
            .append(" | ")
            .append(spec.hint);
        page += " |\n";
    }
    return page;
}

}  // namespace forestall
