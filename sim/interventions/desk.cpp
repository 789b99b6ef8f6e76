// SPDX-License-Identifier: Apache-2.0
#include "interventions/desk.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "world/named_numbers.hpp"

namespace forestall {
namespace {

constexpr auto kConsent = process("desk.consent");

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

constexpr std::array<std::string_view, 5> indicators = {"risk", "attention", "reported_deaths",
                                                        "displaced", "stage"};

}  // namespace

ParameterTable desk_parameters() { return parameters; }
std::span<const std::string_view> desk_indicators() { return indicators; }

double indicator_value(const DeskView& view, std::string_view name) {
    if (name == "risk") return view.risk;
    if (name == "attention") return view.attention;
    if (name == "reported_deaths") return view.reported_deaths;
    if (name == "displaced") return view.displaced;
    if (name == "stage") return static_cast<double>(view.stage);
    throw std::invalid_argument("no indicator is named '" + std::string(name) + "'");
}

Desk::Desk(const World& world, const ParameterValues& values, std::string_view option)
    : coordination_(values["desk.coordination"]),
      competition_(values["desk.competition"]),
      joint_(values["desk.joint"]) {
    if (option == "none") return;
    const auto& all = world.options();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Option& o) { return o.name == option; });
    if (found == all.end())
        throw std::invalid_argument("no option '" + std::string(option) + "' in this scenario");
    option_ = &*found;
    for (const Measure& action : option_->actions) {
        const Intervention& what = world.interventions()[action.intervention];
        Running run;
        const auto cost = [&](const char* part) {
            const std::string name = "cost." + what.name + "." + part;
            return world.parameters().contains(name) ? std::max(0.0, values[name]) * action.scale
                                                     : 0.0;
        };
        run.setup = cost("setup");
        run.weekly = cost("weekly");
        run.staff = what.staff;
        for (std::size_t k = 0; k < what.effects.size(); ++k) {
            const std::string name = "effect." + what.name + "." + std::to_string(k + 1);
            const Lever* lever = find_lever(what.effects[k].lever);
            const double raw = values[name];
            run.values.push_back(lever == nullptr ? raw : std::clamp(raw, lever->low, lever->high));
        }
        runs_.push_back(std::move(run));
    }
    for (const Partner& p : world.partners()) {
        will_.push_back(
            number_or(values, world, "partner." + p.name + ".will", "partner.will", 0.6));
        for (const Actor& a : world.actors())
            leverage_.push_back(number_or(values, world,
                                          "partner." + p.name + ".leverage." + a.name,
                                          "partner.leverage", 0.5));
    }
}

void Desk::say(std::size_t i, const Tools& t, const char* what) const {
    Event event;
    event.step = static_cast<std::int32_t>(t.step);
    event.day = t.first;
    event.kind = EventKind::intervention;
    event.manner = option_->actions[i].name + ": " + what;
    if (option_->actions[i].actors.size() == 1) event.actor = option_->actions[i].actors[0];
    t.log.push_back(std::move(event));
}

bool Desk::condition_met(const Beginning& start, Running& run, const Tools& t) const {
    if (start.indicator.empty()) return true;
    const bool now = indicator_value(t.view, start.indicator) >= start.at_least;
    run.held_days = now ? run.held_days + t.days : 0;
    return now && run.held_days >= start.for_days;
}

/// Whether an action is to begin in this step.
bool Desk::due(std::size_t i, const Tools& t) {
    Running& run = runs_[i];
    const Beginning& start = option_->actions[i].start;
    const Day last = t.first + t.days - 1;
    switch (start.when) {
        case Beginning::When::day:
            return last >= start.day;
        case Beginning::When::stage:
            if (run.noticed < 0 && t.view.stage >= start.stage) run.noticed = t.first;
            return start.delay == 0 ? t.view.stage >= start.stage
                                    : run.noticed >= 0 && last >= run.noticed + start.delay;
        case Beginning::When::indicator:
            return condition_met(start, run, t);
        case Beginning::When::after: {
            const Day since = runs_[static_cast<std::size_t>(start.after)].decided;
            if (since < 0 || last < since + start.delay) return false;
            const bool in_time = start.within == 0 || t.first <= since + start.delay + start.within;
            const bool met = condition_met(start, run, t);
            if (met && in_time) run.seen = true;
            if (start.indicator.empty()) return true;
            if (start.unless) return !in_time && !run.seen;
            return met && in_time;
        }
    }
    return false;
}

