// SPDX-License-Identifier: Apache-2.0
// Mechanism: leaders go and others come, by themselves now and then, and by coups, elections and
// the killing of leaders; the new ones may be readier to fight and kill, or less. Reads: triggers
// of the step, who governs; writes tempers, the log. Source: leaders matter beside circumstances:
// Horowitz, Stam & Ellis 2015; rate by trial against the patterns (docs/adr/0021).
// docs/mechanisms/turnover.md
#include <algorithm>

#include "actors/temper.hpp"
#include "core/math.hpp"
#include "escalation/mechanism.hpp"
#include "escalation/strike.hpp"

namespace forestall {
namespace {

struct Own {
    double rate;
    double first;
    double election;
    double coup;
};

constexpr Parameters<Own> parameters{{
    {&Own::rate, ParameterSpec{"turnover.rate", "1/d", 0, 1, 0.0027,
                               "rate at which an actor gets new leaders: once a year",
                               "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::first,
     ParameterSpec{"turnover.first", "1", 0, 1, 0.75,
                   "how far from the rest those who lead at the start are, over others: had they "
                   "been readier to kill, a mass killing would have begun before",
                   "trial against the patterns (docs/adr/0022)", 'D'}},
    {&Own::election,
     ParameterSpec{"turnover.election", "1", 0, 1, 0.3,
                   "chance that an election brings who governs new leaders", "judgement", 'D'}},
    {&Own::coup,
     ParameterSpec{"turnover.coup", "1", 0, 1, 0.5,
                   "chance that an attempted coup brings who governs new leaders; a dated one does",
                   "Powell & Thyne 2011: half of 457 attempts, 1950 to 2010", 'B'}},
}};

constexpr auto kLeave = process("escalation.leaders");

/// Why an actor gets new leaders in the step, and the trigger behind it.
struct Change {
    std::string_view manner;
    std::int32_t trigger = -1;
};

/// Whether a coup of this step stands in the scenario with its day: it is one that came about.
bool dated_coup(const Turn& t) {
    return std::any_of(t.world.triggers().begin(), t.world.triggers().end(), [&](const Trigger& x) {
        return x.kind == TriggerKind::coup && x.day >= t.first && x.day < t.first + t.days;
    });
}

Change change_of(const Turn& t, ActorId a, double chance, double u, const Own& own) {
    for (const Event& e : t.events) {
        if (e.kind != EventKind::trigger) continue;
        if (e.manner == "leader_killed" && e.actor == a) return {"killed", e.number};
        if (e.manner == "coup" && a == t.scene.ruler && (u < own.coup || dated_coup(t)))
            return {"coup", e.number};
        if (e.manner == "election" && a == t.scene.ruler && u < own.election)
            return {"election", e.number};
    }
    if (u > 1 - chance) return {"in the ranks"};
    return {};
}

void act(Turn& t, const Own& own) {
    Scene& s = t.scene;
    const double chance = math::chance(own.rate, t.days);
    if (t.step == 0)
        for (Career& c : s.career)
            if (c.there) c.temper *= own.first;
    for (const ActorId a : ids<ActorId>(s.actors)) {
        if (s.who[a].protects || s.force(a) == 0) continue;
        Stream draw = t.luck.stream(kLeave, t.address_of(a), t.step);
        const double u = draw.uniform(), v = draw.uniform();
        const Change change = change_of(t, a, chance, u, own);
        if (change.manner.empty()) continue;
        Event event;
        event.kind = EventKind::turnover;
        event.manner = change.manner;
        event.actor = a;
        Decision because;
        because.probability = -1;
        if (t.record && change.trigger >= 0)
            because.reasons = {{"follows", 1, {change.trigger, none<ActorId>()}}};
        if (note(t, std::move(event), &because) >= 0) s.career[a].temper = drawn_temper(v);
    }
}

}  // namespace

extern const Mechanism mechanism_turnover;
const Mechanism mechanism_turnover{
    "turnover", "leaders go and others come, readier to fight and kill or less",
    "Horowitz, Stam & Ellis 2015; rate by trial against the patterns (docs/adr/0021)", 11,
    acted_by<parameters, act>()};

}  // namespace forestall
