// SPDX-License-Identifier: Apache-2.0
// The small country of tests/actors with one option, "Plan", lived through week by week.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "actors/small_scene.hpp"
#include "interventions/desk.hpp"

namespace forestall::test {

inline const std::vector<ParameterTable>& tables_of_desk() {
    static const std::vector<ParameterTable> tables = [] {
        std::vector<ParameterTable> out = tables_of_actors();
        out.push_back(desk_parameters());
        return out;
    }();
    return tables;
}

inline Intervention intervention(std::string name) {
    Intervention i;
    i.name = std::move(name);
    i.strategy = "protect";
    return i;
}

inline Effect effect_on(std::string lever) {
    Effect e;
    e.lever = std::move(lever);
    return e;
}

/// From the first day on, without a partner, aimed at all.
inline PlannedAction planned(std::string name, std::size_t intervention) {
    PlannedAction a;
    a.name = std::move(name);
    a.intervention = intervention;
    return a;
}

/// Effects have the value 0.5 unless `t.parameters` says otherwise afterwards; nothing costs money.
inline WorldTables with_plan(std::vector<Intervention> interventions,
                             std::vector<PlannedAction> actions) {
    WorldTables t = small_country();
    for (const Intervention& i : interventions)
        for (std::size_t k = 1; k <= i.effects.size(); ++k)
            t.parameters["effect." + i.name + "." + std::to_string(k)] =
                Distribution::constant(0.5);
    t.interventions = std::move(interventions);
    Option plan;
    plan.name = plan.title = "Plan";
    plan.actions = std::move(actions);
    t.options = {plan};
    return t;
}

/// A programme, and what it says.
class Weeks {
public:
    explicit Weeks(WorldTables tables)
        : world(World::build(std::move(tables))),
          luck(4, 0),
          values(world, luck, tables_of_desk()),
          programme(world, values, world.options()[0]) {}
    Weeks(const Weeks&) = delete;
    Weeks& operator=(const Weeks&) = delete;

    void week() {
        programme.step({world, luck, view, step, static_cast<Day>(7 * step), 7}, log);
        ++step;
    }
    /// What was said since the last call.
    std::vector<std::string> said() {
        std::vector<std::string> out;
        for (const Event& e : log) out.push_back(e.manner);
        log.clear();
        return out;
    }
    ActionState state(std::size_t i) const { return programme.actions()[i].state; }
    WaitReason waits(std::size_t i) const { return programme.actions()[i].waits; }

    World world;
    Luck luck;
    ParameterValues values;
    Programme programme;
    DeskView view;
    std::vector<Event> log;
    std::uint32_t step = 0;
};

}  // namespace forestall::test
