// SPDX-License-Identifier: Apache-2.0
#include "actors/scene.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "actors/units.hpp"
#include "core/distribution.hpp"
#include "world/named_numbers.hpp"

namespace forestall {
namespace {

constexpr auto kControl = process("actors.control");

ActorTraits traits_of_actor(const World& world, const ParameterValues& values, ActorId a) {
    const Actor& actor = world.actors()[index(a)];
    const auto number = [&](std::string_view field) {
        return number_or(values, world, actor_number(world, a, field),
                         "actor." + std::string(field), standard_of(world, a, field));
    };
    ActorTraits t;
    t.supply = number("supply");
    t.resolve = number("resolve");
    t.restraint = number("restraint");
    t.sensitivity = number("sensitivity");
    t.agitation = number("agitation");
    t.state = actor.kind == ActorKind::government || actor.kind == ActorKind::security_force;
    t.protects = actor.protects;
    for (std::uint32_t g = 0; g < world.groups().size(); ++g) {
        t.claims.push_back(
            std::binary_search(actor.claims.begin(), actor.claims.end(), GroupId(g)) ? 1 : 0);
        t.animus.push_back(number_or(values, world, actor_number(world, a, "animus", GroupId(g)),
                                     "actor.animus", standard_animus(world, a, GroupId(g))));
        t.legitimacy.push_back(
            number_or(values, world, actor_number(world, a, "legitimacy", GroupId(g)),
                      "actor.legitimacy", standard_legitimacy(world, a, GroupId(g))));
    }
    return t;
}

/// Share of each place that each actor holds, ranges drawn; shares of a place sum to at most 1.
void found_control(Scene& s, const World& world, const Luck& luck) {
    for (const Control& c : world.control()) {
        double share = c.share;
        if (c.low < c.high) {
            const std::uint64_t who = name_hash(world.actors()[index(c.actor)].name);
            Stream draw = luck.stream(kControl, mix(world.address(c.place), who), 0);
            share = Distribution{Shape::triangular, {c.low, c.share, c.high}, {}}.quantile(
                draw.uniform());
        }
        s.control[s.pa(index(c.place), index(c.actor))] = share;
    }
    for (std::size_t p = 0; p < s.places; ++p) {
        double sum = 0;
        for (std::size_t a = 0; a < s.actors; ++a) sum += s.control[s.pa(p, a)];
        if (sum > 1)
            for (std::size_t a = 0; a < s.actors; ++a) s.control[s.pa(p, a)] /= sum;
    }
}

/// Fighters stand where control and people are; an actor that holds
/// nothing has them where the people it claims live, and one that claims nobody where people live.
void found_forces(Scene& s, const World& world, const ParameterValues& values, const Luck& luck) {
    for (std::size_t a = 0; a < s.actors; ++a) {
        const auto fighters = static_cast<Persons>(
            number_or(values, world, actor_number(world, ActorId(a), "fighters"), "actor.fighters",
                      named_number_field("actor.fighters").standard));
        std::vector<double> weight(s.places);
        double sum = 0;
        for (int stage = 0; stage < 3 && sum <= 0; ++stage)
            for (std::size_t p = 0; p < s.places; ++p) {
                double claimed = 0;
                for (std::size_t g = 0; g < s.groups; ++g)
                    claimed +=
                        s.who[a].claims[g] != 0 ? static_cast<double>(s.present[s.pg(p, g)]) : 0;
                weight[p] = stage == 0 ? s.control[s.pa(p, a)] *
                                             std::sqrt(static_cast<double>(s.home_people[p]) + 1)
                            : stage == 1 ? claimed
                                         : static_cast<double>(s.home_people[p]);
                sum += weight[p];
            }
        double rest = sum;
        Persons left = sum > 0 ? fighters : 0;
        for (std::size_t p = 0; p < s.places && left > 0; ++p) {
            const auto n = static_cast<Persons>(
                std::floor(static_cast<double>(left) * weight[p] / rest + 0.5));
            rest -= weight[p];
            left -= n;
            if (n <= 0) continue;
            auto& units = s.units[s.ap(a, p)];
            units.push_back(n);
            const std::uint64_t who =
                mix(name_hash(world.actors()[a].name), world.address(PlaceId(p)));
            settle_units(units, luck, who);
        }
    }
    s.recount();
}

}  // namespace

Scene::Scene(const World& world, const ParameterValues& values, const Luck& luck)
    : actors(world.actors().size()), places(world.places().size()), groups(world.groups().size()) {
    for (std::uint32_t a = 0; a < actors; ++a)
        who.push_back(traits_of_actor(world, values, ActorId(a)));
    relation.assign(actors * actors, 0);
    for (std::uint32_t a = 0; a < actors; ++a)
        for (std::uint32_t b = 0; b < actors; ++b)
            if (a != b)
                relation[aa(a, b)] =
                    number_or(values, world, relation_number(world, ActorId(a), ActorId(b)),
                              "relation.value", standard_relation(world, ActorId(a), ActorId(b)));
    hostility.assign(groups * groups, 0);
    for (std::uint32_t g = 0; g < groups; ++g)
        for (std::uint32_t h = g + 1; h < groups; ++h) {
            const std::string one = hostility_number(world, GroupId(g), GroupId(h));
            const std::string name = world.parameters().contains(one)
                                         ? one
                                         : hostility_number(world, GroupId(h), GroupId(g));
            hostility[g * groups + h] = hostility[h * groups + g] =
                number_or(values, world, name, "hostility.value",
                          named_number_field("hostility.value").standard);
        }
    units.resize(actors * places);
    fighters.assign(actors * places, 0);
    forces.assign(actors, 0);
    control.assign(places * actors, 0);
    belief.assign(actors * actors, 0);
    attacked.resize(actors * actors);
    offensive.resize(actors * actors);
    dyads.resize(actors * actors);
    for (auto* zero : {&threat, &threat_mean, &pressure, &habit, &incitement})
        zero->assign(actors, 0);
    losing.resize(actors);
    shock.resize(actors);
    wronged.resize(actors * groups);
    campaign.resize(actors * groups);
    injury.resize(places * groups);
    protection.assign(places, 0);
    present.assign(places * groups, 0);
    mobilised.assign(places * groups, 0);
    home_people.assign(places, 0);
    for (const HomePopulation& h : world.populations()) {
        present[pg(index(h.place), index(h.group))] += h.persons;
        home_people[index(h.place)] += h.persons;
        people += h.persons;
    }
    for (const ActorTraits& t : who) {
        animus.insert(animus.end(), t.animus.begin(), t.animus.end());
        legitimacy.insert(legitimacy.end(), t.legitimacy.begin(), t.legitimacy.end());
        supply.push_back(t.supply);
    }
    levers = Levers(actors, groups, places);
    if (world.settings().violence_mode == ViolenceMode::scheduled) return;
    found_control(*this, world, luck);
    found_forces(*this, world, values, luck);
    for (std::size_t a = 0; a < actors; ++a) {
        income.push_back(who[a].supply * static_cast<double>(force(a)));
        held_at_start.push_back(held(a));
    }
}

double Scene::held(std::size_t a) const {
    double n = 0;
    for (std::size_t p = 0; p < places; ++p)
        n += control[pa(p, a)] * static_cast<double>(home_people[p]);
    return people > 0 ? n / static_cast<double>(people) : 0;
}

double Scene::rival_control(std::size_t a, std::size_t p) const {
    double most = 0;
    for (std::size_t b = 0; b < actors; ++b)
        if (relation[aa(a, b)] < 0) most = std::max(most, control[pa(p, b)]);
    return most;
}

double Scene::enemy_people(std::size_t a, std::size_t g) const {
    if (who[a].claims[g] != 0) return 0;
    double most = 0;
    for (std::size_t b = 0; b < actors; ++b)
        if (who[b].claims[g] != 0) most = std::max(most, -relation[aa(a, b)]);
    return most;
}

double Scene::incited(std::size_t p, std::size_t g, const World& world) const {
    double loudest = 0;
    for (std::size_t a = 0; a < actors; ++a)
        if (who[a].claims[g] != 0) loudest = std::max(loudest, incitement[a]);
    return std::min(1.0, loudest * world.places()[p].access * levers[lever<"media_reach">][p]);
}

int Scene::zone(std::size_t p, const World& world) const {
    double state = 0, against = 0;
    for (std::size_t a = 0; a < actors; ++a) {
        const ActorKind kind = world.actors()[a].kind;
        if (kind == ActorKind::government || kind == ActorKind::security_force)
            state += control[pa(p, a)];
        else
            against += control[pa(p, a)];
    }
    if (state + against < 0.05) return 0;
    const double share = state / (state + against);
    return share > 0.9 ? 1 : share > 0.6 ? 2 : share >= 0.4 ? 3 : share >= 0.1 ? 4 : 5;
}

void Scene::recount() {
    forces.assign(actors, 0);
    for (std::size_t i = 0; i < units.size(); ++i) {
        fighters[i] = 0;
        for (const Persons n : units[i]) fighters[i] += n;
        forces[i / places] += fighters[i];
    }
}

void Scene::hash(StateHash& h) const {
    // Gathered into words first: a pass of the digest over many fields is much quicker than a pass
    // per field.
    std::vector<std::uint64_t> words;
    for (const auto& u : units) {
        words.push_back(u.size());
        for (const Persons n : u) words.push_back(static_cast<std::uint64_t>(n));
    }
    for (const auto* v : {&losing, &attacked, &wronged, &injury, &campaign, &offensive, &shock})
        for (const Memory& m : *v) words.push_back(std::bit_cast<std::uint64_t>(m.value));
    for (const Dyad& d : dyads) {
        words.push_back(static_cast<std::uint64_t>(d.state));
        for (const double x : {d.hurt, d.progress, d.days})
            words.push_back(std::bit_cast<std::uint64_t>(x));
    }
    h.add_range(words);
    for (const auto* v : {&control, &supply, &belief, &threat, &threat_mean, &pressure, &habit,
                          &animus, &legitimacy, &incitement, &protection})
        h.add_range(*v);
    h.add(attention);
    h.add(crowding);
}

}  // namespace forestall
