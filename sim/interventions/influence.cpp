// SPDX-License-Identifier: Apache-2.0
#include "interventions/influence.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "core/math.hpp"
#include "world/named_numbers.hpp"

namespace forestall {
namespace {

constexpr Day early_days = 90;

constexpr std::array parameters = {
    ParameterSpec{"desk.coordination", "1", 0, 2, 0.15,
                  "gain in strength per running action of a partner that is worked with",
                  "judgement; USHMM: coordination is among the strongest success factors", 'D'},
    ParameterSpec{"desk.competition", "1", 0, 1, 0.15,
                  "loss of strength per running action of a competing partner", "judgement", 'D'},
    ParameterSpec{"desk.joint", "1", 0.1, 1, 0.8,
                  "power to which joint log effects on one lever are attenuated",
                  "judgement; joint effects have hardly been measured", 'D'},
};

std::vector<std::size_t> first(std::size_t n) {
    std::vector<std::size_t> out(n);
    for (std::size_t i = 0; i < n; ++i) out[i] = i;
    return out;
}

template <class Id>
std::vector<std::size_t> indices(const std::vector<Id>& ids) {
    std::vector<std::size_t> out;
    for (const Id id : ids) out.push_back(index(id));
    return out;
}

/// What is left of an action's strength once it has stopped.
double left_of(const ActionRecord& action, const Intervention& what, Day day) {
    if (action.off < 0) return 1;
    if (what.decay <= 0) return 0;
    return math::exp(-static_cast<double>(day - action.off) / what.decay);
}

double ramped(const ActionRecord& action, const Intervention& what, Day day) {
    if (what.ramp <= 0) return 1;
    const Day until = std::min(day, action.off < 0 ? day : action.off);
    return std::min(1.0,
                    static_cast<double>(until - action.on + 1) / static_cast<double>(what.ramp));
}

/// Positions of what an effect on a lever is aimed at.
std::vector<std::size_t> targets(const PlannedAction& action, const Effect& effect, TargetKind kind,
                                 const World& world, const Scene& s) {
    std::vector<std::size_t> out;
    switch (kind) {
        case TargetKind::country:
            return {0};
        case TargetKind::place:
            if (!action.places.empty()) return indices(action.places);
            for (std::size_t p = 0; p < s.places; ++p)
                if (!world.places()[p].foreign) out.push_back(p);
            return out;
        case TargetKind::group:
            if (!action.groups.empty()) return indices(action.groups);
            if (action.actors.empty()) return first(s.groups);
            for (const GroupId g : ids<GroupId>(s.groups))
                if (std::any_of(action.actors.begin(), action.actors.end(),
                                [&](ActorId a) { return s.who[a].claims[g] != 0; }))
                    out.push_back(index(g));
            return out;
        case TargetKind::actor:
            for (const std::size_t a :
                 action.actors.empty() ? first(s.actors) : indices(action.actors))
                if ((effect.kinds >> static_cast<unsigned>(world.actors()[a].kind) & 1U) != 0)
                    out.push_back(a);
            return out;
    }
    return out;
}

/// Share of an effect that arrives at its lever.
double link_of(const ParameterValues& values, const World& world, const std::string& intervention,
               std::size_t k, const Effect& effect) {
    if (effect.link_grade == 0) return 1;
    return number_or(values, world, link_number(intervention, k), "effect.link", 1);
}

/// How people sent to places are shared out over them: as fighters are at the start.
double room_for(const Scene& s, std::size_t place) {
    return std::sqrt(real(s.home_people[id_at<PlaceId>(place)]) + 1);
}

}  // namespace

ParameterTable desk_parameters() { return parameters; }

double phase_strength(const ActionRecord& action, Phase phase, const Intervention& what, Day day) {
    if (action.decided < 0) return 0;
    if (phase == Phase::threat)
        return action.state == ActionState::preparing && day < action.on ? 1 : 0;
    if (day < action.on) return 0;
    const double strength = ramped(action, what, day);
    const double left = left_of(action, what, day);
    switch (phase) {
        case Phase::early:
            return action.off < 0 && day < action.on + early_days ? strength : 0;
        case Phase::late:
            return day >= action.on + early_days ? strength * left : 0;
        case Phase::exit:
            return action.off < 0 ? 0 : left;
        default:
            return strength * left;
    }
}

double joined(std::span<const LeverPart> parts, double power) {
    double sum = 0, most = 0;
    for (const LeverPart& p : parts) {
        sum += p.change;
        most = std::max(most, std::abs(p.change));
    }
    const Lever* lever = parts.empty() ? nullptr : parts.front().lever;
    const bool add_up = lever != nullptr && lever->holds == LeverHolds::heads;
    if (add_up || parts.size() < 2 || std::abs(sum) <= most) return sum;
    return (sum > 0 ? most : -most) * math::pow(std::abs(sum) / most, power);
}

Partners::Partners(const World& world, const ParameterValues& values)
    : partners_(world.partners().size()),
      actors_(world.actors().size()),
      coordination_(values["desk.coordination"]),
      competition_(values["desk.competition"]) {
    const auto names = [](const std::vector<std::string>& list, const std::string& name) {
        return static_cast<std::uint8_t>(std::find(list.begin(), list.end(), name) != list.end());
    };
    for (const Partner& p : world.partners()) {
        will_.push_back(
            number_or(values, world, "partner." + p.name + ".will", "partner.will", 0.6));
        for (const Actor& a : world.actors())
            leverage_.push_back(number_or(values, world,
                                          "partner." + p.name + ".leverage." + a.name,
                                          "partner.leverage", 0.5));
        for (const Partner& other : world.partners()) {
            coordinates_.push_back(names(p.coordinates, other.name));
            competes_.push_back(names(p.competes, other.name));
        }
    }
}

double Partners::leverage(int partner, std::size_t actor) const {
    return partner < 0 ? 0.5 : leverage_[static_cast<std::size_t>(partner) * actors_ + actor];
}

double Partners::factor(std::size_t action, const Option& option,
                        std::span<const ActionRecord> actions, double attention) const {
    if (option.actions[action].partner < 0) return 1;
    const auto p = static_cast<std::size_t>(option.actions[action].partner);
    double factor = std::min(1.0, will_[p] + (1 - will_[p]) * attention);
    std::vector<std::uint8_t> counted(partners_);
    for (std::size_t j = 0; j < actions.size(); ++j) {
        if (option.actions[j].partner < 0 || actions[j].state != ActionState::running) continue;
        const auto q = static_cast<std::size_t>(option.actions[j].partner);
        if (j == action || q == p || counted[q] != 0) continue;
        counted[q] = 1;
        if (coordinates_[p * partners_ + q] != 0) factor *= 1 + coordination_;
        if (competes_[p * partners_ + q] != 0) factor *= 1 - competition_;
    }
    return factor;
}

Influence::Influence(const World& world, const ParameterValues& values, const Option& option)
    : option_(&option), partners_(world, values), joint_(values["desk.joint"]) {
    for (const PlannedAction& planned : option.actions) {
        const Intervention& what = world.interventions()[planned.intervention];
        OfAction action{
            &planned, &what, what.strategy == "dissuade" || what.strategy == "facilitate", {}};
        for (std::size_t k = 0; k < what.effects.size(); ++k) {
            const Effect& effect = what.effects[k];
            const Lever* lever = find_lever(effect.lever);
            if (lever == nullptr) continue;
            const std::optional<Condition> where = conditions.find(effect.where);
            if (!where && !effect.where.empty())
                throw std::invalid_argument("no condition is named '" + effect.where + "'");
            const double value =
                std::clamp(values[effect_number(what.name, k)], lever->low, lever->high);
            const double size = lever->scale == LeverScale::factor ? math::log(value) : value;
            action.parts.push_back(
                {lever, &effect, where, size * link_of(values, world, what.name, k, effect)});
        }
        actions_.push_back(std::move(action));
    }
}

void Influence::add(const OfAction& action, const Part& part, double strength, double partners,
                    const DeskStep& t, const Scene& scene, std::span<const double> guarded,
                    std::vector<LeverPart>& parts) const {
    const PlannedAction& planned = *action.planned;
    const Effect& effect = *part.effect;
    const TargetKind kind = part.lever->target;
    std::vector<std::pair<std::size_t, double>> met;  // targets, leverage over each
    for (const std::size_t target : targets(planned, effect, kind, t.world, scene)) {
        const double leverage =
            kind == TargetKind::actor ? partners_.leverage(planned.partner, target) : 0.5;
        if (part.where) {
            const Circumstances now{scene,        planned, guarded, leverage, t.view.attention,
                                    t.view.stage, kind,    target};
            const double x = read(*part.where, now);
            if (x < effect.above || x >= effect.below) continue;
        }
        met.emplace_back(target, leverage);
    }
    const bool heads = part.lever->holds == LeverHolds::heads;
    double room = 0;
    for (const auto& [target, leverage] : met) room += heads ? room_for(scene, target) : 0;
    for (const auto& [target, leverage] : met) {
        const double each = heads ? room_for(scene, target) / room : 1;
        const double change = part.size * strength * planned.scale * partners * each *
                              (action.by_words ? leverage / 0.5 : 1);
        if (change != 0) parts.push_back({part.lever, target, change});
    }
}

/// Parts of every effect that acts; `on_protection`: of those that depend on it or of the others,
/// so that what guards a place is known first.
void Influence::gather(std::span<const ActionRecord> actions, const DeskStep& t, const Scene& scene,
                       bool on_protection, std::span<const double> guarded,
                       std::vector<LeverPart>& parts) const {
    for (std::size_t i = 0; i < actions_.size(); ++i) {
        const double partners = partners_.factor(i, *option_, actions, t.view.attention);
        for (const Part& part : actions_[i].parts) {
            if ((part.where == Condition::protection) != on_protection) continue;
            const double strength =
                phase_strength(actions[i], part.effect->phase, *actions_[i].what, t.first);
            if (strength > 0) add(actions_[i], part, strength, partners, t, scene, guarded, parts);
        }
    }
}

std::vector<LeverPart> Influence::parts(std::span<const ActionRecord> actions, const DeskStep& t,
                                        const Scene& scene) const {
    static constexpr const Lever* protection = &levers()[lever<"protection">.row];
    std::vector<LeverPart> parts;
    gather(actions, t, scene, false, {}, parts);
    std::vector<double> guarded(scene.protection.begin(), scene.protection.end());
    for (const LeverPart& p : parts)
        if (p.lever == protection) guarded[p.target] = std::min(1.0, guarded[p.target] + p.change);
    gather(actions, t, scene, true, guarded, parts);
    std::stable_sort(parts.begin(), parts.end(), [](const LeverPart& x, const LeverPart& y) {
        return x.lever != y.lever ? x.lever < y.lever : x.target < y.target;
    });
    return parts;
}

void Influence::set(std::span<const LeverPart> parts, Levers& levers) const {
    levers.rest();
    for (std::size_t i = 0; i < parts.size();) {
        std::size_t j = i;
        while (j < parts.size() && parts[j].lever == parts[i].lever &&
               parts[j].target == parts[i].target)
            ++j;
        levers.move(*parts[i].lever, parts[i].target, joined(parts.subspan(i, j - i), joint_));
        i = j;
    }
}

}  // namespace forestall
