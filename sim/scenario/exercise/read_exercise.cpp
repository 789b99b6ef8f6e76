// SPDX-License-Identifier: Apache-2.0
#include "scenario/exercise/read_exercise.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "scenario/exercise/condition.hpp"
#include "scenario/keys.hpp"
#include "scenario/text.hpp"
#include "scenario/toml_access.hpp"

namespace forestall {
namespace {

constexpr double most_bias = 3;
constexpr double most_alarms = 100;
constexpr double most_money = 1e15;

/// One file being read: tables, and where to complain.
struct PlanReader {
    const WorldTables& tables;
    Report& report;
    const Limits& limits;

    SourcePosition at(const toml::table& section, std::string_view key) const {
        return toml_position(exercise_file, *section.get(key));
    }
    double real(const toml::table& section, std::string_view key, double low, double high,
                double standard) const {
        const auto value = toml_real(section, key);
        if (!value) return standard;
        if (*value >= low && *value <= high) return *value;
        report.add("E026", at(section, key), fmt::format("'{}' is {}", key, *value),
                   fmt::format("it must be from {} to {}", low, high));
        return standard;
    }
    double share(const toml::table& section, std::string_view key) const {
        return real(section, key, 0, 1, 0);
    }
    /// In `unit`s of time or money.
    std::optional<double> quantity(const toml::table& section, std::string_view key,
                                   const Unit& unit, double most) const {
        const auto text = toml_text(section, key);
        if (!text) return std::nullopt;
        const auto parsed = parse_quantity(*text);
        if (!parsed || !parsed->unit.same_kind(unit)) {
            report.add("E018", at(section, key),
                       fmt::format("{} is not {}", shown(*text),
                                   unit.time != 0 ? "a length of time" : "an amount of money"));
            return std::nullopt;
        }
        const double value = parsed->value * parsed->unit.scale;
        if (value >= 0 && value <= most) return value;
        report.add("E026", at(section, key), fmt::format("'{}' is {}", key, shown(*text)),
                   fmt::format("it must be from 0 to {:.0f}", most));
        return std::nullopt;
    }
    double days(const toml::table& section, std::string_view key) const {
        return quantity(section, key, {.time = 1}, limits.days).value_or(0);
    }
};

SourceProfile source_of(const PlanReader& r, const toml::table& s) {
    return {toml_text(s, "name").value_or(""),
            r.share(s, "seen"),
            r.share(s, "presence"),
            r.days(s, "delay"),
            r.share(s, "blur"),
            r.real(s, "bias", -most_bias, most_bias, 0),
            r.real(s, "spread", 0, most_bias, 0),
            r.share(s, "wrong"),
            toml_boolean(s, "swaps").value_or(false),
            r.share(s, "double"),
            r.real(s, "false_alarms", 0, most_alarms, 0)};
}

FogProfile fog_of(const PlanReader& r, const toml::table& s) {
    return {toml_text(s, "name").value_or(""), toml_texts(s, "sources"),
            r.days(s, "indicator_delay"), r.real(s, "indicator_error", 0, most_bias, 0)};
}

SeatPlan seat_of(const PlanReader& r, const toml::table& s) {
    SeatPlan out;
    out.name = toml_text(s, "name").value_or("");
    out.role = static_cast<SeatRole>(toml_choice(s, "seat", "role").value_or(0));
    out.partners = toml_texts(s, "partners");
    out.fog = toml_text(s, "fog").value_or("");
    out.money = r.quantity(s, "money", {.money = 1}, most_money).value_or(out.money);
    if (const auto staff = toml_count(s, "staff")) out.staff = static_cast<double>(*staff);
    out.objectives = toml_texts(s, "objectives");
    out.briefing = toml_text(s, "briefing").value_or("");
    return out;
}

/// Reads the sections of a key and refuses a name that another of them has.
template <class Item, class Read>
void read_sections(const PlanReader& r, const toml::table& root, std::string_view key,
                   std::string_view name, std::vector<Item>& out, const Read& read) {
    std::set<std::string> names;
    for (const toml::table* section : toml_sections(root, key)) {
        const auto own = toml_text(*section, name);
        if (own && !names.insert(*own).second)
            r.report.add("E020", r.at(*section, name),
                         fmt::format("{} {} is there twice", key, shown(*own)));
        out.push_back(read(*section));
    }
}

void read_turns(const PlanReader& r, const toml::table& root, ExercisePlan& plan) {
    const Settings& settings = r.tables.settings;
    const auto turn = r.quantity(root, "turn", {.time = 1}, r.limits.days);
    plan.turns = static_cast<int>(
        std::min<std::int64_t>(toml_count(root, "turns").value_or(1), r.limits.days));
    if (!turn) return;
    plan.turn_days = static_cast<Day>(std::floor(*turn + 0.5));
    if (plan.turn_days < 1 || plan.turn_days % settings.step_days != 0) {
        r.report.add(
            "E303", r.at(root, "turn"),
            fmt::format("a turn is {} days and a step {}", plan.turn_days, settings.step_days),
            "write a multiple of the step");
        return;
    }
    const std::int64_t played = std::int64_t{plan.turns} * plan.turn_days;
    if (played > settings.days)
        r.report.add("E303", r.at(root, "turns"),
                     fmt::format("{} turns are {} days, and the period has {}", plan.turns, played,
                                 settings.days),
                     fmt::format("at most {}", settings.days / plan.turn_days));
    const std::int64_t left = std::max<std::int64_t>(0, settings.days - played);
    plan.tail_days = static_cast<Day>(std::min<std::int64_t>(left, 182));
    if (root.contains("tail"))
        plan.tail_days = static_cast<Day>(std::floor(
            r.quantity(root, "tail", {.time = 1}, static_cast<double>(left)).value_or(0) + 0.5));
}

void read_head(const PlanReader& r, const toml::table& root, ExercisePlan& plan) {
    if (toml_count(root, "format").value_or(1) != 1)
        r.report.add("E013", r.at(root, "format"), "this format is not supported by this version",
                     "write format = 1");
    plan.title = toml_text(root, "title").value_or("");
    plan.summary = toml_text(root, "summary").value_or("");
    plan.is_default = toml_boolean(root, "default").value_or(false);
    plan.seed = static_cast<std::uint64_t>(toml_whole(root, "seed").value_or(1));
    plan.member = static_cast<std::uint64_t>(toml_whole(root, "member").value_or(0));
    plan.review_members =
        static_cast<std::uint64_t>(toml_count(root, "review_members").value_or(500));
    if (const toml::table* clock = root["clock"].as_table())
        plan.clock = {toml_count(*clock, "minutes").value_or(0), toml_counts(*clock, "warnings"),
                      toml_text(*clock, "closes").value_or("")};
    read_turns(r, root, plan);
}

/// E302 for names in a list that `known` has not.
template <class Known>
void check_names(const PlanReader& r, const toml::table& section, std::string_view key,
                 const std::vector<std::string>& names, std::string_view what, const Known& known,
                 const std::vector<std::string>& all) {
    for (const std::string& name : names)
        if (!known(name))
            r.report.add("E302", toml_position(exercise_file, section, key, name),
                         fmt::format("unknown {} {}", what, shown(name)),
                         did_you_mean(nearest(name, all)));
}

template <class Items>
std::vector<std::string> names_of(const Items& items) {
    std::vector<std::string> out;
    for (const auto& item : items) out.push_back(item.name);
    return out;
}

/// Every partner has one commander, who is there.
void check_partners(const PlanReader& r, const toml::table& root, const ExercisePlan& plan) {
    const auto all = names_of(r.tables.partners);
    std::map<std::string, std::string> commander;
    for (const toml::table* section : toml_sections(root, "seat"))
        for (const std::string& partner : toml_texts(*section, "partners")) {
            const SourcePosition here = toml_position(exercise_file, *section, "partners", partner);
            const std::string seat = toml_text(*section, "name").value_or("");
            if (std::find(all.begin(), all.end(), partner) == all.end())
                r.report.add("E056", here, fmt::format("unknown partner {}", shown(partner)),
                             did_you_mean(nearest(partner, all)));
            else if (const auto [it, fresh] = commander.emplace(partner, seat); !fresh)
                r.report.add("E301", here,
                             fmt::format("{} is commanded by {} already", shown(partner),
                                         shown(it->second)));
        }
    for (const std::string& partner : all)
        if (!commander.contains(partner) && !plan.seats.empty())
            r.report.add("W301", {exercise_file, 0, 0},
                         fmt::format("no seat commands {}", shown(partner)));
}

void check_plan(const PlanReader& r, const toml::table& root, const ExercisePlan& plan) {
    std::vector<std::string> ids;
    for (const ObjectivePlan& o : plan.objectives) ids.push_back(o.id);
    const auto has_id = [&](const std::string& id) {
        return std::find(ids.begin(), ids.end(), id) != ids.end();
    };
    for (const toml::table* s : toml_sections(root, "seat")) {
        check_names(
            r, *s, "fog", toml_texts(*s, "fog"), "fog",
            [&](const std::string& n) { return plan.fog(n) != nullptr; }, names_of(plan.fogs));
        check_names(r, *s, "objectives", toml_texts(*s, "objectives"), "objective", has_id, ids);
    }
    for (const toml::table* s : toml_sections(root, "fog"))
        check_names(
            r, *s, "sources", toml_texts(*s, "sources"), "source",
            [&](const std::string& n) { return plan.source(n) != nullptr; },
            names_of(plan.sources));
    for (const toml::table* s : toml_sections(root, "layout")) {
        std::set<std::string> taken;
        for (const auto& group : toml_lists(*s, "seats"))
            for (const std::string& seat : group) {
                check_names(
                    r, *s, "seats", {seat}, "seat",
                    [&](const std::string& n) { return plan.seat(n) != nullptr; },
                    names_of(plan.seats));
                if (!taken.insert(seat).second)
                    r.report.add("E020", r.at(*s, "seats"),
                                 fmt::format("seat {} is there twice", shown(seat)));
            }
    }
    check_partners(r, root, plan);
}

void read_plan(const PlanReader& r, const toml::table& root, ExercisePlan& plan) {
    check_keys(root, "exercise", exercise_file, r.report);
    plan = {};
    read_head(r, root, plan);
    read_sections(r, root, "objective", "id", plan.objectives, [](const toml::table& s) {
        return ObjectivePlan{toml_text(s, "id").value_or(""), toml_text(s, "title").value_or(""),
                             toml_text(s, "text").value_or("")};
    });
    read_sections(r, root, "source", "name", plan.sources,
                  [&](const toml::table& s) { return source_of(r, s); });
    read_sections(r, root, "fog", "name", plan.fogs,
                  [&](const toml::table& s) { return fog_of(r, s); });
    read_sections(r, root, "seat", "name", plan.seats,
                  [&](const toml::table& s) { return seat_of(r, s); });
    read_sections(r, root, "layout", "name", plan.layouts, [](const toml::table& s) {
        return LayoutPlan{toml_text(s, "name").value_or(""), toml_text(s, "title").value_or(""),
                          toml_lists(s, "seats")};
    });
    check_plan(r, root, plan);
}

void check_msel(const Msel& msel, const ExercisePlan& plan, Report& report) {
    const auto seats = names_of(plan.seats);
    for (std::size_t i = 0; i < msel.size(); ++i) {
        const std::string when = msel.at(i, "when"), condition = msel.at(i, "condition");
        const bool conditional = when == "condition";
        const auto turn = parse_turn(when);
        if (!when.empty() && !conditional && !turn)
            report.add("E304", msel.position(i, "when"), fmt::format("'when' is {}", shown(when)),
                       "write turn N, or condition");
        if (turn && *turn > plan.turns)
            report.add(
                "W302", msel.position(i, "when"),
                fmt::format("it comes in turn {}, and the exercise has {}", *turn, plan.turns));
        if (conditional && !parse_condition(condition))
            report.add("E304", msel.position(i, "condition"),
                       fmt::format("'condition' is {}", shown(condition)));
        for (const std::string& seat : msel.parts(i, "to"))
            if (seat != "all" && plan.seat(seat) == nullptr)
                report.add("E302", msel.position(i, "to"),
                           fmt::format("unknown seat {}", shown(seat)),
                           did_you_mean(nearest(seat, seats)));
        const bool moves = msel.at(i, "kind") == "trigger";
        if (moves != !msel.at(i, "trigger_kind").empty())
            report.add(
                "E305", msel.position(i, "kind"),
                moves ? "a trigger without a 'trigger_kind'" : "a message with a 'trigger_kind'");
    }
}

}  // namespace

ExerciseRead read_exercise(const ScenarioFiles& files, const WorldTables& tables,
                           const Limits& limits) {
    ExerciseRead out;
    out.plan = standard_plan(tables);
    Report report(out.diagnostics, limits.shown);
    if (const auto file = files.find(exercise_file); file != files.end()) {
        out.given = true;
        if (const auto root = parse_toml(exercise_file, file->second, report))
            read_plan({tables, report, limits}, *root, out.plan);
    }
    if (const auto file = files.find(msel_file); file != files.end()) {
        out.msel = Msel::read(file->second, report);
        if (!report.failed()) check_msel(out.msel, out.plan, report);
    }
    report.finish();
    out.diagnostics.sort();
    return out;
}

}  // namespace forestall
