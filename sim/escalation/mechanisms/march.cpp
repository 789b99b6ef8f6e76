// SPDX-License-Identifier: Apache-2.0
// Mechanism: an actor moves its force towards where it wants it: an offensive against who governs
// to the capital, any other to where the enemy stands; a campaign to where the people live; who has
// taken power to the towns, who has lost it to its rear; who is losing or outnumbered to the
// sanctuaries that its patron gives it; who wants a homeland and speaks for nobody
// to where it came from. Units go by the shortest road, so far in a
// week, and stop where enemies stand; an offensive goes on as long as it is not being lost. Reads:
// orders, objectives, control, people, units; writes units, offensives. Source: objectives and
// lines of advance: judgement, trial against the patterns (docs/adr/0021).
// docs/mechanisms/march.md
#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "actors/units.hpp"
#include "core/math.hpp"
#include "escalation/mechanism.hpp"
#include "world/roads.hpp"

namespace forestall {
namespace {

struct Own {
    double pace;
    double near;
    double towns;
    double mass;
    double renewed;
};

constexpr Parameters<Own> parameters{{
    {&Own::pace,
     ParameterSpec{"march.pace", "km", 0, 5000, 200, "road that units march in a week, at most",
                   "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::near,
     ParameterSpec{"march.near", "km", 1, 5000, 100,
                   "distance that counts as much as none: gaps are filled by men wanted "
                   "over kilometres plus this",
                   "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::towns, ParameterSpec{"march.towns", "1", 0, 2, 1.1,
                                "power of people by which who has taken power wants its men at "
                                "places",
                                "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::mass, ParameterSpec{"march.campaign", "1", 0, 1, 0.5,
                               "share of a force that a campaign against a group draws to where "
                               "the group lives",
                               "judgement", 'D'}},
    {&Own::renewed, ParameterSpec{"march.renewed", "1", 0, 1, 0.3,
                                  "how far an actor may be losing while its offensive goes on; "
                                  "from there on it goes to its sanctuaries",
                                  "trial against the patterns (docs/adr/0021)", 'D'}},
}};

/// So many enemies to one of its own, where it stands, are too many for who has a sanctuary.
constexpr double outnumbered = 3;

using Shares = Table<PlaceId, double>;

double sum_of(const Shares& shares) {
    double sum = 0;
    for (const double x : shares) sum += x;
    return sum;
}

/// Against whom the actor is on the offensive: the longest that still runs; none: nobody.
ActorId attacked_by(const Scene& s, ActorId a) {
    ActorId whom = none<ActorId>();
    double longest = 0;
    for (const ActorId b : ids<ActorId>(s.actors)) {
        if (s.offensive(a, b).value <= longest || (s.force(b) == 0 && b != s.ruler)) continue;
        longest = s.offensive(a, b).value;
        whom = b;
    }
    return whom;
}

double claimed(const Scene& s, ActorId a, PlaceId p) {
    double n = 0;
    for (const GroupId g : ids<GroupId>(s.groups))
        if (s.who[a].claims[g] != 0) n += real(s.present(p, g));
    return n;
}

/// Where an offensive goes: to the capital against who governs, to own people's places in the
/// enemy's hands where these are the aim, else to the enemy's men.
Shares of_offensive(const Scene& s, ActorId a, ActorId b) {
    Shares out(s.places);
    const bool rules = b == s.ruler || s.state(b);
    for (const PlaceId p : out.ids()) {
        if (rules && s.who[a].objective == Objective::capital)
            out[p] = s.seat[p] != 0 ? real(s.home_people[p]) : 0;
        else if (rules && s.who[a].objective == Objective::homeland)
            out[p] = claimed(s, a, p) * s.control(p, b);
        else
            out[p] = real(s.fighters(b, p));
    }
    return out;
}

/// The group against which the actor has a campaign; none: there is no campaign.
GroupId hunted_by(const Scene& s, ActorId a) {
    for (const GroupId g : ids<GroupId>(s.groups))
        if (s.campaign(a, g).value > 0) return g;
    return none<GroupId>();
}

Shares of_campaign(const Scene& s, ActorId a, GroupId g, double drawn) {
    Shares out(s.places);
    double people = 0;
    for (const PlaceId p : out.ids()) people += out[p] = real(s.present(p, g));
    const double force = real(s.force(a));
    for (const PlaceId p : out.ids())
        out[p] =
            drawn * out[p] / std::max(1.0, people) + (1 - drawn) * real(s.fighters(a, p)) / force;
    return out;
}

Shares of_victor(const Turn& t, double power) {
    Shares out(t.scene.places);
    for (const PlaceId p : out.ids())
        if (!t.world.at(p).foreign) out[p] = math::pow(real(t.scene.home_people[p]), power);
    return out;
}

Shares of_beaten(const Scene& s, ActorId a) {
    Shares out(s.places);
    for (const PlaceId p : out.ids())
        if (s.seat[p] == 0) out[p] = s.held_then(p, a) * std::sqrt(real(s.home_people[p]));
    return out;
}

/// Where it stood at the start.
Shares of_ground(const Scene& s, ActorId a) {
    Shares out(s.places);
    for (const PlaceId p : out.ids()) out[p] = s.held_then(p, a);
    return out;
}

/// Whether the two are enemies whom no truce binds.
bool at_odds(const Scene& s, ActorId a, ActorId b) {
    if (b == a || s.relation(a, b) >= 0) return false;
    const DyadState state = s.dyad(a, b).state;
    return state != DyadState::ceasefire && state != DyadState::agreement;
}

/// Whether the actor goes to its sanctuaries, if it has any: it is losing, or is outnumbered where
/// it stands and has not chosen to attack.
bool withdraws(const Scene& s, ActorId a, const Own& own) {
    if (s.backing[a] <= 0 || a == s.ruler) return false;
    if (s.losing[a].value >= own.renewed) return true;
    if (attacked_by(s, a) != none<ActorId>()) return false;
    double men = 0, enemies = 0;
    for (const PlaceId p : ids<PlaceId>(s.places)) {
        if (s.fighters(a, p) == 0 || s.sheltered(a, p)) continue;
        men += real(s.fighters(a, p));
        for (const ActorId b : ids<ActorId>(s.actors))
            if (at_odds(s, a, b)) enemies += real(s.fighters(b, p));
    }
    return enemies > outnumbered * men;
}

/// Its sanctuaries alike; nowhere if it has none.
Shares of_sanctuaries(const Scene& s, ActorId a) {
    Shares out(s.places);
    for (const Sanctuary& x : s.sanctuaries)
        if (x.client == a) out[x.place] = 1;
    return out;
}

bool claims_nobody(const Scene& s, ActorId a) {
    const auto& claims = s.who[a].claims;
    return std::all_of(claims.begin(), claims.end(), [](auto c) { return c == 0; });
}

/// How much of its force the actor wants at each place, in proportion; all 0: it leaves them where
/// they are.
Shares wanted(const Turn& t, ActorId a, const Own& own) {
    const Scene& s = t.scene;
    if (withdraws(s, a, own))
        if (Shares safe = of_sanctuaries(s, a); sum_of(safe) > 0) return safe;
    if (const ActorId b = attacked_by(s, a); b != none<ActorId>()) return of_offensive(s, a, b);
    if (const GroupId g = hunted_by(s, a); g != none<GroupId>())
        return of_campaign(s, a, g, own.mass);
    if (s.career[a].took >= 0) return of_victor(t, own.towns);
    if (s.career[a].fell >= 0) return of_beaten(s, a);
    const bool stays = s.who[a].objective == Objective::homeland && claims_nobody(s, a);
    return stays ? of_ground(s, a) : Shares(s.places);
}

/// Whether enemies of the actor stand at the place who fight it.
bool held_up(const Scene& s, ActorId a, PlaceId p) {
    for (const ActorId b : ids<ActorId>(s.actors))
        if (s.fighters(b, p) >= cell_size && at_odds(s, a, b)) return true;
    return false;
}

/// How far units get in the step on the way from `from` to `to`.
PlaceId reached(const Turn& t, ActorId a, PlaceId from, PlaceId to, const Roads::Ways& ways,
                double pace) {
    std::vector<PlaceId> way;
    for (PlaceId p = to; p != from; p = ways.previous[p]) way.push_back(p);
    PlaceId at = from;
    for (auto p = way.rbegin(); p != way.rend(); ++p) {
        // The next place is always reached, however far: nobody camps on the road.
        if (at != from && ways.km[*p] > pace) break;
        at = *p;
        if (held_up(t.scene, a, at)) break;
    }
    return at;
}

/// Where men are most wanted for the road that leads there; none: nowhere.
PlaceId goal(const Table<PlaceId, double>& gap, const Roads::Ways& ways, PlaceId from,
             double near) {
    PlaceId best = none<PlaceId>();
    double most = 0;
    for (const PlaceId q : gap.ids()) {
        if (q == from || gap[q] < real(cell_size) || !std::isfinite(ways.km[q])) continue;
        const double worth = gap[q] / (ways.km[q] + near);
        if (worth <= most) continue;
        most = worth;
        best = q;
    }
    return best;
}

void march(Turn& t, ActorId a, const Shares& share, const Own& own) {
    Scene& s = t.scene;
    const double force = real(s.force(a));
    Table<PlaceId, double> gap(s.places);  // men wanted beyond those there or on the way
    for (const PlaceId p : gap.ids()) gap[p] = share[p] * force - real(s.fighters(a, p));
    std::vector<std::pair<PlaceId, Persons>> arrivals;
    for (const PlaceId p : ids<PlaceId>(s.places)) {
        auto& units = s.units(a, p);
        if (units.empty() || gap[p] > -real(cell_size)) continue;
        const auto ways = t.world.roads().from(p);
        std::vector<Persons> stay;
        for (const Persons n : units) {
            // A unit goes if it leaves the place nearer to what is wanted.
            const PlaceId to =
                gap[p] + real(n) / 2 <= 0 ? goal(gap, *ways, p, own.near) : none<PlaceId>();
            if (to == none<PlaceId>()) {
                stay.push_back(n);
                continue;
            }
            gap[p] += real(n);
            gap[to] -= real(n);
            arrivals.emplace_back(reached(t, a, p, to, *ways, own.pace * t.weeks()), n);
        }
        units = std::move(stay);
    }
    for (const auto& [place, men] : arrivals) s.units(a, place).push_back(men);
}

void act(Turn& t, const Own& own) {
    Scene& s = t.scene;
    for (const ActorId a : ids<ActorId>(s.actors)) {
        if (s.force(a) == 0 || s.who[a].protects) continue;
        // A march on the capital is kept up as long as it is not being lost.
        if (s.ruler != none<ActorId>() && s.who[a].objective == Objective::capital) {
            Memory& order = s.offensive(a, s.ruler);
            if (order.value > 0 && s.losing[a].value < own.renewed)
                order.value = std::max(order.value, t.weeks() + 1);
        }
        Shares share = wanted(t, a, own);
        for (const PlaceId p : share.ids())
            if (s.closed(a, p)) share[p] = 0;
        const double sum = sum_of(share);
        if (sum <= 0) continue;
        for (double& x : share) x /= sum;
        march(t, a, share, own);
    }
    s.recount();
}

}  // namespace

extern const Mechanism mechanism_march;
const Mechanism mechanism_march{
    "march",
    "an actor moves its force towards where it wants it: offensives to the capital or the enemy, "
    "campaigns to the people, victors to the towns, the beaten to their rear or sanctuary",
    "judgement, trial against the patterns (docs/adr/0021)", 24, acted_by<parameters, act>()};

}  // namespace forestall
