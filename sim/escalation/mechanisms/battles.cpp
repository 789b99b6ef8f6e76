// SPDX-License-Identifier: Apache-2.0
// Mechanism: a unit attacks and others join; who is there on the other side answers; the larger
// side wins more often, fewer meet fewer. Who is beaten may break: all its men at the place run.
// Reads: orders to attack, units, resolve, supply; writes units, control, memories, deaths. Source:
// contest success: Hirshleifer 1989; attrition by the smaller side: Deitchman 1962; desertion
// cascades: Koehler, Ohl & Albrecht 2016; civilians caught between: judgement.
// docs/mechanisms/battles.md
#include <algorithm>
#include <numeric>

#include "actors/units.hpp"
#include "core/math.hpp"
#include "core/samplers.hpp"
#include "escalation/mechanism.hpp"
#include "escalation/strike.hpp"
#include "world/roads.hpp"

namespace forestall {
namespace {

struct Own {
    double join;
    double join_offensive;
    double defend;
    double losses;
    double defence;
    double civilians;
    double ground;
    double rout;
    double odds;
    double resolve;
    double want;
    double losing;
    double desert;
    double overrun;
};

constexpr Parameters<Own> parameters{{
    {&Own::join, ParameterSpec{"battles.join", "1", 0, 1, 0.25,
                               "chance that another unit at the place joins", "judgement", 'D'}},
    {&Own::join_offensive, ParameterSpec{"battles.join_offensive", "1", 0, 1, 0.6,
                                         "the same during an offensive", "judgement", 'D'}},
    {&Own::defend,
     ParameterSpec{"battles.defend", "1", 0, 1, 0.5,
                   "chance that a unit of the attacked meets the attack", "judgement", 'D'}},
    {&Own::losses,
     ParameterSpec{"battles.losses", "1", 0, 1, 0.04,
                   "fighters lost on each side per fighter of the smaller side, forces equal",
                   "judgement", 'D'}},
    {&Own::defence,
     ParameterSpec{"battles.defence", "1", 0.1, 10, 2, "how many attackers one defender is worth",
                   "trial against pattern 2 (docs/adr/0025)", 'D'}},
    {&Own::civilians, ParameterSpec{"battles.civilians", "1", 0, 5, 0.35,
                                    "civilians caught per fighter killed", "judgement", 'D'}},
    {&Own::ground,
     ParameterSpec{"battles.ground", "1", 0, 1, 0.4,
                   "share of the loser's control that the winner takes", "judgement", 'D'}},
    {&Own::rout,
     ParameterSpec{"battles.rout", "1", -40, 0, -5,
                   "log-odds that a side breaks after a fight between equals, paid and resolute by "
                   "half",
                   "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::odds, ParameterSpec{"battles.odds", "1", 0, 10, 1.5,
                               "log-odds of breaking per log ratio of enemies to own men there",
                               "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::resolve, ParameterSpec{"battles.resolve", "1", 0, 20, 4,
                                  "log-odds of breaking per unit of resolve below one half",
                                  "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::want,
     ParameterSpec{"battles.want", "1", 0, 20, 2, "log-odds of breaking when nothing is supplied",
                   "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::losing,
     ParameterSpec{"battles.losing", "1", 0, 20, 2, "log-odds of breaking when losing fully",
                   "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::desert, ParameterSpec{"battles.desert", "1", 0, 1, 0.7,
                                 "share of those who run that leave for good; the others retreat",
                                 "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::overrun,
     ParameterSpec{"battles.overrun", "1", 0, 1, 0.8,
                   "share of the control of a side that breaks which the other takes",
                   "trial against the patterns (docs/adr/0021)", 'D'}},
}};

constexpr auto kBattle = process("escalation.battle");
constexpr auto kRout = process("escalation.rout");

/// Moves units into `out`: one at random first if `lead`, the others with a chance each.
void commit(std::vector<Persons>& from, bool lead, double chance, Stream& draw,
            std::vector<Persons>& out) {
    const std::size_t first = lead && !from.empty() ? draw.below(from.size()) : from.size();
    std::vector<Persons> stay;
    for (std::size_t i = 0; i < from.size(); ++i) {
        const double u = draw.uniform();
        (i == first || u < chance ? out : stay).push_back(from[i]);
    }
    if (out.empty() && !stay.empty()) {
        out.push_back(stay.back());
        stay.pop_back();
    }
    from = std::move(stay);
}

Persons size_of(const std::vector<Persons>& units) {
    return std::accumulate(units.begin(), units.end(), Persons{0});
}

/// Survivors of the beaten go to a sanctuary near by, else where their own are strongest, else
/// stay.
void retreat(Turn& t, ActorId a, PlaceId p, std::vector<Persons>&& units) {
    Scene& s = t.scene;
    PlaceId best = p;
    double most = 0;
    for (const Roads::Neighbour& near : t.world.roads().next_to(p)) {
        const PlaceId q = near.place;
        if (s.closed(a, q)) continue;
        const double safe =
            s.control(q, a) + 1e-6 * real(s.fighters(a, q)) + (s.sheltered(a, q) ? 1e6 : 0);
        if (safe <= most) continue;
        most = safe;
        best = q;
    }
    auto& there = s.units(a, best);
    there.insert(there.end(), units.begin(), units.end());
    s.recount(a, best);
}

/// Whether the men of `a` at the place break before `b`: those who are outnumbered, unpaid, beaten
/// elsewhere or not resolute do. Those whose mandate is to protect hold out.
bool breaks(const Turn& t, ActorId a, ActorId b, PlaceId p, double u, const Own& own) {
    const Scene& s = t.scene;
    if (s.who[a].protects || s.fighters(a, p) == 0) return false;
    const auto men = [&](ActorId x) {
        return real(s.fighters(x, p)) * s.levers[lever<"arms">][x] + 1;
    };
    const double will = s.who[a].resolve + s.levers[lever<"resolve">][a];
    const double log_odds = own.rout + own.odds * math::log(men(b) / men(a)) +
                            own.resolve * (0.5 - will) + own.want * std::max(0.0, 1 - s.supply[a]) +
                            own.losing * s.losing[a].value;
    return u < 1 / (1 + math::exp(-log_odds));
}

/// The loser gives up a share of its control of the place; ground lost is felt.
void give_ground(Scene& s, ActorId loser, ActorId winner, PlaceId p, double share,
                 std::int32_t number) {
    const double taken = share * s.control(p, loser);
    s.control(p, loser) -= taken;
    s.control(p, winner) += taken;
    const double ground = taken * real(s.home_people[p]) / real(std::max<Persons>(1, s.people));
    s.dyad(loser, winner).progress += ground;
    Memory& losing = s.losing[loser];
    losing.add(ground / (s.held(loser) + ground + 0.02), number);
    losing.value = std::min(1.0, losing.value);
}

/// All its men there run: some home, the others to where their own are.
void rout(Turn& t, ActorId a, ActorId b, PlaceId p, Stream& draw, std::int32_t number,
          const Own& own) {
    Scene& s = t.scene;
    std::vector<Persons> units = std::move(s.units(a, p));
    s.units(a, p).clear();
    const Persons men = s.fighters(a, p);
    const Persons gone = sample::binomial(draw, men, own.desert);
    take_fighters(units, gone, draw);
    const double force = real(s.force(a));
    retreat(t, a, p, std::move(units));
    s.recount(a, p);
    s.losing[a].add(std::min(1 - s.losing[a].value, real(gone) / (force + 1)), number);
    give_ground(s, a, b, p, own.overrun, number);
}

void fight(Turn& t, const Decision& d, const Own& own) {
    Scene& s = t.scene;
    const ActorId a = d.choice.actor, b = d.choice.other;
    const PlaceId p = d.choice.place;
    auto& mine = s.units(a, p);
    auto& theirs = s.units(b, p);
    if (mine.empty() || theirs.empty()) return;
    const std::uint64_t address = mix(t.address_at(a, p), t.address_of(b));
    Stream draw = t.luck.stream(kBattle, address, t.step);
    const double u_win = draw.uniform(), u_a = draw.uniform(), u_b = draw.uniform(),
                 u_c = draw.uniform();
    std::vector<Persons> attack, defence;
    const std::vector<Persons> all_mine = mine, all_theirs = theirs;
    commit(mine, true, s.offensive(a, b).value > 0 ? own.join_offensive : own.join, draw, attack);
    commit(theirs, false, own.defend, draw, defence);
    const Persons na = size_of(attack), nb = size_of(defence);
    const double sa = real(na) * s.levers[lever<"arms">][a],
                 sb = real(nb) * s.levers[lever<"arms">][b];
    const double met = real(std::min(na, nb));
    const auto lost = [&](double u, Persons n, double enemy) {
        const double mean = own.losses * met * 2 * enemy / (sa + sb + 1e-9);
        return sample::binomial(u, n, std::min(0.9, mean / real(n)));
    };
    const Persons dead_a = lost(u_a, na, sb), dead_b = lost(u_b, nb, sa);
    Strike strike{.kind = EventKind::battle,
                  .manner = s.offensive(a, b).value > 0 ? "offensive" : "attack"};
    strike.place = p;
    strike.actor = a;
    strike.opponent = b;
    strike.fighters = dead_a + dead_b;
    const auto present = real(t.population.present(p));
    strike.civilians =
        present < 1
            ? 0
            : sample::binomial(u_c, static_cast<Persons>(present),
                               -math::expm1(-own.civilians * real(dead_a + dead_b) / present));
    strike.decision = &d;
    strike.address = address;
    const std::int32_t number = carry_out(t, strike);
    if (number < 0) {
        mine = all_mine;
        theirs = all_theirs;
        return;
    }
    const double force_a = real(s.force(a)), force_b = real(s.force(b));
    take_fighters(attack, dead_a, draw);
    take_fighters(defence, dead_b, draw);
    s.attacked(b, a).add(0.1 + real(dead_b) / (force_b + 1), number);
    s.losing[a].add(real(dead_a) / (force_a + 1), number);
    s.losing[b].add(real(dead_b) / (force_b + 1), number);
    Dyad& dyad = s.dyad(a, b);
    dyad.hurt += real(dead_a + dead_b) / (force_a + force_b + 1);
    dyad.days = 0;
    if (dyad.state == DyadState::apart || dyad.state == DyadState::ceasefire ||
        dyad.state == DyadState::agreement)
        dyad = {DyadState::fighting, dyad.hurt, dyad.progress, 0, number};
    const bool won = u_win < sa / (sa + own.defence * sb + 1e-9);
    const ActorId winner = won ? a : b, loser = won ? b : a;
    mine.insert(mine.end(), attack.begin(), attack.end());
    if (won)
        retreat(t, b, p, std::move(defence));
    else
        theirs.insert(theirs.end(), defence.begin(), defence.end());
    for (const ActorId x : {a, b}) s.recount(x, p);
    give_ground(s, loser, winner, p, own.ground, number);
    for (const ActorId x : {a, b}) s.losing[x].value = std::min(1.0, s.losing[x].value);
    s.contested[p] = 1;
    Stream flight = t.luck.stream(kRout, address, t.step);
    const double u_loser = flight.uniform();
    if (breaks(t, loser, winner, p, u_loser, own)) rout(t, loser, winner, p, flight, number, own);
}

void act(Turn& t, const Own& own) {
    for (const Decision& d : t.orders)
        if (d.choice.action == Action::attack) fight(t, d, own);
}

}  // namespace

extern const Mechanism mechanism_battles;
const Mechanism mechanism_battles{
    "battles",
    "a unit attacks and others join; who is there on the other side answers; the larger "
    "side wins more often, fewer meet fewer",
    "contest success: Hirshleifer 1989; attrition by the smaller side: Deitchman 1962; "
    "civilians caught between: judgement",
    30, acted_by<parameters, act>()};

}  // namespace forestall
