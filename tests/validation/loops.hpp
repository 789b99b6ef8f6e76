// SPDX-License-Identifier: Apache-2.0
// Rule: each feedback loop of the model is run with a link and without it, under the same luck;
// what differs is the link. The experiments, in the order of docs/feedback-loops.md, and the
// comparison of pairs.
#pragma once
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "checkout.hpp"
#include "core/parallel.hpp"
#include "engine/engine.hpp"
#include "scenario/loader.hpp"
#include "validation/reference_worlds.hpp"

namespace forestall::test {

inline WorldTables bundled(const std::string& name) {
    auto loaded = load_scenario(in_checkout("scenarios") / name, parameter_tables());
    if (!loaded.tables) throw std::runtime_error(name + " does not load");
    return *std::move(loaded.tables);
}

inline void fix(WorldTables& t, const std::string& name, double value) {
    t.parameters[name] = Distribution::constant(value);
}

/// A mission of protectors with a third of its troops at each of three places. Names are looked up
/// before World::build sorts.
inline const std::set<std::string> guarded = {"Stone Market", "Upper Ford", "Three Mills"};
inline const std::set<std::string> near_guarded = {"Ash Ridge", "Lower Ford", "Old Quarry",
                                                   "Orchard Hill", "Sarnholt"};
inline void add_mission(WorldTables& t, double troops) {
    Actor mission;
    mission.name = "Peace mission";
    mission.kind = ActorKind::security_force;
    mission.protects = true;
    t.actors.push_back(mission);
    for (std::uint32_t p = 0; p < t.places.size(); ++p)
        if (guarded.contains(t.places[p].name)) {
            Control c;
            c.place = PlaceId(p);
            c.actor = ActorId(static_cast<std::uint32_t>(t.actors.size() - 1));
            c.share = 0.05;
            c.low = c.high = 0.05;
            t.control.push_back(c);
        }
    fix(t, "actor.Peace mission.fighters", troops);
}

struct Ran {
    const World& world;
    const MemberOutcome& out;
    const RunDetail& detail;
};

inline double mean_of(const std::vector<double>& x) { return moments(x).mean; }
inline double deaths_of_kind(const Ran& r, EventKind kind,
                             const std::set<std::string>* where = nullptr) {
    double n = 0;
    for (const Event& e : r.detail.events)
        if (e.kind == kind &&
            (where == nullptr || where->contains(r.world.places()[index(e.place)].name)))
            n += static_cast<double>(e.civilian_deaths);
    return n;
}
inline double events_of(const Ran& r, EventKind kind, std::string_view manner = {},
                        std::string_view actor = {}) {
    double n = 0;
    for (const Event& e : r.detail.events)
        if (e.kind == kind && (manner.empty() || e.manner == manner) &&
            (actor.empty() ||
             (e.actor != none<ActorId>() && r.world.actors()[index(e.actor)].name == actor)))
            n += 1;
    return n;
}
inline double fighter_weeks(const Ran& r, std::string_view actor) {
    const auto a = index(r.world.actor(actor));
    double n = 0;
    for (std::size_t i = a; i < r.detail.fighters.size(); i += r.detail.actors)
        n += static_cast<double>(r.detail.fighters[i]);
    return n;
}
inline double one_sided_deaths(const Ran& r) { return deaths_of_kind(r, EventKind::one_sided); }
inline double mobilised(const Ran& r) { return mean_of(r.out[Series::mobilised]); }

using PlannedAction = double (*)(const Ran&);
using Edit = std::function<void(WorldTables&)>;

struct Loop {
    const char* loop;
    const char* link;
    const char* scenario;
    Edit with;     ///< the link works; empty: as shipped
    Edit without;  ///< the link is cut
    PlannedAction measure;
    bool logs;        ///< compare means of log(1 + x): for deaths
    double expected;  ///< least effect in the expected direction, signed share
};

inline Edit set(const char* name, double value) {
    return [=](WorldTables& t) { fix(t, name, value); };
}
inline Edit off(const char* name) {
    return [=](WorldTables& t) { t.settings.switched_off.emplace_back(name); };
}
inline Edit both(Edit a, Edit b) {
    return [a = std::move(a), b = std::move(b)](WorldTables& t) {
        a(t);
        b(t);
    };
}
inline Edit mission(double troops) {
    return [=](WorldTables& t) { add_mission(t, troops); };
}

inline const char* const front = "Ridge Front";

inline std::vector<Loop> loops() {
    const char* tr = "two-rivers";
    const char* car = "central-african-republic";
    const Edit poor = set("actor.Ridge Front.supply", 0.5),
               paid = set("actor.Ridge Front.supply", 1);
    return {
        {"grievance",
         "violence, grievance, mobilisation",
         tr,
         {},
         set("mobilisation.injury", 0),
         mobilised,
         false,
         0.05},
        {"grievance",
         "mobilisation, violence",
         tr,
         {},
         off("mobilisation"),
         [](const Ran& r) {
             return one_sided_deaths(r) + deaths_of_kind(r, EventKind::communal) +
                    deaths_of_kind(r, EventKind::battle);
         },
         true,
         0.10},
        {"grievance", "violence, revenge", tr, {}, off("revenge"), one_sided_deaths, true, 0.20},
        {"flight",
         "flight, fewer targets",
         car,
         {},
         set("population.leave_rate", 0),
         one_sided_deaths,
         true,
         -0.01},
        {"attention",
         "refugees, attention",
         car,
         {},
         set("monitoring.refugees_per_death", 100000),
         [](const Ran& r) { return mean_of(r.out[Series::attention]); },
         false,
         0.05},
        {"attention",
         "pressure, restraint",
         car,
         {},
         set("pressure.weight", 0),
         one_sided_deaths,
         true,
         -0.05},
        {"impunity",
         "attention fades, violence",
         car,
         {},
         both(set("monitoring.attention_memory", 1000), set("pressure.taken", 0)),
         one_sided_deaths,
         true,
         0.05},
        {"peacekeepers", "mission, protection here", tr, mission(2000), mission(5),
         [](const Ran& r) { return deaths_of_kind(r, EventKind::one_sided, &guarded); }, true,
         -0.20},
        {"peacekeepers", "mission, violence near by", tr, mission(2000),
         both(mission(2000), set("ground.guarded", 0)),
         [](const Ran& r) { return deaths_of_kind(r, EventKind::one_sided, &near_guarded); }, true,
         0.01},
        {"sanctions", "income, fighting", tr, poor, paid,
         [](const Ran& r) { return events_of(r, EventKind::battle, {}, front); }, false, -0.15},
        {"sanctions", "income, predation", tr, poor, both(poor, off("means")),
         [](const Ran& r) {
             return 1000 * events_of(r, EventKind::one_sided, "selective", front) /
                    (fighter_weeks(r, front) + 1);
         },
         false, 0.10},
        {"sanctions",
         "hardship, mobilisation",
         tr,
         [](WorldTables& t) {
             for (auto& p : t.places) p.hardship += 0.1;
         },
         {},
         mobilised,
         false,
         0.10},
        {"talks",
         "stalemate, talks",
         car,
         {},
         off("stalemate"),
         [](const Ran& r) { return events_of(r, EventKind::talks); },
         false,
         0.10},
        {"talks",
         "truce, calm",
         car,
         {},
         off("truce"),
         [](const Ran& r) { return events_of(r, EventKind::battle); },
         false,
         -0.05},
        {"talks",
         "spoilers, relapse",
         car,
         {},
         both(set("talks.spoiler", 0), set("talks.shift", 0)),
         [](const Ran& r) { return events_of(r, EventKind::relapse); },
         false,
         0.05},
    };
}

/// Share by which the measure is larger with the link, and its 95 % interval; means of the two
/// arms.
struct Effect {
    double value = 0;
    double lo = 0;
    double hi = 0;
    double with = 0;
    double without = 0;
    double z = 0;  ///< difference over its standard error
};

/// The measures of each member, [measure][member].
inline std::vector<std::vector<double>> measured(const char* scenario, const Edit& edit,
                                                 const std::vector<PlannedAction>& measures,
                                                 std::size_t members, const Parallel& parallel,
                                                 std::uint64_t seed = 1) {
    WorldTables tables = bundled(scenario);
    if (edit) edit(tables);
    const World world = World::build(std::move(tables));
    std::vector<std::vector<double>> out(measures.size(), std::vector<double>(members));
    parallel.for_chunks(members, 1, [&](std::size_t from, std::size_t to) {
        for (std::size_t m = from; m < to; ++m) {
            RunDetail detail;
            RunRequest request;
            request.seed = seed;
            request.member = m;
            request.detail = &detail;
            const MemberOutcome run = run_member(world, request);
            for (std::size_t i = 0; i < measures.size(); ++i)
                out[i][m] = measures[i]({world, run, detail});
        }
    });
    return out;
}

inline Effect compare(std::vector<double> with, std::vector<double> without, bool logs) {
    Effect e;
    e.with = mean_of(with);
    e.without = mean_of(without);
    std::vector<double> difference;
    for (std::size_t i = 0; i < with.size(); ++i)
        difference.push_back(logs ? std::log1p(with[i]) - std::log1p(without[i])
                                  : with[i] - without[i]);
    const Moments d = moments(difference);
    const double error = d.sd / std::sqrt(static_cast<double>(d.n));
    e.z = error > 0 ? d.mean / error : 0;
    const auto share = [&](double x) { return logs ? std::expm1(x) : x / e.without; };
    e.value = share(d.mean);
    e.lo = share(d.mean - 1.96 * error);
    e.hi = share(d.mean + 1.96 * error);
    return e;
}

inline Effect effect_of(const Loop& loop, std::size_t members, const Parallel& parallel,
                        std::uint64_t seed = 1) {
    const auto arm = [&](const Edit& edit) {
        return measured(loop.scenario, edit, {loop.measure}, members, parallel, seed)[0];
    };
    return compare(arm(loop.with), arm(loop.without), loop.logs);
}

}  // namespace forestall::test
