// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/brief.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "app/exercise/order.hpp"
#include "app/frame/errors.hpp"
#include "engine/engine.hpp"
#include "scenario/catalogue.hpp"
#include "scenario/exercise/read_exercise.hpp"
#include "scenario/report.hpp"
#include "scenario/text.hpp"

namespace forestall::app::exercise {
namespace {

constexpr Day listed_days = 91;  ///< reports of the last quarter are listed
constexpr Day for_ever = 1'000'000;

/// When an action of the option began to act and stopped, as the run's log says it.
struct Acting {
    const PlannedAction* action;
    Day announced = -1, on = -1, off = -1;
};

/// "t03-mediation-1: begins" of the desk's events.
std::vector<Acting> acting(const World& world, const std::string& option,
                           std::span<const Event> events) {
    std::vector<Acting> out;
    for (const Option& o : world.options())
        if (o.name == option)
            for (const PlannedAction& a : o.actions) out.push_back({&a});
    for (const Event& e : events) {
        if (e.kind != EventKind::intervention) continue;
        for (Acting& a : out) {
            if (!e.manner.starts_with(a.action->name + ": ")) continue;
            const std::string_view what =
                std::string_view(e.manner).substr(a.action->name.size() + 2);
            if (what == "announced") a.announced = e.day;
            if (what == "begins") a.on = e.day;
            if (what == "ends" || what == "withdrawn" || what.starts_with("stops")) a.off = e.day;
        }
    }
    return out;
}

/// The steps and events that lie before a day.
struct Past {
    MemberOutcome outcome;
    std::vector<Event> events;
    Day days = 0;
};

Past past_of(const Results& results, const World& world, Day until) {
    Past out;
    const Day step = world.settings().step_days;
    const auto steps = static_cast<std::size_t>(until / step);
    out.days = static_cast<Day>(steps) * step;
    out.outcome = results.row(0).by_option.at(0);
    for (auto& series : out.outcome.series) series.resize(std::min(series.size(), steps));
    for (Event& e : results.detail().events)
        if (e.step < static_cast<std::int32_t>(steps)) out.events.push_back(std::move(e));
    return out;
}

/// What the model's own desk has been told: its observers count once, late, and name all.
std::vector<Report> desk_reports(const World& world, const Past& past, double delay) {
    std::vector<Report> out;
    for (const Event& e : past.events) {
        if (e.reported <= 0 || e.place == none<PlaceId>()) continue;
        Report r;
        r.source = "observers";
        r.day = e.day >= 0 ? e.day : e.step * world.settings().step_days;
        r.told = r.day + static_cast<Day>(std::floor(delay + 0.5));
        r.kind = event_words.string(e.kind);
        r.place = world.at(e.place).name;
        r.region = world.at(e.place).region;
        if (e.actor != none<ActorId>()) r.actor = world.at(e.actor).name;
        if (e.opponent != none<ActorId>()) r.opponent = world.at(e.opponent).name;
        if (e.target != none<GroupId>()) r.group = world.at(e.target).name;
        r.dead = e.reported;
        if (r.told < past.days) out.push_back(std::move(r));
    }
    return out;
}

double parameter_of(const Results& results, std::string_view name) {
    const auto& labels = results.header().parameters;
    const std::vector<double> values = results.parameters_at(0, 0);
    for (std::size_t i = 0; i < std::min(labels.size(), values.size()); ++i)
        if (labels[i].name == name) return values[i];
    return 0;
}

std::vector<Presence> presence_of(const World& world, const SeatPlan& seat,
                                  std::span<const Acting> all) {
    std::vector<Presence> out;
    for (const Acting& a : all) {
        if (a.on < 0 || a.action->partner < 0 ||
            !brings_witnesses(world.interventions()[a.action->intervention].name))
            continue;
        const std::string& partner =
            world.partners()[static_cast<std::size_t>(a.action->partner)].name;
        if (std::find(seat.partners.begin(), seat.partners.end(), partner) == seat.partners.end())
            continue;
        out.push_back({a.action->places, a.on, a.off < 0 ? for_ever : a.off});
    }
    return out;
}

void see(const analysis::StoredCase& stored, const ExercisePlan& plan, const SeatPlan& seat,
         const Past& past, Brief& out) {
    const World& world = *stored.world();
    const Luck luck(stored.header().seed, stored.results().members().front());
    const auto all = acting(world, stored.header().options.front(), past.events);
    const auto presence = presence_of(world, seat, all);
    const FogInput in{world, luck, plan, seat, past.events, presence, past.days};
    out.indicators = indicators_of(in, past.outcome);
    for (SourcedReport& r : reports(in)) out.reports.push_back(std::move(r.told));
}

void see_as_desk(const analysis::StoredCase& stored, const Past& past, Brief& out) {
    const World& world = *stored.world();
    const double delay = parameter_of(stored.results(), "monitoring.delay");
    ExercisePlan clear;
    clear.fogs = {{"now", {}, 0, 0}, {"late", {}, delay, 0}};
    SeatPlan seat;
    seat.name = desk_seat;
    const Luck luck(0, 0);
    for (const char* fog : {"now", "late"}) {
        seat.fog = fog;
        const auto values =
            indicators_of({world, luck, clear, seat, past.events, {}, past.days}, past.outcome);
        if (out.indicators.empty()) out.indicators = values;
        // Risk, attention and stage are the desk's own; counts of dead come to it late.
        out.indicators.at(0) = values.at(0);
    }
    out.reports = desk_reports(world, past, delay);
}

void list_under_way(const World& world, const std::string& option, const Past& past, Brief& out) {
    for (const Acting& a : acting(world, option, past.events)) {
        if (a.off >= 0 || (a.on < 0 && a.announced < 0)) continue;
        const Intervention& what = world.interventions()[a.action->intervention];
        out.under_way.push_back(a.on >= 0
                                    ? fmt::format("{}, since {}", what.title, date_in(out, a.on))
                                    : fmt::format("{}, announced {}, arrives {}", what.title,
                                                  date_in(out, a.announced),
                                                  date_in(out, a.announced + what.lead_time)));
    }
}

std::optional<Stage> stage_in(const Brief& brief) {
    for (const IndicatorValue& v : brief.indicators)
        if (v.what == SeatIndicator::stage && v.value) return static_cast<Stage>(*v.value);
    return std::nullopt;
}

/// What of the catalogue fits the stage, and the seat's partners (any, for the desk) can lead.
void list_open(const World& world, const SeatPlan* seat, Brief& out) {
    const Stage stage = std::max(Stage::prevention, stage_in(out).value_or(Stage::prevention));
    for (const Intervention& what : read_catalogue().interventions) {
        if ((what.stages >> static_cast<unsigned>(stage) & 1U) == 0) continue;
        std::vector<std::string> leads;
        for (const Partner& p : world.partners()) {
            const bool own = seat == nullptr ||
                             std::find(seat->partners.begin(), seat->partners.end(), p.name) !=
                                 seat->partners.end();
            if (own && std::find(what.leads.begin(), what.leads.end(), p.kind) != what.leads.end())
                leads.push_back(p.name);
        }
        if (leads.empty() && (seat != nullptr || !world.partners().empty())) continue;
        out.open.push_back(
            {what.name, what.title, what.lead_time > 0 ? span_text(what.lead_time) : "at once",
             fmt::format("{}", fmt::join(leads.empty() ? what.leads : leads, ", ")),
             what.consent < 1 ? fmt::format("{:.2g} a week", what.consent) : "not needed"});
    }
}

}  // namespace

std::string date_in(const Brief& brief, Day day) {
    return date_text(parse_date(brief.start).value_or(0) + day);
}

Brief brief_of(const analysis::StoredCase& stored, std::int64_t week, const std::string& name) {
    const Results& results = stored.results();
    if (!results.has_detail() || results.members().empty())
        throw InputError(results.name() + ": the file of an ensemble does not hold events",
                         "run one of its members again with every detail: forestall run DIR "
                         "--member K -o run.h5");
    const World& world = *stored.world();
    const std::int64_t weeks = world.settings().days / 7;
    if (week < 1 || week > weeks)
        throw UsageError(fmt::format("there is no week {}", week), fmt::format("1 to {}", weeks));
    const auto& texts = stored.header().scenario_files;
    const ExerciseRead read =
        read_exercise(ScenarioFiles(texts.begin(), texts.end()), stored.tables());
    const ExercisePlan plan =
        read.diagnostics.has_errors() ? standard_plan(stored.tables()) : read.plan;
    const bool desk = name.empty() || name == desk_seat;
    const SeatPlan* seat = desk ? nullptr : plan.seat(name);
    if (!desk && (seat == nullptr || seat->role == SeatRole::white_cell)) {
        std::vector<std::string> names{desk_seat};
        for (const SeatPlan& s : plan.seats)
            if (s.role != SeatRole::white_cell) names.push_back(s.name);
        throw UsageError(fmt::format("there is no seat {}", shown(name)),
                         "there is: " + joined(names));
    }
    Brief out;
    out.title = stored.header().title;
    out.start = stored.header().start_date;
    out.week = week;
    out.option = stored.header().options.front();
    const Past past = past_of(results, world, static_cast<Day>(week * 7));
    out.date = date_in(out, past.days - 1);
    out.seat = desk ? "Country desk of the model" : seat->name;
    if (seat != nullptr) {
        out.briefing = seat->briefing;
        see(stored, plan, *seat, past, out);
    } else {
        see_as_desk(stored, past, out);
    }
    const std::size_t all = out.reports.size();
    std::erase_if(out.reports, [&](const Report& r) { return r.told < past.days - listed_days; });
    out.earlier = all - out.reports.size();
    std::stable_sort(out.reports.begin(), out.reports.end(),
                     [](const Report& a, const Report& b) { return a.told > b.told; });
    list_under_way(world, out.option, past, out);
    list_open(world, seat, out);
    return out;
}

}  // namespace forestall::app::exercise
