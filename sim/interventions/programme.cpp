// SPDX-License-Identifier: Apache-2.0
#include "interventions/programme.hpp"

#include <algorithm>
#include <stdexcept>

namespace forestall {
namespace {

constexpr auto kConsent = process("desk.consent");

/// Not begun without money for a month: what stops at once helps nobody.
constexpr double weeks_in_hand = 4;

}  // namespace

std::string waiting_text(const WaitReason& reason, const Option& option) {
    if (reason.why == WaitsFor::nothing) return "";
    std::string out = waiting_words.string(reason.why);
    if (reason.other >= 0)
        out += ": '" + option.actions[static_cast<std::size_t>(reason.other)].name + "'";
    return out;
}

Programme::Programme(const World& world, const ParameterValues& values, const Option& option)
    : option_(&option), actions_(option.actions.size()) {
    for (const PlannedAction& action : option.actions) {
        const Intervention& what = world.interventions()[action.intervention];
        const auto cost = [&](const char* part) {
            const std::string name = "cost." + what.name + "." + part;
            return world.parameters().contains(name) ? std::max(0.0, values[name]) * action.scale
                                                     : 0.0;
        };
        Terms terms{cost("setup"), cost("weekly"), what.staff * action.scale, {}};
        if (const std::string& name = action.start.indicator; !name.empty()) {
            terms.indicator = indicators.find(name);
            if (!terms.indicator)
                throw std::invalid_argument("no indicator is named '" + name + "'");
        }
        terms_.push_back(terms);
    }
}

void Programme::step(const DeskStep& t, std::vector<Event>& log) {
    spent_now_ = 0;
    for (std::size_t i = 0; i < actions_.size(); ++i) {
        ActionRecord& action = actions_[i];
        if (action.state == ActionState::waiting) action.waits = due(i, t);
        const bool ready =
            action.state == ActionState::asking ||
            (action.state == ActionState::waiting && action.waits.why == WaitsFor::nothing);
        if (ready) action.waits = begin(i, t, log);
        if (under_way(action)) go_on(i, t, log);
    }
}

/// Why an action is not to begin in this step.
WaitReason Programme::due(std::size_t i, const DeskStep& t) {
    ActionRecord& action = actions_[i];
    const Beginning& start = option_->actions[i].start;
    const Day last = t.first + t.days - 1;
    switch (start.when) {
        case Beginning::When::day:
            return {last >= start.day ? WaitsFor::nothing : WaitsFor::day};
        case Beginning::When::stage: {
            const bool now = t.view.stage >= start.stage;
            if (action.noticed < 0 && now) action.noticed = t.first;
            if (start.delay == 0) return {now ? WaitsFor::nothing : WaitsFor::stage};
            if (action.noticed < 0) return {WaitsFor::stage};
            return {last >= action.noticed + start.delay ? WaitsFor::nothing : WaitsFor::delay};
        }
        case Beginning::When::indicator:
            return condition(i, t);
        case Beginning::When::after:
            return due_after(i, t);
    }
    return {WaitsFor::day};
}

WaitReason Programme::due_after(std::size_t i, const DeskStep& t) {
    ActionRecord& action = actions_[i];
    const Beginning& start = option_->actions[i].start;
    const Day since = actions_[static_cast<std::size_t>(start.after)].decided;
    if (since < 0) return {WaitsFor::other, start.after};
    if (t.first + t.days - 1 < since + start.delay) return {WaitsFor::delay, start.after};
    const bool in_time = start.within == 0 || t.first <= since + start.delay + start.within;
    const WaitReason unmet = condition(i, t);
    if (unmet.why == WaitsFor::nothing && in_time) action.seen = true;
    if (start.indicator.empty()) return {};
    if (start.unless) {
        if (action.seen) return {WaitsFor::called_off};
        return {in_time ? WaitsFor::watching : WaitsFor::nothing};
    }
    return in_time ? unmet : WaitReason{WaitsFor::missed};
}

/// Why the indicator of an action does not speak for beginning it; without one, it does.
WaitReason Programme::condition(std::size_t i, const DeskStep& t) {
    if (!terms_[i].indicator) return {};
    ActionRecord& action = actions_[i];
    const Beginning& start = option_->actions[i].start;
    const bool now = read(*terms_[i].indicator, t.view) >= start.at_least;
    action.held_days = now ? action.held_days + t.days : 0;
    if (!now) return {WaitsFor::level};
    return {action.held_days >= start.for_days ? WaitsFor::nothing : WaitsFor::duration};
}

/// What other actions, money and staff have against beginning.
WaitReason Programme::hindered(std::size_t i) const {
    for (const std::size_t other : option_->actions[i].excludes)
        if (under_way(actions_[other])) return {WaitsFor::excluded, static_cast<int>(other)};
    if (spent_ + (terms_[i].setup + weeks_in_hand * terms_[i].weekly) > option_->budget)
        return {WaitsFor::money};
    double busy = terms_[i].staff;
    for (std::size_t j = 0; j < actions_.size(); ++j)
        if (under_way(actions_[j])) busy += terms_[j].staff;
    return {busy > option_->staff ? WaitsFor::staff : WaitsFor::nothing};
}

WaitReason Programme::begin(std::size_t i, const DeskStep& t, std::vector<Event>& log) {
    const PlannedAction& planned = option_->actions[i];
    const Intervention& what = t.world.interventions()[planned.intervention];
    ActionRecord& action = actions_[i];
    if (const WaitReason hindrance = hindered(i); hindrance.why != WaitsFor::nothing)
        return hindrance;
    if (what.consent < 1) {
        if (action.state == ActionState::waiting) say(i, t, "asks for consent", log);
        action.state = ActionState::asking;
        Stream draw = t.luck.stream(kConsent, name_hash(planned.name), t.step);
        if (draw.uniform() >= what.consent) return {WaitsFor::consent};
    }
    action.state = ActionState::preparing;
    action.decided = t.first;
    action.on = t.first + what.lead_time;
    pay(terms_[i].setup);
    say(i, t, what.lead_time > 0 ? "announced" : "begins", log);
    return {};
}

/// A step of something under way: it is paid for, or it stops.
void Programme::go_on(std::size_t i, const DeskStep& t, std::vector<Event>& log) {
    const PlannedAction& planned = option_->actions[i];
    const Intervention& what = t.world.interventions()[planned.intervention];
    ActionRecord& action = actions_[i];
    if (action.state == ActionState::preparing && t.first >= action.on) {
        action.state = ActionState::running;
        if (what.lead_time > 0) say(i, t, "begins", log);
    }
    if (action.state == ActionState::running) {
        if (what.duration > 0 && t.first >= action.on + what.duration)
            return stop(i, t, "ends", log);
        if (planned.stop_day >= 0 && t.first >= planned.stop_day) return stop(i, t, "ends", log);
        if (planned.stop_below != Stage::none && t.view.stage < planned.stop_below)
            return stop(i, t, "withdrawn", log);
    }
    const double cost = terms_[i].weekly * static_cast<double>(t.days) / 7;
    if (spent_ + cost > option_->budget) return stop(i, t, "stops: no money left", log);
    pay(cost);
}

void Programme::stop(std::size_t i, const DeskStep& t, std::string_view why,
                     std::vector<Event>& log) {
    actions_[i].state = ActionState::stopped;
    actions_[i].off = t.first;
    say(i, t, why, log);
}

void Programme::say(std::size_t i, const DeskStep& t, std::string_view what,
                    std::vector<Event>& log) const {
    const PlannedAction& planned = option_->actions[i];
    Event event;
    event.step = static_cast<std::int32_t>(t.step);
    event.day = t.first;
    event.kind = EventKind::intervention;
    event.manner = planned.name + ": " + std::string(what);
    if (planned.actors.size() == 1) event.actor = planned.actors[0];
    log.push_back(std::move(event));
}

void Programme::pay(double cost) {
    spent_ += cost;
    spent_now_ += cost;
}

}  // namespace forestall
