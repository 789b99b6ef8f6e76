// SPDX-License-Identifier: Apache-2.0
// What can be done in a scenario: its options, action by action, as text and JSON.
#include "app/job/options.hpp"

#include <fmt/format.h>

#include <cmath>

#include "app/describe/beginning_words.hpp"
#include "app/describe/description.hpp"
#include "app/frame/numbers.hpp"
#include "world/stage_start.hpp"

namespace forestall::app {
namespace {

const Intervention& what_of(const World& world, const PlannedAction& m) {
    return world.interventions()[m.intervention];
}

std::string partner_of(const World& world, const PlannedAction& m) {
    return m.partner < 0 ? "" : world.partners()[static_cast<std::size_t>(m.partner)].name;
}

template <class Ids, class Things>
void add_names(std::vector<std::string>& out, const Ids& ids, const Things& things) {
    for (const auto id : ids) out.push_back(things[index(id)].name);
}

/// Actors, groups and places at which an action is aimed.
std::vector<std::string> targets_of(const World& world, const PlannedAction& m) {
    std::vector<std::string> out;
    add_names(out, m.actors, world.actors());
    add_names(out, m.groups, world.groups());
    add_names(out, m.places, world.places());
    return out;
}

/// Of an action at its size, in USD; none for what costs nothing.
std::optional<Distribution> cost_of(const World& world, const PlannedAction& m, const char* part) {
    const auto found =
        world.parameters().find(fmt::format("cost.{}.{}", what_of(world, m).name, part));
    if (found == world.parameters().end()) return std::nullopt;
    return found->second;
}

double median_cost(const World& world, const PlannedAction& m, const char* part) {
    const auto cost = cost_of(world, m, part);
    return cost ? m.scale * cost->median() : 0;
}

/// People of an action at its size.
std::int64_t people_of(const World& world, const PlannedAction& m) {
    return std::llround(what_of(world, m).staff * m.scale);
}

std::string action_text(const World& world, const Option& option, const PlannedAction& m) {
    const Intervention& what = what_of(world, m);
    const std::string who = partner_of(world, m);
    const auto targets = targets_of(world, m);
    const auto staff = static_cast<std::uint64_t>(people_of(world, m));
    std::string out = fmt::format("  {}: {} ({})", m.name, what.title, what.name);
    if (m.scale != 1) out += fmt::format(", {:.3g} times the usual size", m.scale);
    if (!who.empty()) out += fmt::format("; led by {}", who);
    if (!targets.empty()) out += fmt::format("; aimed at {}", fmt::join(targets, ", "));
    out += fmt::format("\n    starts {}",
                       beginning_text(option, m.start, world.settings().start_date));
    if (m.stop_day >= 0)
        out += fmt::format("; stops {}", day_text(m.stop_day, world.settings().start_date));
    if (m.stop_below != Stage::none)
        out += fmt::format("; stops below stage {}", stage_words.text(m.stop_below));
    for (const std::size_t other : m.excludes)
        out += fmt::format("; not together with “{}”", option.actions[other].name);
    return out + fmt::format("\n    costs about {} at the start and {} a week; {}\n",
                             usd_text(median_cost(world, m, "setup")),
                             usd_text(median_cost(world, m, "weekly")),
                             counted(staff, "person", "people"));
}

Json start_json(const Option& option, const Beginning& b, const std::string& start_date) {
    Json out = {{"kind", beginning_words.text(b.when)},
                {"text", beginning_text(option, b, start_date)}};
    if (b.when == Beginning::When::day) out["days_after_start"] = b.day;
    if (b.when == Beginning::When::stage) out["stage"] = stage_words.text(b.stage);
    if (b.when == Beginning::When::after)
        out["after"] = option.actions[static_cast<std::size_t>(b.after)].name;
    if (!b.indicator.empty()) {
        out["indicator"] = b.indicator;
        out["at_least"] = b.at_least;
        out["for_days"] = b.for_days;
    }
    if (b.delay > 0) out["delay_days"] = b.delay;
    if (b.within > 0) out["within_days"] = b.within;
    if (b.unless) out["unless"] = true;
    return out;
}

Json cost_json(const World& world, const PlannedAction& m, const char* part) {
    const auto cost = cost_of(world, m, part);
    if (!cost) return {{"value", 0}, {"lo", 0}, {"hi", 0}};
    return {{"value", m.scale * cost->median()},
            {"lo", m.scale * cost->quantile(0.025)},
            {"hi", m.scale * cost->quantile(0.975)}};
}

Json action_json(const World& world, const Option& option, const PlannedAction& m) {
    const std::string& first = world.settings().start_date;
    Json excludes = Json::array();
    for (const std::size_t other : m.excludes) excludes.push_back(option.actions[other].name);
    Json stop = nullptr;
    if (m.stop_day >= 0) stop = {{"kind", "day"}, {"text", day_text(m.stop_day, first)}};
    if (m.stop_below != Stage::none)
        stop = {{"kind", "below"}, {"stage", stage_words.text(m.stop_below)}};
    const std::string who = partner_of(world, m);
    return {{"name", m.name},
            {"intervention", what_of(world, m).name},
            {"title", what_of(world, m).title},
            {"partner", who.empty() ? Json() : Json(who)},
            {"targets", targets_of(world, m)},
            {"start", start_json(option, m.start, first)},
            {"stop", stop},
            {"excludes", excludes},
            {"scale", m.scale},
            {"cost",
             {{"setup", cost_json(world, m, "setup")},
              {"weekly", cost_json(world, m, "weekly")},
              {"currency", "USD"},
              {"staff", people_of(world, m)}}}};
}

Json limit_json(double limit) { return std::isinf(limit) ? Json() : Json(limit); }

}  // namespace

std::string options_text(const World& world, const std::string& dir) {
    std::string out =
        fmt::format("{}: {}, and none, which is doing nothing\n", world.settings().title,
                    counted(world.options().size(), "option", "options"));
    if (world.options().empty())
        return out +
               "\nAn option is a file in the scenario's options/: docs/write-an-option.md has one "
               "to begin with.\n";
    for (const Option& option : world.options()) {
        out += fmt::format("\n{}: {}\n", option.name, option.title);
        if (!std::isinf(option.budget))
            out += fmt::format("  at most {} over the run\n", usd_text(option.budget));
        if (!std::isinf(option.staff))
            out += fmt::format("  at most {} people at one time\n", amount(option.staff));
        for (const PlannedAction& m : option.actions) out += action_text(world, option, m);
    }
    return out + fmt::format(
                     "\nTo run them under the same luck: forestall ensemble {} --options all "
                     "--members 200 -o out.h5\n",
                     shell_quoted(dir));
}

Json options_json(const World& world) {
    Json list = Json::array();
    list.push_back({{"name", baseline_option},
                    {"title", "Nothing is done"},
                    {"budget", nullptr},
                    {"staff", nullptr},
                    {"actions", Json::array()}});
    for (const Option& option : world.options()) {
        Json actions = Json::array();
        for (const PlannedAction& m : option.actions)
            actions.push_back(action_json(world, option, m));
        list.push_back({{"name", option.name},
                        {"title", option.title},
                        {"budget", limit_json(option.budget)},
                        {"staff", limit_json(option.staff)},
                        {"actions", actions}});
    }
    return {{"title", world.settings().title},
            {"price_year", world.settings().price_year},
            {"options", list}};
}

}  // namespace forestall::app
