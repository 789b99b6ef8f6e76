// SPDX-License-Identifier: Apache-2.0
// Mechanism: a unit kills civilians of a group; more join when violence is against the group as
// such; who is there limits how many die. Reads: orders of selective and mass violence, units,
// people present; writes deaths, memories. Source: unit sizes carry the tail
// (docs/mechanisms/units.md); exposure: judgement. docs/mechanisms/one-sided.md
#include <algorithm>
#include <cmath>

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
    double hiding;
    double habit;
};

constexpr Parameters<Own> parameters{{
    {&Own::selective, ParameterSpec{"one_sided.selective", "1", 0, 10, 0.04,
                                    "civilians killed per fighter of the unit, selective violence",
                                    "judgement", 'D'}},
    {&Own::mass, ParameterSpec{"one_sided.mass", "1", 0, 50, 0.43,
                               "civilians killed per fighter that takes part, mass violence",
                               "judgement", 'D'}},
    {&Own::join,
     ParameterSpec{"one_sided.join", "1", 0, 1, 0.15,
                   "chance that another unit at the place joins mass violence", "judgement", 'D'}},
    {&Own::join_campaign, ParameterSpec{"one_sided.join_campaign", "1", 0, 1, 0.6,
                                        "the same during a campaign", "judgement", 'D'}},
    {&Own::hiding,
     ParameterSpec{"one_sided.hiding", "1", 0, 100000, 500,
                   "people of a group at a place of whom half as many are found as of many",
                   "judgement", 'D'}},
    {&Own::habit,
     ParameterSpec{"one_sided.habit", "1", 0, 0.5, 0.03,
                   "restraint worn away by an act of mass violence that the whole force takes part "
                   "in, at most one half",
                   "judgement", 'D'}},
}};

constexpr auto kKill = process("escalation.one_sided");

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

std::string_view manner_of(bool mass, bool campaign) {
    if (!mass) return "selective";
    return campaign ? "campaign" : "indiscriminate";
}

void act(Turn& t, const Own& own) {
    Scene& s = t.scene;
    for (const Decision& d : t.orders) {
        const Choice& c = d.choice;
        const bool mass = c.action == Action::mass;
        if (!mass && c.action != Action::selective) continue;
        const auto& units = s.units(c.actor, c.place);
        const Persons present = t.population.present(c.place, c.group);
        if (units.empty() || present == 0) continue;
        const bool campaign = s.campaign(c.actor, c.group).value > 0;
        const double join = campaign ? own.join_campaign : own.join;
        const std::uint64_t address = mix(t.address_at(c.actor, c.place),
                                          name_hash(t.world.at(c.group).name) + (mass ? 1U : 0U));
        Stream draw = t.luck.stream(kKill, address, t.step);
        const double u = draw.uniform();
        const Persons fighters = committed(units, mass ? join : 0, draw);
        const auto people = real(present);
        const double found = people / (people + own.hiding);
        const double mean = (mass ? own.mass : own.selective) * real(fighters) *
                            s.levers[lever<"arms">][c.actor] * found;
        Strike strike{.kind = EventKind::one_sided, .manner = manner_of(mass, campaign)};
        strike.place = c.place;
        strike.actor = c.actor;
        strike.group = c.group;
        // One at least: an act that kills nobody is no event of violence.
        strike.civilians = 1 + sample::binomial(u, present - 1, -math::expm1(-mean / people));
        strike.decision = &d;
        strike.address = address;
        const double part = real(fighters) / real(std::max<Persons>(1, s.force(c.actor)));
        const std::int32_t number = carry_out(t, strike);
        if (number >= 0 && mass)
            s.habit[c.actor] = std::min(0.5, s.habit[c.actor] + own.habit * part);
    }
}

}  // namespace

extern const Mechanism mechanism_one_sided;
const Mechanism mechanism_one_sided{
    "one_sided",
    "a unit kills civilians of a group; more join when violence is against the group "
    "as such; who is there limits how many die",
    "unit sizes carry the tail (docs/mechanisms/units.md); exposure: judgement", 35,
    acted_by<parameters, act>()};

}  // namespace forestall
