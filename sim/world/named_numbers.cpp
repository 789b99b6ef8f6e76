// SPDX-License-Identifier: Apache-2.0
#include "world/named_numbers.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace forestall {
namespace {

constexpr std::array fields = {
    ParameterSpec{"actor.fighters", "1", 0, 1e6, 0,
                  "people under arms at the start, spread by control", "scenario", 'D'},
    ParameterSpec{"actor.supply", "1", 0, 10, 1,
                  "income at the start as a share of what its fighters cost", "scenario", 'D'},
    ParameterSpec{"actor.resolve", "1", 0, 1, 0.5, "will to go on under losses",
                  "by kind; judgement", 'D'},
    ParameterSpec{"actor.restraint", "1", 0, 1, 0.5,
                  "norms, discipline and elites that hold back from civilians",
                  "by kind; judgement after Straus 2015 on restraint", 'D'},
    ParameterSpec{"actor.sensitivity", "1", 0, 1, 0.3, "how much outside pressure counts",
                  "by kind; judgement", 'D'},
    ParameterSpec{"actor.agitation", "1", 0, 1, 0.1,
                  "readiness to incite when threatened or losing", "by kind; judgement", 'D'},
    ParameterSpec{"actor.animus", "1", 0, 1, 0.2, "hostility to the people of a group", "judgement",
                  'D'},
    ParameterSpec{"actor.legitimacy", "1", 0, 1, 0.5,
                  "right to rule or to speak, in a group's eyes",
                  "by political status (EPR scale); judgement", 'D'},
    ParameterSpec{"actor.support", "1", 0, 1e6, 0, "fighters that what its patron gives pays for",
                  "scenario", 'D'},
    ParameterSpec{"actor.veto", "1", 0, 1, 0, "share of outside pressure that its patron keeps off",
                  "scenario", 'D'},
    ParameterSpec{"relation.value", "1", -1, 1, 0, "from enemy (-1) to ally (1)",
                  "by kind; judgement", 'D'},
    ParameterSpec{"hostility.value", "1", 0, 1, 0.2, "between the people of two groups",
                  "judgement", 'D'},
    ParameterSpec{"option.budget", "USD", 0, 1e13, 0, "money over the run; no limit if not given",
                  "scenario", 'D'},
    ParameterSpec{"intervention.setup", "USD", 0, 1e12, 0, "cost at the start of an intervention",
                  "catalogue", 'D'},
    ParameterSpec{"intervention.weekly", "USD/week", 0, 1e12, 0, "cost per week of an intervention",
                  "catalogue", 'D'},
    ParameterSpec{"effect.link", "1", 0, 1, 1,
                  "share of an effect that arrives at its lever, where it was measured on a step "
                  "before it",
                  "catalogue", 'D'},
    ParameterSpec{"effect.value", "1", -1e6, 1e6, 0, "factor or shift of an effect on its lever",
                  "catalogue", 'D'},
    ParameterSpec{"partner.will", "1", 0, 1, 0.6, "readiness to act without the world looking on",
                  "judgement", 'D'},
    ParameterSpec{"partner.leverage", "1", 0, 1, 0.5,
                  "leverage over an actor; effects scale with it, 0.5 is neutral", "judgement",
                  'D'},
    ParameterSpec{"trigger.rate", "1/a", 0, 12, 0, "how often it comes, per year", "scenario", 'D'},
    ParameterSpec{"trigger.strength", "1", 0, 1, 0.5, "how hard it hits, share", "scenario", 'D'},
    ParameterSpec{"trigger.fighters", "1", 0, 1e6, 0,
                  "fighters who come (deployment) or join (offensive)", "scenario", 'D'},
};

/// Rows: government, security_force, militia, rebel_group, external_patron.
struct ByKind {
    std::string_view field;
    std::array<double, 5> value;
};
constexpr std::array by_kind = {
    ByKind{"resolve", {0.6, 0.6, 0.4, 0.6, 0.5}},
    ByKind{"restraint", {0.55, 0.7, 0.35, 0.45, 0.7}},
    ByKind{"sensitivity", {0.4, 0.5, 0.1, 0.2, 0.3}},
    ByKind{"agitation", {0.1, 0, 0.25, 0.15, 0}},
};

const Actor& actor_of(const World& world, ActorId a) { return world.actors()[index(a)]; }

bool claims(const Actor& a, GroupId g) {
    return std::binary_search(a.claims.begin(), a.claims.end(), g);
}

bool share_a_claim(const Actor& a, const Actor& b) {
    return std::any_of(a.claims.begin(), a.claims.end(), [&](GroupId g) { return claims(b, g); });
}

bool of_state(const Actor& a) {
    return a.kind == ActorKind::government || a.kind == ActorKind::security_force;
}

}  // namespace

