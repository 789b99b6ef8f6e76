// SPDX-License-Identifier: Apache-2.0
#include "scenario/tally_world.hpp"

#include <algorithm>

namespace forestall {

namespace {

/// Dated events that no run looks at.
void leave_out(TallyLine& line) {
    line.drop("not used: mode endogenous", line.in_world);
    line.in_world = 0;
}

}  // namespace

double best_estimate(const Distribution& deaths) {
    return deaths.shape == Shape::triangular ? deaths.args[1] : deaths.args[0];
}

Persons most_people(const WorldTables& tables) {
    Persons people = 0;
    for (const auto& home : tables.populations) people += home.high;
    return people;
}

void count_in_world(const WorldTables& tables, const Observed& observed, Tally& tally) {
    double persons = 0;
    double deaths = 0;
    double battle_deaths = 0;
    for (const auto& home : tables.populations) persons += static_cast<double>(home.persons);
    for (const auto& event : tables.violence) {
        deaths += best_estimate(event.civilian_deaths);
        battle_deaths += best_estimate(event.battle_deaths);
    }
    const auto& total = tables.settings.prescribed_total;
    const auto peak = std::max_element(total.begin(), total.end());
    std::size_t counts = 0;
    for (const auto& camp : observed.camps) counts += camp.counts.size();
    const auto put = [](auto& lines, const char* name, double amount) {
        if (amount != 0 || lines.contains(name)) lines[name].in_world = amount;
    };
    if (tally.things.contains(displaced_thing) && peak != total.end())
        put(tally.things, displaced_thing,
            static_cast<double>(std::min(*peak, most_people(tables))));
    const auto size = [](const auto& table) { return static_cast<double>(table.size()); };
    put(tally.things, "persons", persons);
    put(tally.things, "violence_deaths", deaths);
    put(tally.things, "battle_deaths", battle_deaths);
    const bool unused = tables.settings.violence_mode == ViolenceMode::endogenous;
    if (unused) {
        for (const char* name : {"violence_deaths", "battle_deaths"})
            if (const auto line = tally.things.find(name); line != tally.things.end())
                leave_out(line->second);
        if (!tables.violence.empty() || tally.rows.contains("violence.csv")) {
            tally.rows["violence.csv"].in_world = static_cast<double>(tables.violence.size());
            leave_out(tally.rows["violence.csv"]);
        }
    }
    put(tally.things, "groups", size(tables.groups));
    put(tally.things, "actors", size(tables.actors));
    put(tally.things, "patrons",
        static_cast<double>(
            std::count_if(tables.actors.begin(), tables.actors.end(),
                          [](const Actor& a) { return a.patron != none<ActorId>(); })));
    put(tally.things, "triggers", size(tables.triggers));
    put(tally.things, "closures", size(tables.closures));
    put(tally.things, "partners", size(tables.partners));
    put(tally.things, "options", size(tables.options));
    put(tally.rows, "locations.csv", size(tables.places));
    put(tally.rows, "routes.csv", size(tables.routes));
    put(tally.rows, "populations.csv", size(tables.populations));
    if (!unused) put(tally.rows, "violence.csv", size(tables.violence));
    put(tally.rows, "control.csv", size(tables.control));
    put(tally.rows, "observed/total.csv", size(observed.total));
    put(tally.rows, "observed/camps.csv", static_cast<double>(counts));
}

}  // namespace forestall
