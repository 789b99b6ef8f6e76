// SPDX-License-Identifier: Apache-2.0
// The small country of tests/actors with people in it: one mechanism acts at a time, on orders that
// a test gives.
#pragma once
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "actors/small_scene.hpp"
#include "escalation/mechanism.hpp"
#include "escalation/monitoring.hpp"
#include "escalation/strike.hpp"
#include "population/parameters.hpp"

namespace forestall::test {

inline const std::vector<ParameterTable>& tables_of_escalation() {
    static const std::vector<ParameterTable> tables = [] {
        std::vector<ParameterTable> out{population_parameters(), monitoring_parameters(),
                                        strike_parameters()};
        for (const Motive* m : motives())
            if (!m->weighing.table.empty()) out.push_back(m->weighing.table);
        for (const Mechanism* m : mechanisms())
            if (!m->acting.table.empty()) out.push_back(m->acting.table);
        return out;
    }();
    return tables;
}

/// The small country with parameters and numbers of the scenario set.
inline WorldTables small_country(std::initializer_list<std::pair<const char*, double>> values) {
    WorldTables t = small_country();
    for (const auto& [name, value] : values) t.parameters[name] = Distribution::constant(value);
    return t;
}

class SmallWar {
public:
    explicit SmallWar(WorldTables tables = small_country(), std::uint64_t member = 0)
        : world(World::build(std::move(tables))),
          luck(9, member),
          values(world, luck, tables_of_escalation()),
          strikes(StrikeParameters::from(values)),
          monitoring(MonitoringParameters::from(values)),
          minds(world, values),
          scene(world, values, luck),
          population(world, PopulationParameters::from(values), home_counts(), luck),
          fear(world.places().size(), world.groups().size()),
          onset(world.actors().size(), Table<GroupId, Persons>(world.groups().size(), 1000000), 7),
          reports(onset),
          killed_here(world.places().size(), world.groups().size()) {}
    SmallWar(const SmallWar&) = delete;
    SmallWar& operator=(const SmallWar&) = delete;

    CellId cell(PlaceId place, GroupId group) const { return world.cell(place, group); }
    void order(const Choice& choice) { orders.push_back({choice, 0.5, {}}); }
    void mobilise(PlaceId place, GroupId group, Persons n) {
        Stream draw(1, index(place), static_cast<std::uint32_t>(group));
        population.change(cell(place, group), Posture::quiet, Posture::mobilised, n, draw);
    }
    /// Actors see who is where; the mechanism acts; people are counted.
    void act(std::string_view name, Day days = 7) {
        for (const PlaceId p : ids<PlaceId>(scene.places))
            for (const GroupId g : ids<GroupId>(scene.groups)) {
                scene.present(p, g) = population.present(p, g);
                scene.mobilised(p, g) = population.with(Posture::mobilised, cell(p, g));
            }
        const Mechanism& m = mechanism(name);
        Turn t = turn();
        t.days = days;
        m.acting.act(t, m.acting.keep(world, values).get());
        population.check_conservation();
        for (const ActorId a : ids<ActorId>(scene.actors))
            for (const PlaceId p : ids<PlaceId>(scene.places)) {
                Persons n = 0;
                for (const Persons unit : scene.units(a, p)) n += unit;
                ASSERT_EQ(n, scene.fighters(a, p));
                ASSERT_GE(n, 0);
            }
        ++step;
    }
    Turn turn() {
        return {.world = world,
                .strikes = strikes,
                .monitoring = monitoring,
                .luck = luck,
                .minds = minds,
                .scene = scene,
                .population = population,
                .fear = fear,
                .onset = onset,
                .reports = reports,
                .sums = sums,
                .events = events,
                .killed_here = killed_here,
                .next_event = next_event,
                .orders = orders,
                .step = step,
                .first = static_cast<Day>(7 * step),
                .days = 7,
                .record = true,
                .cut = &cut};
    }
    static const Mechanism& mechanism(std::string_view name) {
        for (const Mechanism* m : mechanisms())
            if (m->name == name) return *m;
        throw std::invalid_argument("no mechanism is named " + std::string(name));
    }
    Persons mobilised(PlaceId place, GroupId group) const {
        return population.with(Posture::mobilised, cell(place, group));
    }
    Persons dead() const { return sums.civilian_deaths; }

    World world;
    Luck luck;
    ParameterValues values;
    StrikeParameters strikes;
    MonitoringParameters monitoring;
    Minds minds;
    Scene scene;
    Population population;
    Fear fear;
    OnsetWatch onset;
    OnsetWatch reports;
    StepSums sums;
    std::vector<Event> events;
    Table<PlaceId, GroupId, Persons> killed_here;
    std::int32_t next_event = 0;
    std::vector<Decision> orders;
    std::uint32_t step = 0;
    std::optional<Cut> cut;

private:
    std::vector<Persons> home_counts() const {
        std::vector<Persons> out(world.cells());
        for (const auto& h : world.populations())
            out[index(world.cell(h.place, h.group))] += h.persons;
        return out;
    }
};

}  // namespace forestall::test