/// Money for what is asked and staff for the action.
bool Desk::affordable(std::size_t i, double cost) const {
    double busy =
        runs_[i].state == State::running || runs_[i].state == State::preparing ? 0 : runs_[i].staff;
    for (const Running& run : runs_)
        if (run.state == State::preparing || run.state == State::running) busy += run.staff;
    return spent_ + cost <= option_->budget && busy <= option_->staff;
}

void Desk::begin(std::size_t i, const Tools& t) {
    const Measure& action = option_->actions[i];
    const Intervention& what = t.world.interventions()[action.intervention];
    Running& run = runs_[i];
    for (const std::size_t other : action.excludes)
        if (runs_[other].state == State::preparing || runs_[other].state == State::running) return;
    // Not begun without money for a month: what stops at once helps nobody.
    if (!affordable(i, run.setup + 4 * run.weekly)) return;
    if (what.consent < 1) {
        if (run.state == State::waiting) say(i, t, "asks for consent");
        run.state = State::asking;
        Stream draw = t.luck.stream(kConsent, name_hash(action.name), t.step);
        if (draw.uniform() >= what.consent) return;
    }
    run.state = State::preparing;
    run.decided = t.first;
    run.on = t.first + what.lead_time;
    spent_ += run.setup;
    spent_now_ += run.setup;
    say(i, t, what.lead_time > 0 ? "announced" : "begins");
}

void Desk::stop(std::size_t i, const Tools& t, const char* why) {
    runs_[i].state = State::stopped;
    runs_[i].off = t.first;
    say(i, t, why);
}

/// A step of something under way: it is paid for, or it stops.
void Desk::go_on(std::size_t i, const Tools& t) {
    const Measure& action = option_->actions[i];
    const Intervention& what = t.world.interventions()[action.intervention];
    Running& run = runs_[i];
    if (run.state == State::preparing && t.first >= run.on) {
        run.state = State::running;
        if (what.lead_time > 0) say(i, t, "begins");
    }
    if (run.state == State::running) {
        if (what.duration > 0 && t.first >= run.on + what.duration) return stop(i, t, "ends");
        if (action.stop_day >= 0 && t.first >= action.stop_day) return stop(i, t, "ends");
        if (action.stop_below != Stage::none && t.view.stage < action.stop_below)
            return stop(i, t, "withdrawn");
    }
    const double cost = run.weekly * static_cast<double>(t.days) / 7;
    if (spent_ + cost > option_->budget) return stop(i, t, "stops: no money left");
    spent_ += cost;
    spent_now_ += cost;
}

void Desk::attend(const Tools& t) {
    spent_now_ = 0;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
        const bool open = runs_[i].state == State::waiting || runs_[i].state == State::asking;
        if (open && (runs_[i].state == State::asking || due(i, t))) begin(i, t);
        if (runs_[i].state == State::preparing || runs_[i].state == State::running) go_on(i, t);
    }
}

void Desk::step(const DeskView& view, const World& world, const Luck& luck, std::uint32_t step,
                Day first, Day days, Scene& scene, std::vector<Event>& log) {
    if (idle()) return;
    const Tools t{world, luck, step, first, days, view, log};
    attend(t);
    act(t, scene);
}

bool Desk::wait(const DeskView& view, const World& world, const Luck& luck, std::uint32_t step,
                Day first, Day days, const Scene& scene) {
    std::vector<Event> unheard;
    const Tools t{world, luck, step, first, days, view, unheard};
    attend(t);
    return !parts_of(t, scene).empty();
}

}  // namespace forestall
