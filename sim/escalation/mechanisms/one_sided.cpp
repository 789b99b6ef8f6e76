// SPDX-License-Identifier: Apache-2.0
// Mechanism: a unit kills civilians of a group; more join when violence is against the group as
// such, most where the place is being fought for; who is there limits how many die, and those who
// defend them kill some who come. Who holds the ground and takes a group for the enemy's people may
// drive it out: few die, many go. Reads: orders of selective and mass violence, units, people
// present, who defends them; writes deaths, units, memories. Source: unit sizes carry the tail
// (docs/mechanisms/units.md); expulsion where a group that is taken for the rival's can be: Steele
// 2017; Bulutgil 2016; exposure and numbers: judgement. docs/mechanisms/one-sided.md
#include <algorithm>
#include <cmath>

#include "actors/units.hpp"
#include "core/math.hpp"
#include "core/samplers.hpp"
#include "escalation/mechanism.hpp"
#include "escalation/strike.hpp"

namespace forestall {
namespace {

struct Own {
    double selective;
    double mass;
    double join;
    double join_campaign;
    double join_assault;
    double assault;
    double hiding;
    double habit;
    double resisted;
    double risk;
    double expel;
    double spared;
    double terror;
};

constexpr Parameters<Own> parameters{{
    {&Own::selective, ParameterSpec{"one_sided.selective", "1", 0, 10, 0.08,
                                    "civilians killed per fighter of the unit, selective violence",
                                    "judgement", 'D'}},
    {&Own::mass, ParameterSpec{"one_sided.mass", "1", 0, 50, 0.07,
                               "civilians killed per fighter that takes part, mass violence",
                               "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::join,
     ParameterSpec{"one_sided.join", "1", 0, 1, 0.15,
                   "chance that another unit at the place joins mass violence", "judgement", 'D'}},
    {&Own::join_campaign, ParameterSpec{"one_sided.join_campaign", "1", 0, 1, 0.6,
                                        "the same during a campaign", "judgement", 'D'}},
    {&Own::join_assault, ParameterSpec{"one_sided.join_assault", "1", 0, 1, 0.8,
                                       "the same where the place is being fought for",
                                       "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::assault,
     ParameterSpec{"one_sided.assault", "1", 0, 20, 15,
                   "how much deadlier mass violence is where the place is being fought for",
                   "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::hiding,
     ParameterSpec{"one_sided.hiding", "1", 0, 100000, 3000,
                   "people of a group at a place of whom half as many are found as of many",
                   "judgement", 'D'}},
    {&Own::habit,
     ParameterSpec{"one_sided.habit", "1", 0, 0.5, 0.03,
                   "restraint worn away by an act of mass violence that the whole force takes part "
                   "in, at most one half",
                   "judgement", 'D'}},
    {&Own::resisted,
     ParameterSpec{"one_sided.resisted", "1", 0, 5, 0.11,
                   "attackers killed per defender of the people, or per attacker if they are fewer",
                   "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::risk, ParameterSpec{"one_sided.risk", "1", 0, 5, 0.02,
                               "attackers killed per civilian whom they kill",
                               "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::expel,
     ParameterSpec{"one_sided.expel", "1", 0, 1, 0.5,
                   "chance that mass violence is to drive a group out, where the attacker holds "
                   "the place and the group is taken for the enemy's people fully",
                   "judgement", 'D'}},
    {&Own::spared,
     ParameterSpec{"one_sided.spared", "1", 0, 1, 0.8,
                   "share of deaths that expulsion spares against other mass violence", "judgement",
                   'D'}},
    {&Own::terror,
     ParameterSpec{"one_sided.terror", "1", 1, 1000, 50,
                   "how much more than its deaths an expulsion frightens",
                   "judgement: 850,000 people driven out of Kosovo in eleven weeks of "
                   "1999, some 10,000 killed",
                   'D'}},
}};

constexpr auto kKill = process("escalation.one_sided");
constexpr auto kAim = process("escalation.aim");
constexpr auto kResist = process("escalation.resist");
/// How much of a defender a mobilised civilian is.
constexpr double crowd_defends = 0.1;

/// Fighters who take part: a unit at random, and others with a chance each.
Persons committed(const std::vector<Persons>& units, double join, Stream& draw) {
    const std::size_t first = draw.below(units.size());
    Persons n = 0;
    for (std::size_t i = 0; i < units.size(); ++i) {
        const double u = draw.uniform();
        if (i == first || u < join) n += units[i];
    }
    return n;
}

/// How an act against people is done.
struct Manner {
    std::string_view name;
    double join;
    double deadly;  ///< civilians killed per fighter
    double terror;
};

Manner manner_of(const Turn& t, const Choice& c, const Own& own) {
    const Scene& s = t.scene;
    if (c.action == Action::selective) return {"selective", 0, own.selective, 1};
    const bool campaign = s.campaign(c.actor, c.group).value > 0;
    const double fought = s.contested[c.place];
    const double base = campaign ? own.join_campaign : own.join;
    const double join = base + fought * std::max(0.0, own.join_assault - base);
    const double deadly = own.mass * (1 + fought * (own.assault - 1));
    Stream draw = t.luck.stream(
        kAim, mix(t.address_at(c.actor, c.place), name_hash(t.world.at(c.group).name)), t.step);
    const double drives =
        own.expel * s.control(c.place, c.actor) * s.enemy_people(c.actor, c.group);
    if (draw.uniform() < drives) return {"expulsion", join, deadly * (1 - own.spared), own.terror};
    return {campaign ? "campaign" : "indiscriminate", join, deadly, 1};
}

/// Who stands there for the people attacked: armed enemies of the attacker who claim them.
struct Defenders {
    double strength = 0;
    ActorId strongest = none<ActorId>();
};

Defenders defenders(const Scene& s, const Choice& c) {
    Defenders out;
    out.strength = crowd_defends * real(s.mobilised(c.place, c.group));
    Persons most = 0;
    for (const ActorId b : ids<ActorId>(s.actors)) {
        if (s.relation(c.actor, b) >= 0 || s.who[b].claims[c.group] == 0) continue;
        const Persons n = s.fighters(b, c.place);
        out.strength += real(n);
        if (n > most) out.strongest = b;
        most = std::max(most, n);
    }
    return out;
}

/// What it costs those who attack: their dead are gone, and remembered like other blows.
void pay(Turn& t, const Choice& c, const Defenders& by, Persons dead, std::int32_t number,
         Stream& draw) {
    if (dead == 0) return;
    Scene& s = t.scene;
    const double force = real(s.force(c.actor));
    take_fighters(s.units(c.actor, c.place), dead, draw);
    s.recount(c.actor, c.place);
    const double share = real(dead) / (force + 1);
    s.losing[c.actor].add(std::min(share, 1 - s.losing[c.actor].value), number);
    if (by.strongest == none<ActorId>()) return;
    s.attacked(c.actor, by.strongest).add(share, number);
    s.dyad(c.actor, by.strongest).hurt += real(dead) / (force + real(s.force(by.strongest)) + 1);
}

void kill(Turn& t, const Decision& d, const Own& own) {
    Scene& s = t.scene;
    const Choice& c = d.choice;
    const bool mass = c.action == Action::mass;
    const auto& units = s.units(c.actor, c.place);
    const Persons present = t.population.present(c.place, c.group);
    if (units.empty() || present == 0) return;
    const Manner manner = manner_of(t, c, own);
    const std::uint64_t address =
        mix(t.address_at(c.actor, c.place), name_hash(t.world.at(c.group).name) + (mass ? 1U : 0U));
    Stream draw = t.luck.stream(kKill, address, t.step);
    const double u = draw.uniform();
    const Persons fighters = committed(units, manner.join, draw);
    const auto people = real(present);
    const double found = people / (people + own.hiding);
    const double mean = manner.deadly * real(fighters) * s.levers[lever<"arms">][c.actor] * found;
    Strike strike{.kind = EventKind::one_sided, .manner = manner.name};
    strike.place = c.place;
    strike.actor = c.actor;
    strike.group = c.group;
    strike.terror = manner.terror;
    // One at least: an act that kills nobody is no event of violence.
    strike.civilians = 1 + sample::binomial(u, present - 1, -math::expm1(-mean / people));
    const Defenders by = defenders(s, c);
    Stream resist = t.luck.stream(kResist, address, t.step);
    const double lost =
        own.resisted * std::min(real(fighters), by.strength) + own.risk * real(strike.civilians);
    strike.fighters = sample::binomial(resist, fighters, std::min(0.9, lost / real(fighters)));
    strike.decision = &d;
    strike.address = address;
    const double part = real(fighters) / real(std::max<Persons>(1, s.force(c.actor)));
    const std::int32_t number = carry_out(t, strike);
    if (number < 0) return;
    pay(t, c, by, strike.fighters, number, resist);
    if (mass) s.habit[c.actor] = std::min(0.5, s.habit[c.actor] + own.habit * part);
}

void act(Turn& t, const Own& own) {
    for (const Decision& d : t.orders)
        if (d.choice.action == Action::mass || d.choice.action == Action::selective)
            kill(t, d, own);
}

}  // namespace

extern const Mechanism mechanism_one_sided;
const Mechanism mechanism_one_sided{
    "one_sided",
    "a unit kills civilians of a group, or drives them out; more join when violence is against "
    "the group as such; who is there limits how many die, and some who come are killed",
    "unit sizes carry the tail (docs/mechanisms/units.md); expulsion: Steele 2017, Bulutgil 2016; "
    "exposure: judgement",
    35, acted_by<parameters, act>()};

}  // namespace forestall
