// SPDX-License-Identifier: Apache-2.0
// What the running actions of an option do to the levers in a step.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/math.hpp"
#include "interventions/desk.hpp"

namespace forestall {
namespace {

constexpr Day early_days = 90;

constexpr std::array<std::string_view, 9> conditions = {"leverage",   "attention", "animus",
                                                        "legitimacy", "supply",    "threat",
                                                        "protection", "talks",     "stage"};

std::vector<std::size_t> all(std::size_t n) {
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

/// What is known where a condition is tested.
struct Circumstances {
    const Scene& scene;
    const Measure& measure;
    std::span<const double>
        guarded;  ///< protection of each place, with what the option itself sends there
    double leverage;
    double attention;
    Stage stage;
};

double best_guarded(const Circumstances& c) {
    double most = 0;
    if (c.measure.places.empty())
        for (const double g : c.guarded) most = std::max(most, g);
    for (const PlaceId p : c.measure.places) most = std::max(most, c.guarded[index(p)]);
    return most;
}

/// What `where` speaks of, for a target of the lever's kind.
double condition(std::string_view name, const Circumstances& c, TargetKind kind,
                 std::size_t target) {
    const Scene& s = c.scene;
    if (name == "leverage") return c.leverage;
    if (name == "attention") return c.attention;
    if (name == "stage") return static_cast<double>(c.stage);
    if (name == "talks")
        return std::any_of(s.dyads.begin(), s.dyads.end(), [](const Dyad& d) {
            return d.state == DyadState::talks || d.state == DyadState::ceasefire ||
                   d.state == DyadState::agreement;
        });
    if (name == "protection")
        return kind == TargetKind::place ? c.guarded[target] : best_guarded(c);
    if (kind != TargetKind::actor) return 0;
    const auto actor = id_at<ActorId>(target);
    if (name == "supply") return s.supply[actor];
    if (name == "threat") return s.threat[actor];
    const bool highest = name == "animus";
    const auto by_group = (highest ? s.animus : s.legitimacy).row(actor);
    double value = highest ? 0 : 1;
    for (const double x : by_group) value = highest ? std::max(value, x) : std::min(value, x);
    return value;
}

/// Sum of parts of one lever and target; more than one are attenuated.
double joined(std::span<const LeverPart> parts, double power) {
    double sum = 0, most = 0;
    for (const LeverPart& p : parts) {
        sum += p.change;
        most = std::max(most, std::abs(p.change));
    }
    if (parts.size() < 2 || std::abs(sum) <= most) return sum;
    return (sum > 0 ? most : -most) * math::pow(std::abs(sum) / most, power);
}

}  // namespace

std::span<const std::string_view> effect_conditions() { return conditions; }

double Desk::phase_strength(std::size_t i, const Effect& effect, const Intervention& what,
                            Day day) const {
    const Running& run = runs_[i];
    if (run.decided < 0) return 0;
    if (effect.phase == Phase::threat) return run.state == State::preparing && day < run.on ? 1 : 0;
    if (day < run.on) return 0;
    const double ramped =
        what.ramp > 0 ? std::min(1.0, static_cast<double>(
                                          std::min(day, run.off < 0 ? day : run.off) - run.on + 1) /
                                          static_cast<double>(what.ramp))
                      : 1;
    const double left = run.off < 0 ? 1
                        : what.decay <= 0
                            ? 0
                            : math::exp(-static_cast<double>(day - run.off) / what.decay);
    switch (effect.phase) {
        case Phase::early:
            return run.off < 0 && day < run.on + early_days ? ramped : 0;
        case Phase::late:
            return day >= run.on + early_days ? ramped * left : 0;
        case Phase::exit:
            return run.off < 0 ? 0 : left;
        default:
            return ramped * left;
    }
}

double Desk::partners_factor(std::size_t i, const World& world, double attention) const {
    const int p = option_->actions[i].partner;
    if (p < 0) return 1;
    const Partner& lead = world.partners()[static_cast<std::size_t>(p)];
    const double will = will_[static_cast<std::size_t>(p)];
    double factor = std::min(1.0, will + (1 - will) * attention);
    const auto names = [](const std::vector<std::string>& list, const std::string& name) {
        return std::find(list.begin(), list.end(), name) != list.end();
    };
    std::vector<std::uint8_t> counted(world.partners().size());
    for (std::size_t j = 0; j < runs_.size(); ++j) {
        const int q = option_->actions[j].partner;
        if (j == i || q < 0 || q == p || counted[static_cast<std::size_t>(q)] != 0) continue;
        if (runs_[j].state != State::running) continue;
        counted[static_cast<std::size_t>(q)] = 1;
        const std::string& other = world.partners()[static_cast<std::size_t>(q)].name;
        if (names(lead.coordinates, other)) factor *= 1 + coordination_;
        if (names(lead.competes, other)) factor *= 1 - competition_;
    }
    return factor;
}

std::vector<std::size_t> Desk::targets(std::size_t i, const Effect& effect, const Lever& lever,
                                       const Tools& t, const Scene& s) const {
    const Measure& action = option_->actions[i];
    std::vector<std::size_t> out;
    switch (lever.target) {
        case TargetKind::country:
            return {0};
        case TargetKind::place:
            if (!action.places.empty()) return indices(action.places);
            for (std::size_t p = 0; p < s.places; ++p)
                if (!t.world.places()[p].foreign) out.push_back(p);
            return out;
        case TargetKind::group:
            if (!action.groups.empty()) return indices(action.groups);
            if (action.actors.empty()) return all(s.groups);
            for (const GroupId g : ids<GroupId>(s.groups))
                if (std::any_of(action.actors.begin(), action.actors.end(),
                                [&](ActorId a) { return s.who[a].claims[g] != 0; }))
                    out.push_back(index(g));
            return out;
        case TargetKind::actor:
            for (const std::size_t a :
                 action.actors.empty() ? all(s.actors) : indices(action.actors))
                if ((effect.kinds >> static_cast<unsigned>(t.world.actors()[a].kind) & 1U) != 0)
                    out.push_back(a);
            return out;
    }
    return out;
}

/// Parts of every running effect; `conditional` on protection or not, so that what guards a place
/// is known first.
void Desk::gather(const Tools& t, const Scene& scene, bool conditional,
                  std::span<const double> guarded, std::vector<LeverPart>& parts) const {
    for (std::size_t i = 0; i < runs_.size(); ++i) {
        const Measure& measure = option_->actions[i];
        const Intervention& what = t.world.interventions()[measure.intervention];
        const double partners = partners_factor(i, t.world, t.view.attention);
        // Words need leverage over who hears them; troops and broadcasts do not.
        const bool by_leverage = what.strategy == "dissuade" || what.strategy == "facilitate";
        for (std::size_t k = 0; k < what.effects.size(); ++k) {
            const Effect& effect = what.effects[k];
            const Lever* lever = find_lever(effect.lever);
            const double strength = phase_strength(i, effect, what, t.first);
            if (lever == nullptr || strength <= 0 || (effect.where == "protection") != conditional)
                continue;
            const double value = runs_[i].values[k];
            const double size = lever->scale == LeverScale::factor ? math::log(value) : value;
            for (const std::size_t target : targets(i, effect, *lever, t, scene)) {
                const bool on_actor = lever->target == TargetKind::actor && measure.partner >= 0;
                const double leverage =
                    on_actor ? leverage_[static_cast<std::size_t>(measure.partner) * scene.actors +
                                         target]
                             : 0.5;
                if (!effect.where.empty()) {
                    const Circumstances now{scene,    measure,          guarded,
                                            leverage, t.view.attention, t.view.stage};
                    const double x = condition(effect.where, now, lever->target, target);
                    if (x < effect.above || x >= effect.below) continue;
                }
                const double change =
                    size * strength * measure.scale * partners * (by_leverage ? leverage / 0.5 : 1);
                if (change != 0) parts.push_back({lever, target, change});
            }
        }
    }
}

std::vector<LeverPart> Desk::parts_of(const Tools& t, const Scene& scene) const {
    std::vector<LeverPart> parts;
    gather(t, scene, false, {}, parts);
    std::vector<double> guarded(scene.protection.begin(), scene.protection.end());
    for (const LeverPart& p : parts)
        if (p.lever->name == "protection")
            guarded[p.target] = std::min(1.0, guarded[p.target] + p.change);
    gather(t, scene, true, guarded, parts);
    std::stable_sort(parts.begin(), parts.end(), [](const LeverPart& x, const LeverPart& y) {
        return x.lever != y.lever ? x.lever->name < y.lever->name : x.target < y.target;
    });
    return parts;
}

void Desk::act(const Tools& t, Scene& scene) const {
    const std::vector<LeverPart> parts = parts_of(t, scene);
    scene.levers = levers_at_rest(scene.actors, scene.groups, scene.places);
    for (std::size_t i = 0; i < parts.size();) {
        std::size_t j = i;
        while (j < parts.size() && parts[j].lever == parts[i].lever &&
               parts[j].target == parts[i].target)
            ++j;
        parts[i].lever->apply(scene.levers, parts[i].target,
                              joined(std::span(parts).subspan(i, j - i), joint_));
        i = j;
    }
}

}  // namespace forestall