ParameterTable named_number_fields() { return fields; }

const ParameterSpec& named_number_field(std::string_view generic) {
    const auto* at = std::find_if(fields.begin(), fields.end(),
                                  [&](const auto& f) { return f.name == generic; });
    if (at == fields.end())
        throw std::out_of_range("no field is named '" + std::string(generic) + "'");
    return *at;
}

std::string actor_number(const World& world, ActorId a, std::string_view field) {
    return "actor." + actor_of(world, a).name + "." + std::string(field);
}
std::string actor_number(const World& world, ActorId a, std::string_view field, GroupId g) {
    return actor_number(world, a, field) + "." + world.groups()[index(g)].name;
}
std::string relation_number(const World& world, ActorId a, ActorId b) {
    return "relation." + actor_of(world, a).name + "." + actor_of(world, b).name;
}
std::string hostility_number(const World& world, GroupId g, GroupId h) {
    return "hostility." + world.groups()[index(g)].name + "." + world.groups()[index(h)].name;
}
std::string trigger_number(const World& world, std::size_t trigger, std::string_view field) {
    return "trigger." + world.triggers()[trigger].name + "." + std::string(field);
}
std::string effect_number(std::string_view intervention, std::size_t k) {
    return "effect." + std::string(intervention) + "." + std::to_string(k + 1);
}
std::string link_number(std::string_view intervention, std::size_t k) {
    return effect_number(intervention, k) + ".link";
}

double number_or(const ParameterValues& values, const World& world, const std::string& name,
                 std::string_view generic, double standard) {
    if (!world.parameters().contains(name)) return standard;
    const ParameterSpec& field = named_number_field(generic);
    return std::clamp(values[name], field.low, field.high);
}

double standard_of(const World& world, ActorId a, std::string_view field) {
    for (const ByKind& row : by_kind)
        if (row.field == field) return row.value[static_cast<std::size_t>(actor_of(world, a).kind)];
    return named_number_field("actor." + std::string(field)).standard;
}

double standard_animus(const World& world, ActorId a, GroupId g) {
    const Actor& actor = actor_of(world, a);
    if (claims(actor, g) || actor.protects) return 0;
    return named_number_field("actor.animus").standard;
}

double standard_legitimacy(const World& world, ActorId a, GroupId g) {
    const Actor& actor = actor_of(world, a);
    if (!of_state(actor)) return claims(actor, g) ? 0.6 : 0.2;
    switch (world.groups()[index(g)].status) {
        case PoliticalStatus::monopoly:
            return 0.92;
        case PoliticalStatus::dominant:
            return 0.9;
        case PoliticalStatus::senior_partner:
            return 0.88;
        case PoliticalStatus::junior_partner:
            return 0.86;
        case PoliticalStatus::self_excluded:
        case PoliticalStatus::powerless:
            return 0.82;
        case PoliticalStatus::discriminated:
            return 0.76;
        case PoliticalStatus::irrelevant:
            return 0.87;
    }
    return 0.87;
}

double standard_relation(const World& world, ActorId a, ActorId b) {
    const Actor& x = actor_of(world, a);
    const Actor& y = actor_of(world, b);
    if (x.kind == ActorKind::external_patron || y.kind == ActorKind::external_patron) return 0;
    if (of_state(x) && of_state(y)) return 0.6;
    if (x.protects || y.protects) return -0.2;
    const bool kin = share_a_claim(x, y);
    const auto rebels = [](const Actor& z) { return z.kind == ActorKind::rebel_group; };
    if ((of_state(x) && rebels(y)) || (rebels(x) && of_state(y))) return -0.7;
    if (kin) return rebels(x) && rebels(y) ? -0.1 : 0.4;
    if (of_state(x) || of_state(y)) return 0.1;
    return -0.5;
}

}  // namespace forestall
