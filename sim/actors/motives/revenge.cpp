// SPDX-License-Identifier: Apache-2.0
// Motive: blood of one's own calls for blow against those who shed it; against their people only
// where they hit one's own fighters, and less where they killed one's own people.
// Reads: attacks suffered, wrongs done by an actor to groups that this one claims, grief and injury
// at the place. Source: tit for tat: O'Loughlin & Witmer 2012; self-excitation for 2 to 6 weeks:
// Lewis et al. 2012; reprisals after blows to own fighters: Kalyvas 2006.
#include <algorithm>

#include "actors/choice.hpp"
#include "core/math.hpp"

namespace forestall {
namespace {

struct Own {
    double attack;
    double guilty;
    double news;
    double grief;
    double mass;
    double reprisal;
};

constexpr Parameters<Own> parameters{{
    {&Own::attack,
     ParameterSpec{"revenge.attack", "1", 0, 15, 3.0,
                   "log-odds of attack and offensive after many attacks suffered from the actor",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::guilty,
     ParameterSpec{"revenge.guilty", "1", 0, 15, 4.0,
                   "log-odds of attack and offensive on an actor that has done much wrong to own "
                   "people",
                   "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::news,
     ParameterSpec{"revenge.news", "1", 0, 1, 0.25,
                   "how much a wrong done elsewhere in the country counts as one done here",
                   "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::grief,
     ParameterSpec{
         "revenge.grief", "1", 0.1, 10000, 50,
         "own people killed near by at which what was done in the country is felt by 0.63 "
         "of the rest as if it were done here",
         "judgement", 'D'}},
    {&Own::mass,
     ParameterSpec{"revenge.mass", "1", 0, 15, 2.0,
                   "log-odds of mass violence and campaign at much wrong done by the group's "
                   "actors",
                   "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::reprisal,
     ParameterSpec{"revenge.reprisal", "1", 0, 15, 2.5,
                   "log-odds of mass violence and campaign after many attacks by the group's "
                   "actors",
                   "trial against the patterns (docs/adr/0021)", 'D'}},
}};

/// The most that actor b has made people bleed whom `a` claims, as it is felt at the place.
double bled(const Scene& s, const Choice& c, double news, Ground& ground) {
    double most = 0;
    for (const GroupId g : ids<GroupId>(s.groups)) {
        if (s.who[c.actor].claims[g] == 0) continue;
        const Memory& wrong = s.wronged(c.other, g);
        const double here = c.action == Action::attack ? s.injury(c.place, g).value : 0;
        const double felt = std::min(wrong.value, news * wrong.value + here);
        if (felt <= most) continue;
        most = felt;
        ground = {wrong.ground(), c.other};
    }
    return most;
}

double war(const Scene& s, const Choice& c, const Own& own, Ground* why) {
    const Memory& blow = s.attacked(c.actor, c.other);
    Ground guilt;
    const double for_people = own.guilty * -math::expm1(-bled(s, c, own.news, guilt));
    const double for_fighters = own.attack * -math::expm1(-blow.value);
    if (why != nullptr) *why = for_people > for_fighters ? guilt : Ground{blow.ground(), c.other};
    return for_people + for_fighters;
}

/// How far what was done in the country is felt at the place: the more own people have been killed
/// near by, the more. Leaders feel all of it.
double heard(const Scene& s, const Choice& c, const Own& own) {
    if (c.action != Action::mass) return 1;
    double grief = 0;
    for (const GroupId g : ids<GroupId>(s.groups))
        if (s.who[c.actor].claims[g] != 0) grief = std::max(grief, s.grief(c.place, g));
    return own.news + (1 - own.news) * -math::expm1(-grief / own.grief);
}

struct Felt {
    double value = 0;
    Ground ground;
    void raise(double to, const Ground& by) {
        if (to > value) ground = by;
        value = std::max(value, to);
    }
};

double value(const Scene& s, const Choice& c, const Own& own, Ground* why) {
    if (c.action == Action::attack || c.action == Action::offensive) return war(s, c, own, why);
    if (c.action != Action::mass && c.action != Action::campaign) return 0;
    if (s.who[c.actor].claims[c.group] != 0) return 0;
    Felt wrong, blow;
    double blows = 0;
    for (const ActorId b : ids<ActorId>(s.actors)) {
        if (s.who[b].claims[c.group] == 0) continue;
        const Memory& hit = s.attacked(c.actor, b);
        blows += hit.value;
        blow.raise(hit.value, {hit.ground(), b});
        for (const GroupId g : ids<GroupId>(s.groups))
            if (s.who[c.actor].claims[g] != 0)
                wrong.raise(s.wronged(b, g).value, {s.wronged(b, g).ground(), b});
    }
    const double share = heard(s, c, own);
    const double people = own.mass * -math::expm1(-share * wrong.value),
                 fighters = own.reprisal * -math::expm1(-share * blows);
    if (why != nullptr) *why = fighters > people ? blow.ground : wrong.ground;
    return people + fighters;
}

}  // namespace

extern const Motive motive_revenge;
const Motive motive_revenge{
    "revenge",
    "blood of one's own calls for blows against those who shed it, and for reprisals on the people "
    "of those who attack",
    "tit for tat: O'Loughlin & Witmer 2012; self-excitation for 2 to 6 weeks: Lewis et al. 2012; "
    "reprisals: Kalyvas 2006",
    weighed_by<parameters, value>(),
    actions({Action::attack, Action::mass, Action::offensive, Action::campaign})};

}  // namespace forestall
