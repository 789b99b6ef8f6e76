// SPDX-License-Identifier: Apache-2.0
// What the registry knows: mechanisms in the order of a step, motives, and the parameters of both;
// then the parameters of the rooms that no registry lists.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "actors/choice.hpp"
#include "app/describe/description.hpp"
#include "engine/engine.hpp"
#include "escalation/mechanism.hpp"

namespace forestall::app {
namespace {

constexpr int people_move = 50;  ///< mechanisms of a lower order act before people move
constexpr const char* grades =
    "Grades: A measured for this quantity, B literature on a similar quantity, C calibration, or\n"
    "literature scaled down, D judgement.\n";

ParameterTable parameters_of(const Mechanism& m) { return m.acting.table; }
ParameterTable parameters_of(const Motive& m) { return m.weighing.table; }

/// All mechanisms, in their order in a step.
std::vector<const Mechanism*> in_order() {
    std::vector<const Mechanism*> out(mechanisms().begin(), mechanisms().end());
    std::sort(out.begin(), out.end(),
              [](const Mechanism* a, const Mechanism* b) { return a->order < b->order; });
    return out;
}

/// Tables that belong to no mechanism and no motive.
std::vector<ParameterTable> of_rooms() {
    std::vector<ParameterTable> out;
    for (const ParameterTable table : parameter_tables()) {
        const auto is_its_own = [&](const auto* part) {
            return parameters_of(*part).data() == table.data();
        };
        if (std::none_of(mechanisms().begin(), mechanisms().end(), is_its_own) &&
            std::none_of(motives().begin(), motives().end(), is_its_own))
            out.push_back(table);
    }
    return out;
}

/// "monitoring" of "monitoring.delay".
std::string_view room_of(ParameterTable table) {
    const std::string_view name = table.front().name;
    return name.substr(0, name.find('.'));
}

std::string rows_text(ParameterTable table) {
    std::string out;
    for (const ParameterSpec& p : table)
        out += fmt::format("    {}  {}{}  ({} to {})  grade {}\n        {}\n        source: {}\n",
                           p.name, p.standard, p.unit == "1" ? "" : fmt::format(" {}", p.unit),
                           p.low, p.high, p.grade, p.help, p.source);
    return out;
}

Json rows_json(ParameterTable table) {
    Json out = Json::array();
    for (const ParameterSpec& p : table)
        out.push_back({{"name", p.name},
                       {"unit", p.unit},
                       {"low", p.low},
                       {"high", p.high},
                       {"default", p.standard},
                       {"help", p.help},
                       {"source", p.source},
                       {"grade", std::string(1, p.grade)}});
    return out;
}

std::vector<std::string> acts_of(const Motive& m) {
    std::vector<std::string> out;
    for (unsigned i = 0; i <= static_cast<unsigned>(Action::walk_out); ++i) {
        const auto action = static_cast<Action>(i);
        if (holds(m.bears_on, action)) out.emplace_back(action_name(action));
    }
    return out;
}

}  // namespace

std::string mechanisms_text() {
    std::string out =
        "What happens in a step, in this order. A scenario switches a mechanism off with\n"
        "[mechanisms] off, and sets parameters in [parameters], to a number or a distribution.\n"
        "Each parameter: default, bounds, grade of the evidence, meaning, source.\n";
    out += grades;
    out += "\nThe desk begins, pays for and stops what the option says; actors look around.\n";
    bool moved = false;
    for (const Mechanism* m : in_order()) {
        if (!moved && m->order >= people_move) {
            out += "\nPeople move, day by day.\n";
            moved = true;
        }
        out +=
            fmt::format("\n{} {}: {}\n    source: {}\n", m->order, m->name, m->summary, m->source);
        out += rows_text(parameters_of(*m));
    }
    out += "\nThe desk looks: indicators, stages, attention; the step is recorded.\n";
    for (const ParameterTable table : of_rooms())
        out += fmt::format("\nParameters of '{}', which is always there\n{}", room_of(table),
                           rows_text(table));
    return out + "\nWhat actors weigh, with its parameters: forestall describe motives\n";
}

Json mechanisms_json() {
    Json list = Json::array();
    for (const Mechanism* m : in_order())
        list.push_back({{"name", m->name},
                        {"kind", "mechanism"},
                        {"order", m->order},
                        {"before_people_move", m->order < people_move},
                        {"summary", m->summary},
                        {"source", m->source},
                        {"parameters", rows_json(parameters_of(*m))}});
    for (const ParameterTable table : of_rooms())
        list.push_back({{"name", room_of(table)},
                        {"kind", "room"},
                        {"order", nullptr},
                        {"before_people_move", nullptr},
                        {"summary", nullptr},
                        {"source", nullptr},
                        {"parameters", rows_json(table)}});
    return list;
}

std::string motives_text() {
    std::string out =
        "What actors weigh when they choose an act: log-odds against holding still, which add up,\n"
        "so that they have no order. A scenario switches a motive off with [mechanisms] off.\n"
        "Each parameter: default, bounds, grade of the evidence, meaning, source.\n";
    out += grades;
    for (const Motive* m : motives())
        out += fmt::format("\n{}: {}\n    bears on: {}\n    source: {}\n{}", m->name, m->summary,
                           fmt::join(acts_of(*m), ", "), m->source, rows_text(parameters_of(*m)));
    return out;
}

Json motives_json() {
    Json list = Json::array();
    for (const Motive* m : motives())
        list.push_back({{"name", m->name},
                        {"kind", "motive"},
                        {"bears_on", acts_of(*m)},
                        {"summary", m->summary},
                        {"source", m->source},
                        {"parameters", rows_json(parameters_of(*m))}});
    return list;
}

}  // namespace forestall::app
