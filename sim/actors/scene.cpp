// SPDX-License-Identifier: Apache-2.0
#include "actors/scene.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "actors/temper.hpp"
#include "actors/units.hpp"
#include "core/distribution.hpp"
#include "world/named_numbers.hpp"

namespace forestall {
namespace {

constexpr auto kControl = process("actors.control");
constexpr auto kTemper = process("actors.temper");

ActorTraits traits_of_actor(const World& world, const ParameterValues& values, ActorId a) {
    const Actor& actor = world.at(a);
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
    t.patron = actor.patron;
    if (t.patron != none<ActorId>()) {
        t.support = number("support");
        t.veto = number("veto");
    }
    t.protects = actor.protects;
    t.objective = objective_of(actor);
    const std::size_t groups = world.groups().size();
    t.claims = Table<GroupId, std::uint8_t>(groups);
    t.animus = t.legitimacy = Table<GroupId, double>(groups);
    for (const GroupId g : ids<GroupId>(groups)) {
        t.claims[g] = std::binary_search(actor.claims.begin(), actor.claims.end(), g) ? 1 : 0;
        t.animus[g] = number_or(values, world, actor_number(world, a, "animus", g), "actor.animus",
                                standard_animus(world, a, g));
        t.legitimacy[g] = number_or(values, world, actor_number(world, a, "legitimacy", g),
                                    "actor.legitimacy", standard_legitimacy(world, a, g));
    }
    return t;
}

/// How actors and groups stand to each other.
void found_feelings(Scene& s, const World& world, const ParameterValues& values) {
    s.relation = {s.actors, s.actors};
    for (const ActorId a : ids<ActorId>(s.actors))
        for (const ActorId b : ids<ActorId>(s.actors))
            if (a != b)
                s.relation(a, b) = number_or(values, world, relation_number(world, a, b),
                                             "relation.value", standard_relation(world, a, b));
    s.hostility = {s.groups, s.groups};
    for (const GroupId g : ids<GroupId>(s.groups))
        for (const GroupId h : ids_after(g, s.groups)) {
            const std::string one = hostility_number(world, g, h);
            const std::string name =
                world.parameters().contains(one) ? one : hostility_number(world, h, g);
            s.hostility(g, h) = s.hostility(h, g) =
                number_or(values, world, name, "hostility.value",
                          named_number_field("hostility.value").standard);
        }
}

/// Share of each place that each actor holds, ranges drawn; shares of a place sum to at most 1.
void found_control(Scene& s, const World& world, const Luck& luck) {
    for (const Control& c : world.control()) {
        double share = c.share;
        if (c.low < c.high) {
            const std::uint64_t who = name_hash(world.at(c.actor).name);
            Stream draw = luck.stream(kControl, mix(world.address(c.place), who), 0);
            share = Distribution{Shape::triangular, {c.low, c.share, c.high}, {}}.quantile(
                draw.uniform());
        }
        s.control(c.place, c.actor) = share;
    }
    for (const PlaceId p : ids<PlaceId>(s.places)) {
        double sum = 0;
        for (const ActorId a : ids<ActorId>(s.actors)) sum += s.control(p, a);
        if (sum > 1)
            for (const ActorId a : ids<ActorId>(s.actors)) s.control(p, a) /= sum;
    }
}

/// How a place draws an actor's fighters at the start: by its control there; at the next stages by
/// the people whom it claims, and by people.
double draw_of(const Scene& s, ActorId a, PlaceId p, int stage) {
    if (stage == 0) return s.control(p, a) * std::sqrt(real(s.home_people[p]) + 1);
    if (stage == 2) return real(s.home_people[p]);
    double claimed = 0;
    for (const GroupId g : ids<GroupId>(s.groups))
        claimed += s.who[a].claims[g] != 0 ? real(s.present(p, g)) : 0;
    return claimed;
}

/// Fighters stand where control and people are; an actor that holds
/// nothing has them where the people it claims live, and one that claims nobody where people live.
void found_forces(Scene& s, const World& world, const ParameterValues& values, const Luck& luck) {
    for (const ActorId a : ids<ActorId>(s.actors)) {
        if (!s.career[a].there) continue;
        const auto fighters = static_cast<Persons>(
            number_or(values, world, actor_number(world, a, "fighters"), "actor.fighters",
                      named_number_field("actor.fighters").standard));
        Table<PlaceId, double> weight(s.places);
        double sum = 0;
        for (int stage = 0; stage < 3 && sum <= 0; ++stage)
            for (const PlaceId p : ids<PlaceId>(s.places)) {
                weight[p] = draw_of(s, a, p, stage);
                sum += weight[p];
            }
        double rest = sum;
        Persons left = sum > 0 ? fighters : 0;
        for (const PlaceId p : ids<PlaceId>(s.places)) {
            if (left <= 0) break;
            const auto n = static_cast<Persons>(std::floor(real(left) * weight[p] / rest + 0.5));
            rest -= weight[p];
            left -= n;
            if (n <= 0) continue;
            auto& units = s.units(a, p);
            units.push_back(n);
            const std::uint64_t who = mix(name_hash(world.at(a).name), world.address(p));
            settle_units(units, luck, who);
        }
    }
    s.recount();
}

/// Who governs: the strongest government by numbers that the scenario gives; the first of equals.
ActorId found_ruler(const Scene& s, const World& world) {
    ActorId ruler = none<ActorId>();
    for (const ActorId a : ids<ActorId>(s.actors)) {
        if (world.at(a).kind != ActorKind::government || s.who[a].protects) continue;
        if (ruler == none<ActorId>() || s.force(a) > s.force(ruler)) ruler = a;
    }
    return ruler;
}

void found_careers(Scene& s, const World& world, const Luck& luck) {
    s.career = Table<ActorId, Career>(s.actors);
    for (const ActorId a : ids<ActorId>(s.actors)) {
        const Actor& actor = world.at(a);
        Career& c = s.career[a];
        c.state = actor.kind == ActorKind::government || actor.kind == ActorKind::security_force;
        c.there = actor.latent == Latent::no;
        Stream draw = luck.stream(kTemper, name_hash(actor.name), 0);
        c.temper = drawn_temper(draw.uniform());
    }
}

/// All places of the capital's region; the capital alone if the region is most of the country.
void found_seat(Scene& s, const World& world) {
    s.seat = Table<PlaceId, std::uint8_t>(s.places);
    if (world.capital() == none<PlaceId>()) return;
    const std::string& region = world.at(world.capital()).region;
    Persons people = 0;
    for (const PlaceId p : ids<PlaceId>(s.places)) {
        s.seat[p] = !world.at(p).foreign && !region.empty() && world.at(p).region == region;
        people += s.seat[p] != 0 ? s.home_people[p] : 0;
    }
    if (2 * people > s.people) s.seat.fill(0);
    s.seat[world.capital()] = 1;
}

}  // namespace

Scene::Scene(const World& world, const ParameterValues& values, const Luck& luck)
    : actors(world.actors().size()), places(world.places().size()), groups(world.groups().size()) {
    who = Table<ActorId, ActorTraits>(actors);
    for (const ActorId a : ids<ActorId>(actors)) who[a] = traits_of_actor(world, values, a);
    found_feelings(*this, world, values);
    units = {actors, places};
    fighters = {actors, places};
    forces = Table<ActorId, Persons>(actors);
    control = {places, actors};
    belief = {actors, actors};
    near = {actors, actors, 1.0};
    attacked = offensive = {actors, actors};
    dyads = {actors, actors};
    threat = threat_mean = pressure = habit = incitement = Table<ActorId, double>(actors);
    losing = shock = Table<ActorId, Memory>(actors);
    wronged = campaign = {actors, groups};
    injury = {places, groups};
    protection = Table<PlaceId, double>(places);
    present = mobilised = {places, groups};
    home_people = Table<PlaceId, Persons>(places);
    for (const HomePopulation& h : world.populations()) {
        present(h.place, h.group) += h.persons;
        home_people[h.place] += h.persons;
        people += h.persons;
    }
    animus = legitimacy = {actors, groups};
    supply = Table<ActorId, double>(actors);
    for (const ActorId a : ids<ActorId>(actors)) {
        std::copy(who[a].animus.begin(), who[a].animus.end(), animus.row(a).begin());
        std::copy(who[a].legitimacy.begin(), who[a].legitimacy.end(), legitimacy.row(a).begin());
        supply[a] = who[a].supply;
    }
    levers = Levers(actors, groups, places);
    backing = Table<ActorId, double>(actors);
    for (const ActorId a : ids<ActorId>(actors))
        for (const PlaceId p : world.at(a).sanctuary)
            sanctuaries.push_back({a, p, world.at(p).foreign});
    contested = Table<PlaceId, double>(places);
    grief = {places, groups};
    for (const Pact& pact : world.pacts()) dyad(pact.a, pact.b).state = pact.state;
    found_careers(*this, world, luck);
    found_seat(*this, world);
    if (world.settings().violence_mode == ViolenceMode::scheduled) return;
    found_control(*this, world, luck);
    found_forces(*this, world, values, luck);
    income = held_at_start = standing = Table<ActorId, double>(actors);
    for (const ActorId a : ids<ActorId>(actors)) {
        income[a] = who[a].supply * real(force(a));
        held_at_start[a] = held(a);
        standing[a] = career[a].most = real(force(a));
    }
    held_then = control;
    ruler = found_ruler(*this, world);
}

double Scene::held(ActorId a) const {
    double n = 0;
    for (const PlaceId p : ids<PlaceId>(places)) n += control(p, a) * real(home_people[p]);
    return people > 0 ? n / real(people) : 0;
}

double Scene::rival_control(ActorId a, PlaceId p) const {
    double most = 0;
    for (const ActorId b : ids<ActorId>(actors))
        if (relation(a, b) < 0) most = std::max(most, control(p, b));
    return most;
}

double Scene::enemy_people(ActorId a, GroupId g) const {
    if (who[a].claims[g] != 0) return 0;
    double most = 0;
    for (const ActorId b : ids<ActorId>(actors))
        if (who[b].claims[g] != 0) most = std::max(most, -relation(a, b));
    return most;
}

double Scene::incited(PlaceId p, GroupId g, const World& world) const {
    double loudest = 0;
    for (const ActorId a : ids<ActorId>(actors))
        if (who[a].claims[g] != 0) loudest = std::max(loudest, incitement[a]);
    return std::min(1.0, loudest * world.at(p).access * levers[lever<"media_reach">][p]);
}

bool Scene::sheltered(ActorId a, PlaceId p) const {
    return std::any_of(sanctuaries.begin(), sanctuaries.end(), [&](const Sanctuary& x) {
        return x.client == a && x.place == p && backing[a] > 0;
    });
}

bool Scene::closed(ActorId a, PlaceId p) const {
    const auto bars = [&](const Sanctuary& x) {
        return x.place == p && (x.abroad || (backing[x.client] > 0 && relation(a, x.client) < 0));
    };
    return std::any_of(sanctuaries.begin(), sanctuaries.end(), bars) && !sheltered(a, p);
}

double Scene::protectors(PlaceId p) const {
    double troops = levers[lever<"troops">][p];
    for (const ActorId a : ids<ActorId>(actors))
        if (who[a].protects) troops += real(fighters(a, p));
    return troops;
}

double Scene::in_capital(ActorId a) const {
    double men = 0;
    for (const PlaceId p : ids<PlaceId>(places))
        if (seat[p] != 0) men += real(fighters(a, p));
    return men;
}

int Scene::zone(PlaceId p) const {
    double own = 0, against = 0;
    for (const ActorId a : ids<ActorId>(actors)) (state(a) ? own : against) += control(p, a);
    if (own + against < 0.05) return 0;
    const double share = own / (own + against);
    if (share > 0.9) return 1;
    if (share > 0.6) return 2;
    if (share >= 0.4) return 3;
    return share >= 0.1 ? 4 : 5;
}

void Scene::recount() {
    forces.fill(0);
    for (const ActorId a : ids<ActorId>(actors))
        for (const PlaceId p : ids<PlaceId>(places)) {
            Persons& here = fighters(a, p);
            here = 0;
            for (const Persons n : units(a, p)) here += n;
            forces[a] += here;
        }
}

void Scene::recount(ActorId a, PlaceId p) {
    Persons n = 0;
    for (const Persons unit : units(a, p)) n += unit;
    forces[a] += n - fighters(a, p);
    fighters(a, p) = n;
}

void Scene::hash(StateHash& h) const {
    // Gathered into words first: a pass of the digest over many fields is much quicker than a pass
    // per field.
    std::vector<std::uint64_t> words;
    for (const auto& u : units) {
        words.push_back(u.size());
        for (const Persons n : u) words.push_back(static_cast<std::uint64_t>(n));
    }
    for (const auto* v :
         ConstTables<Memory>{&losing, &attacked, &wronged, &injury, &campaign, &offensive, &shock})
        for (const Memory& m : *v) words.push_back(std::bit_cast<std::uint64_t>(m.value));
    for (const Dyad& d : dyads) {
        words.push_back(static_cast<std::uint64_t>(d.state));
        for (const double x : {d.hurt, d.progress, d.days})
            words.push_back(std::bit_cast<std::uint64_t>(x));
    }
    for (const Career& c : career) {
        words.push_back(static_cast<std::uint64_t>(c.state) +
                        2 * static_cast<std::uint64_t>(c.there));
        for (const double x : {c.temper, c.siege, c.then, c.most})
            words.push_back(std::bit_cast<std::uint64_t>(x));
        for (const std::int32_t event : {c.took, c.fell})
            words.push_back(static_cast<std::uint64_t>(event + 1));
    }
    for (const ActorTraits& a : who)
        for (const double x : a.legitimacy) words.push_back(std::bit_cast<std::uint64_t>(x));
    words.push_back(static_cast<std::uint64_t>(ruler));
    h.add_range(words);
    for (const auto* v :
         ConstTables<double>{&control, &supply, &belief, &threat, &threat_mean, &pressure, &habit,
                             &animus, &legitimacy, &incitement, &protection, &contested, &grief,
                             &income, &held_then, &held_at_start})
        h.add_range(*v);
    h.add(attention);
    h.add(crowding);
    for (const ActorId a : ids<ActorId>(actors))
        if (who[a].patron != none<ActorId>()) h.add(backing[a]);
}

}  // namespace forestall
