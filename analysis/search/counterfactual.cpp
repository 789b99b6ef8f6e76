// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/counterfactual.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>

#include "core/hash.hpp"
#include "engine/state.hpp"

namespace forestall::analysis {
namespace {

/// As a choice has it: what an action does not speak of is the first of its table.
template <class Id>
Id or_first(Id id) {
    return id == none<Id>() ? Id{} : id;
}

bool same(const Event& a, const Event& b) {
    return a.step == b.step && a.kind == b.kind && a.place == b.place && a.actor == b.actor &&
           a.target == b.target && a.opponent == b.opponent &&
           (a.kind != EventKind::one_sided ||
            (a.manner == "selective") == (b.manner == "selective"));
}

}  // namespace

Counterfactual::Counterfactual(const World& world, std::uint64_t seed, std::uint64_t member,
                               const std::string& option)
    : world_(&world), seed_(seed), member_(member), option_(option) {
    base_ = run({}, step_count(world));
}

Counterfactual::Run Counterfactual::run(const RunRequest& wanted, std::size_t steps) const {
    const Parallel serial;
    RunDetail causes_are_wanted;
    RunRequest request = wanted;
    request.seed = seed_;
    request.member = member_;
    request.option = option_;
    request.detail = &causes_are_wanted;
    Run out;
    MemberOutcome outcome;
    State state(*world_, seed_, member_, option_);
    StateHash hash;
    for (std::size_t t = 0; t < steps; ++t) {
        state.advance(request, serial, outcome);
        out.digests.push_back(state.digest());
        hash.add(out.digests.back());
        out.events.insert(out.events.end(), state.events().begin(), state.events().end());
    }
    out.hash = hash.digest();
    const auto& killed = outcome[Series::civilian_deaths];
    out.civilian_deaths = std::accumulate(killed.begin(), killed.end(), 0.0);
    return out;
}

std::optional<Choice> Counterfactual::choice_of(const Event& e) const {
    struct Row {
        EventKind kind;
        Action action;
    };
    static constexpr Row rows[] = {
        {EventKind::battle, Action::attack},      {EventKind::one_sided, Action::mass},
        {EventKind::repression, Action::repress}, {EventKind::offensive, Action::offensive},
        {EventKind::campaign, Action::campaign},  {EventKind::talks, Action::talk},
        {EventKind::walk_out, Action::walk_out}};
    const auto row = std::find_if(std::begin(rows), std::end(rows),
                                  [&](const Row& r) { return r.kind == e.kind; });
    if (row == std::end(rows) || e.actor == none<ActorId>()) return std::nullopt;
    const Action action =
        e.kind == EventKind::one_sided && e.manner == "selective" ? Action::selective : row->action;
    return Choice{.action = action,
                  .actor = e.actor,
                  .place = or_first(e.place),
                  .group = or_first(e.target),
                  .other = or_first(e.opponent)};
}

/// Whether an event that rested on `removed` rests on some other event in the run where that never
/// was, given what causes rest on there.
bool rests_on_another(const Event& event, const std::map<std::string_view, std::int32_t>& now,
                      std::int32_t removed) {
    for (const Cause& was : event.causes) {
        if (was.event != removed) continue;
        const auto then = now.find(was.what);
        return then == now.end() || then->second >= 0;
    }
    return false;
}

Effect Counterfactual::effect(std::size_t k, RunRequest request, std::size_t cut_step,
                              bool to_the_end, std::int32_t removed) const {
    const Event& event = base_.events.at(k);
    const auto step = static_cast<std::size_t>(event.step);
    Probe probe;
    const std::optional<Choice> choice = choice_of(event);
    if (choice) {
        probe = {static_cast<std::uint32_t>(step), *choice, -1};
        request.probes = std::span(&probe, 1);
    }
    const Run other = run(request, to_the_end ? step_count(*world_) : step + 1);
    Effect out;
    out.before = event.probability;
    out.deaths_before = event.deaths;
    out.run_before = base_.civilian_deaths;
    if (to_the_end) out.run_after = other.civilian_deaths;
    out.past_equal = std::equal(other.digests.begin(),
                                other.digests.begin() + static_cast<std::ptrdiff_t>(cut_step),
                                base_.digests.begin());
    const auto twin = std::find_if(other.events.begin(), other.events.end(),
                                   [&](const Event& e) { return same(e, event); });
    out.happens = twin != other.events.end();
    if (out.happens) out.deaths_after = twin->deaths;
    std::map<std::string_view, std::int32_t> grounds;
    for (const Reason& r : probe.reasons) grounds.emplace(r.motive, r.ground.event);
    if (!choice && out.happens && event.probability < 0)
        for (const Cause& c : twin->causes) grounds.emplace(c.what, c.event);
    out.on_another = removed >= 0 && !grounds.empty() && rests_on_another(event, grounds, removed);
    if (choice)
        out.after = std::max(0.0, probe.probability);
    else if (event.probability >= 0)
        out.after = out.happens ? twin->probability : 0;
    return out;
}

std::optional<Effect> Counterfactual::without_motive(std::size_t k, const std::string& motive,
                                                     bool to_the_end) const {
    const Event& event = base_.events.at(k);
    RunRequest request;
    Cut cut;
    cut.motive = motive;
    cut.step = event.step;
    if (event.place != none<PlaceId>()) cut.place = world_->places()[index(event.place)].name;
    cut.choice = choice_of(event);
    if (cut.choice)
        cut.actor = world_->actors()[index(event.actor)].name;
    else if (event.kind != EventKind::communal)
        return std::nullopt;
    request.cut = cut;
    return effect(k, std::move(request), static_cast<std::size_t>(event.step), to_the_end);
}

Effect Counterfactual::without_event(std::size_t k, std::size_t earlier, bool to_the_end) const {
    const Event& cause = base_.events.at(earlier);
    RunRequest request;
    request.cut = Cut{};
    request.cut->event = cause.number;
    return effect(k, std::move(request), static_cast<std::size_t>(cause.step), to_the_end,
                  cause.number);
}

}  // namespace forestall::analysis
