// SPDX-License-Identifier: Apache-2.0
#include "actors/decision.hpp"

#include <algorithm>
#include <cmath>

#include "actors/units.hpp"
#include "core/math.hpp"
#include "core/samplers.hpp"
#include "world/roads.hpp"

namespace forestall {
namespace {

constexpr auto kLead = process("actors.lead");
constexpr auto kCommand = process("actors.command");
constexpr auto kHold = process("hold");

/// Nobody marches on an enemy of whom less than this is near: one who is 600 km away, say.
constexpr double least_near = 0.05;

bool off(const World& world, std::string_view name) {
    const auto& out = world.settings().switched_off;
    return std::find(out.begin(), out.end(), name) != out.end();
}

/// Who chooses, and when: gives each thing that may be done its luck.
class Chooser {
public:
    Chooser(const Luck& luck, std::uint64_t process, std::uint64_t who, std::uint32_t step)
        : luck_(luck), process_(process), who_(who), step_(step) {}
    /// Exponential with mean 1, the thing's own whatever else may be done.
    double wait(std::uint64_t thing) const {
        return -math::log(luck_.stream(process_, mix(who_, thing), step_).uniform());
    }

private:
    const Luck& luck_;
    std::uint64_t process_, who_;
    std::uint32_t step_;
};

/// What may be done, with utilities over holding still.
class Menu {
public:
    Menu(const Scene& scene, const Minds& minds, const World& world)
        : scene_(scene), minds_(minds), world_(world) {}
    void add(const Choice& choice) {
        const bool less = cut_ != nullptr && (!cut_->choice || *cut_->choice == choice);
        choices.push_back(choice);
        utilities.push_back(minds_.utility(
            scene_, choice, less ? std::string_view(cut_->motive) : std::string_view()));
    }
    double probability(std::size_t i) const {
        std::vector<double> weight;
        const double sum = weigh(weight);
        return weight[i + 1] / sum;
    }
    /// Holding still and all choices race, each at its weight and with luck of its own; the choice
    /// that is first is taken, with its probability; nothing: holding still was first.
    std::optional<std::size_t> race(const Chooser& chooser, double& probability) {
        const double sum = weigh(weight_);
        std::optional<std::size_t> first;
        double least = chooser.wait(kHold) / weight_[0];
        for (std::size_t i = 0; i < choices.size(); ++i) {
            const double time = chooser.wait(address_of(choices[i])) / weight_[i + 1];
            if (time >= least) continue;
            least = time;
            first = i;
        }
        if (first) probability = weight_[*first + 1] / sum;
        return first;
    }
    /// Empties it, for the actor or place that comes next. `cut`: the motive to leave out and, if
    /// it names one, the only choice to leave it out of; nullptr: none.
    void clear(const Cut* cut) {
        choices.clear();
        utilities.clear();
        cut_ = cut;
    }
    std::vector<Choice> choices;
    std::vector<double> utilities;

private:
    /// What a choice is, by names: the luck of one is not that of another.
    std::uint64_t address_of(const Choice& c) const {
        const std::uint64_t what = process(action_name(c.action));
        switch (c.action) {
            case Action::move:
                return mix(what, world_.address(c.to));
            case Action::repress:
            case Action::selective:
            case Action::mass:
            case Action::campaign:
                return mix(what, name_hash(world_.at(c.group).name));
            case Action::attack:
            case Action::offensive:
            case Action::talk:
            case Action::walk_out:
                return mix(what, name_hash(world_.at(c.other).name));
            case Action::hold:
            case Action::recruit:
                return what;
        }
        return what;
    }
    /// Holding still first, then the choices; returns their sum.
    double weigh(std::vector<double>& weight) const {
        double top = 0;
        for (const double v : utilities) top = std::max(top, v);
        weight.assign(1, -top);
        for (const double v : utilities) weight.push_back(v - top);
        math::exp_all(weight);
        double sum = 0;
        for (const double w : weight) sum += w;
        return sum;
    }
    const Scene& scene_;
    const Minds& minds_;
    const World& world_;
    const Cut* cut_ = nullptr;
    std::vector<double> weight_;  // scratch
};

const Cut* motive_cut(const std::optional<Cut>& cut, const World& world, std::uint32_t step,
                      ActorId actor, PlaceId place) {
    if (!cut || cut->motive.empty()) return nullptr;
    if (cut->step >= 0 && cut->step != step) return nullptr;
    if (!cut->actor.empty() && cut->actor != world.at(actor).name) return nullptr;
    if (!cut->place.empty() && (place == none<PlaceId>() || cut->place != world.at(place).name))
        return nullptr;
    return &*cut;
}

void answer_probes(const Menu& menu, const Scene& scene, const Minds& minds, std::uint32_t step,
                   std::span<Probe> probes) {
    for (Probe& probe : probes) {
        const auto at = std::find(menu.choices.begin(), menu.choices.end(), probe.choice);
        if (probe.step != step || at == menu.choices.end()) continue;
        probe.probability = menu.probability(static_cast<std::size_t>(at - menu.choices.begin()));
        probe.reasons = minds.reasons(scene, probe.choice);
    }
}

void choose(Menu& menu, const Scene& scene, const Minds& minds, const Chooser& chooser, bool record,
            std::vector<Decision>& out) {
    double probability = 0;
    const auto picked = menu.race(chooser, probability);
    if (!picked) return;
    out.push_back({menu.choices[*picked], probability, {}});
    if (record) out.back().reasons = minds.reasons(scene, menu.choices[*picked]);
}

void add_war(const Scene& s, ActorId a, Menu& menu) {
    for (const ActorId b : ids<ActorId>(s.actors)) {
        // Who governs can be marched on though its men have run.
        const bool rules = b == s.ruler;
        if (s.relation(a, b) >= 0 || (s.force(b) == 0 && !rules)) continue;
        const DyadState state = s.dyad(a, b).state;
        if (s.offensive(a, b).value <= 0 && (rules || s.near(a, b) >= least_near))
            menu.add({.action = Action::offensive, .actor = a, .other = b});
        if (state == DyadState::talks || state == DyadState::ceasefire)
            menu.add({.action = Action::walk_out, .actor = a, .other = b});
        else if (state == DyadState::fighting)
            menu.add({.action = Action::talk, .actor = a, .other = b});
    }
}

void add_people(const Scene& s, ActorId a, PlaceId p, Menu& menu) {
    for (const GroupId g : ids<GroupId>(s.groups)) {
        if (s.present(p, g) == 0) continue;
        if (s.state(a) && s.mobilised(p, g) > 0)
            menu.add({.action = Action::repress, .actor = a, .place = p, .group = g});
        menu.add({.action = Action::selective, .actor = a, .place = p, .group = g});
        if (s.who[a].claims[g] == 0)
            menu.add({.action = Action::mass, .actor = a, .place = p, .group = g});
    }
}

/// The best place near by for a unit to go to.
void add_move(const Scene& s, const Minds& minds, const World& world, ActorId a, PlaceId p,
              Menu& menu) {
    std::optional<Choice> best;
    double most = 0;
    for (const Roads::Neighbour& next : world.roads().next_to(p)) {
        if (s.closed(a, next.place)) continue;
        const Choice go{.action = Action::move, .actor = a, .place = p, .to = next.place};
        const double worth = minds.utility(s, go);
        if (best && worth <= most) continue;
        best = go;
        most = worth;
    }
    if (best) menu.add(*best);
}

}  // namespace

constinit const Parameters<DecisionParameters> decision_parameters{{
    {&DecisionParameters::scale,
     ParameterSpec{"decision.scale", "1", 0.2, 5, 1,
                   "common scale of all weights, and by four fifths of the costs of acts; 1: their "
                   "unit",
                   "unit of all weights", 'D'}},
}};

std::string_view action_name(Action action) {
    constexpr std::string_view names[] = {"hold",      "move", "attack",  "repress",
                                          "selective", "mass", "recruit", "offensive",
                                          "campaign",  "talk", "walk_out"};
    return names[static_cast<std::size_t>(action)];
}

Minds::Minds(const World& world, const ParameterValues& values)
    : scale_(values.of(decision_parameters).scale) {
    for (const Motive* m : motives())
        if (!off(world, m->name)) active_.push_back({m, m->weighing.keep(values)});
}

double Minds::utility(const Scene& scene, const Choice& choice, std::string_view without) const {
    double sum = 0;
    for (const Active& a : active_)
        if (holds(a.motive->bears_on, choice.action) && a.motive->name != without)
            sum += a.motive->weighing.value(scene, choice, a.own.get(), nullptr);
    return scale_ * sum;
}

std::vector<Reason> Minds::reasons(const Scene& scene, const Choice& choice) const {
    std::vector<Reason> out;
    for (const Active& a : active_) {
        Ground ground;
        const double value = scale_ * a.motive->weighing.value(scene, choice, a.own.get(), &ground);
        if (value != 0) out.push_back({a.motive->name, value, ground});
    }
    std::stable_sort(out.begin(), out.end(), [](const Reason& x, const Reason& y) {
        return std::abs(x.value) > std::abs(y.value);
    });
    return out;
}

std::vector<Decision> decide_leaders(const Scene& s, const Minds& minds, const World& world,
                                     const Luck& luck, std::uint32_t step,
                                     const std::optional<Cut>& cut, bool record,
                                     std::span<Probe> probes) {
    std::vector<Decision> out;
    Menu menu(s, minds, world);
    for (const ActorId a : ids<ActorId>(s.actors)) {
        if (s.force(a) == 0 || s.who[a].protects) continue;
        menu.clear(motive_cut(cut, world, step, a, none<PlaceId>()));
        if (std::any_of(s.who[a].claims.begin(), s.who[a].claims.end(),
                        [](auto c) { return c != 0; }))
            menu.add({.action = Action::recruit, .actor = a});
        add_war(s, a, menu);
        for (const GroupId g : ids<GroupId>(s.groups))
            if (s.who[a].claims[g] == 0 && s.campaign(a, g).value <= 0)
                menu.add({.action = Action::campaign, .actor = a, .group = g});
        answer_probes(menu, s, minds, step, probes);
        choose(menu, s, minds, {luck, kLead, name_hash(world.at(a).name), step}, record, out);
    }
    return out;
}

std::vector<Decision> decide_commanders(const Scene& s, const Minds& minds, const World& world,
                                        const Luck& luck, std::uint32_t step,
                                        const std::optional<Cut>& cut, bool record,
                                        std::span<Probe> probes) {
    std::vector<Decision> out;
    Menu menu(s, minds, world);
    for (const ActorId a : ids<ActorId>(s.actors)) {
        if (s.who[a].protects) continue;
        const std::uint64_t who = name_hash(world.at(a).name);
        for (const PlaceId p : ids<PlaceId>(s.places)) {
            if (s.fighters(a, p) < cell_size) continue;
            menu.clear(motive_cut(cut, world, step, a, p));
            add_move(s, minds, world, a, p, menu);
            for (const ActorId b : ids<ActorId>(s.actors))
                if (s.relation(a, b) < 0 && s.fighters(b, p) > 0 && !s.sheltered(b, p))
                    menu.add({.action = Action::attack, .actor = a, .place = p, .other = b});
            add_people(s, a, p, menu);
            answer_probes(menu, s, minds, step, probes);
            choose(menu, s, minds, {luck, kCommand, mix(who, world.address(p)), step}, record, out);
        }
    }
    return out;
}

}  // namespace forestall
