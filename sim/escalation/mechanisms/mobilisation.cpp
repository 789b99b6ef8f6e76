// SPDX-License-Identifier: Apache-2.0
// Mechanism: people who are aggrieved beyond the risk they see become willing, and join once enough
// others have. Reads: grievance (hardship, legitimacy, injury, incitement), armed enemies and
// police in sight, mobilised share; writes who is mobilised. Source: Epstein 2002, rule A;
// Granovetter 1978; Kuran 1989 (private willingness is not public action).
// docs/mechanisms/mobilisation.md
#include <algorithm>
#include <array>
#include <vector>

#include "core/math.hpp"
#include "core/samplers.hpp"
#include "escalation/mechanism.hpp"
#include "population/rules/arrest_risk.hpp"
#include "population/rules/cascade.hpp"
#include "population/rules/grievance.hpp"

namespace forestall {
namespace {

struct Own {
    double deterrence;
    double threshold;
    double ratio;
    double hardship;
    double injury;
    double incitement;
    double company;
    double foothold;
    double pace;
};

constexpr Parameters<Own> parameters{{
    {&Own::deterrence,
     ParameterSpec{"mobilisation.deterrence", "1", 0, 20, 2.3,
                   "k of the chance of arrest: 0.9 at one armed per active person", "Epstein 2002",
                   'B'}},
    {&Own::threshold,
     ParameterSpec{"mobilisation.threshold", "1", 0, 1, 0.1,
                   "grievance net of risk above which a person is willing", "Epstein 2002", 'B'}},
    {&Own::ratio, ParameterSpec{"mobilisation.ratio", "1", 0, 2, 2,
                                "how C/A is read: 0 rounded down, 1 to the nearest, 2 as it is",
                                "Epstein 2002 and its implementations", 'B'}},
    {&Own::hardship,
     ParameterSpec{"mobilisation.hardship", "1", 0, 2, 0.4,
                   "how much a place's hardship beyond 0.5 adds to a person's", "judgement", 'D'}},
    {&Own::injury, ParameterSpec{"mobilisation.injury", "1", 0, 2, 0.15,
                                 "grievance per unit of injury to one's group, at most one unit",
                                 "judgement", 'D'}},
    {&Own::incitement, ParameterSpec{"mobilisation.incitement", "1", 0, 2, 0.15,
                                     "grievance at full incitement", "judgement", 'D'}},
    {&Own::company, ParameterSpec{"mobilisation.company", "1", 0.001, 1, 0.2,
                                  "mean share of visible others that a willing person waits for",
                                  "judgement; Granovetter's 25 of 100", 'D'}},
    {&Own::foothold,
     ParameterSpec{"mobilisation.foothold", "1", 0.000001, 0.49, 0.02275,
                   "share of willing people who wait for nobody",
                   "judgement: spread of thresholds 0.1, near Granovetter's critical 12.2 of 100",
                   'D'}},
    {&Own::pace, ParameterSpec{"mobilisation.pace", "1/d", 0, 1, 0.05,
                               "rate at which people act on a change of mind", "judgement", 'D'}},
}};

constexpr auto kJoin = process("escalation.join");
constexpr auto kQuit = process("escalation.quit");

/// How far the group has to fear each actor's fighters: the state's, and its enemies'.
Table<ActorId, double> fears(const Scene& s, GroupId g) {
    Table<ActorId, double> out(s.actors);
    for (const ActorId a : ids<ActorId>(s.actors))
        if (!s.who[a].protects && s.who[a].claims[g] == 0)
            out[a] = s.state(a) ? 1 : s.enemy_people(a, g);
    return out;
}

/// Armed people at the place whom the group has to fear.
double feared(const Scene& s, PlaceId p, const Table<ActorId, double>& fears) {
    double n = 0;
    for (const ActorId a : ids<ActorId>(s.actors)) n += fears[a] * real(s.fighters(a, p));
    return n;
}

/// Largest legitimacy of a government in the group's eyes; 1 if there is none to be against.
double accepted(const Scene& s, GroupId g) {
    double most = -1;
    for (const ActorId a : ids<ActorId>(s.actors))
        if (s.state(a) && !s.who[a].protects) most = std::max(most, s.legitimacy(a, g));
    return most < 0 ? 1 : std::min(1.0, most + s.levers[lever<"legitimacy">][g]);
}

/// What is the same for a group at all places.
struct Mood {
    double legitimacy;
    Table<ActorId, double> fears;
};

void stir(Turn& t, PlaceId p, GroupId g, const Mood& mood, double acts, const Own& own) {
    const Scene& s = t.scene;
    const CellId cell = t.world.cell(p, g);
    const Persons moved = t.population.with(Posture::mobilised, cell);
    const double people = real(s.present(p, g));
    const double risk =
        rules::arrest_chance(feared(s, p, mood.fears), real(moved) + 1, own.deterrence,
                             static_cast<RatioRule>(static_cast<int>(own.ratio)));
    const double added = own.injury * std::min(1.0, s.injury(p, g).value) +
                         own.incitement * s.incited(p, g, t.world);
    const double hardship = t.world.at(p).hardship + s.levers[lever<"hardship">][p] - 0.5;
    std::array<bool, trait_bins> willing{};
    bool any = false;
    for (std::size_t b = 0; b < trait_bins; ++b) {
        const Traits traits = traits_of(b);
        const double felt = std::clamp(traits.hardship + own.hardship * hardship, 0.0, 1.0);
        willing[b] = rules::willing(rules::grievance(felt, mood.legitimacy) + added,
                                    rules::net_risk(traits.risk_aversion, risk), own.threshold);
        any = any || willing[b];
    }
    if (!any && moved == 0) return;
    // The spread of thresholds at which so many wait for nobody.
    const double spread = -own.company / sample::normal(own.foothold);
    const double joined = rules::joined_share(
        real(moved) / people, own.company + s.levers[lever<"participation">] * spread, spread);
    BinChances join{}, quit{};
    for (std::size_t b = 0; b < trait_bins; ++b) {
        join[b] = willing[b] ? acts * joined : 0;
        quit[b] = acts * (willing[b] ? 1 - joined : 1);
    }
    const std::uint64_t address = t.world.address(cell);
    if (moved > 0)
        t.population.change(cell, Posture::mobilised, Posture::quiet, quit,
                            t.luck.address(kQuit, address, t.step));
    if (any)
        t.population.change(cell, Posture::quiet, Posture::mobilised, join,
                            t.luck.address(kJoin, address, t.step));
}

void act(Turn& t, const Own& own) {
    const Scene& s = t.scene;
    const double acts = math::chance(own.pace, t.days);
    for (const GroupId g : ids<GroupId>(s.groups)) {
        const Mood mood{accepted(s, g), fears(s, g)};
        for (const PlaceId p : ids<PlaceId>(s.places))
            if (s.present(p, g) > 0 && !t.world.at(p).foreign) stir(t, p, g, mood, acts, own);
    }
}

}  // namespace

extern const Mechanism mechanism_mobilisation;
const Mechanism mechanism_mobilisation{
    "mobilisation",
    "people who are aggrieved beyond the risk they see become willing, and join once enough others "
    "have",
    "Epstein 2002, rule A; Granovetter 1978; Kuran 1989 (private willingness is not public action)",
    55, acted_by<parameters, act>()};

}  // namespace forestall
