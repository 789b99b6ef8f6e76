// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/search/stage_options.hpp"

namespace forestall::app::exercise {
namespace {

using analysis::toml_list, analysis::toml_quoted;

/// Money and people of all seats together, with what the white cell granted; nothing if one has no
/// limit. More money moves nothing that was before: what is set aside never reaches the limit.
std::string limits_text(const ExercisePlan& plan, const Branch& branch, int turn) {
    double money = 0, staff = 0;
    for (const SeatPlan& seat : plan.seats)
        if (seat.role != SeatRole::white_cell) {
            money += seat.money;
            staff += seat.staff;
        }
    for (const Grant& grant : branch.grants)
        if (grant.turn <= turn) {
            money += grant.money;
            staff += std::ceil(grant.staff);
        }
    std::string out;
    if (std::isfinite(money) && money > 0) out += fmt::format("budget = \"{:.0f} USD\"\n", money);
    if (std::isfinite(staff) && staff >= 1) out += fmt::format("staff = {:.0f}\n", staff);
    return out;
}

/// Targets by what they are: actors, groups, places.
std::string targets_text(const Case& on, const PlayedOrder& order) {
    constexpr std::pair<TargetKind, const char*> keys[] = {{TargetKind::actor, "actors"},
                                                           {TargetKind::group, "groups"},
                                                           {TargetKind::place, "places"}};
    std::string out;
    for (const auto& [kind, key] : keys) {
        std::vector<std::string> names;
        for (const std::string& name : order.order.targets)
            if (on.target(name) == kind) names.push_back(name);
        if (!names.empty()) out += fmt::format("{} = {}\n", key, toml_list(names));
    }
    return out;
}

std::string action_text(const Case& on, const PlayedOrder& order, int turn, Day earlier) {
    const Day start = std::max<Day>(0, on.first_day(order.start) - earlier);
    std::string out = fmt::format("\n[[action]]\nname = {}\nintervention = {}\n",
                                  toml_quoted(order.action), toml_quoted(order.order.intervention));
    if (!order.order.partner.empty())
        out += fmt::format("partner = {}\n", toml_quoted(order.order.partner));
    out += targets_text(on, order);
    out += fmt::format("start = {{ day = {} }}\n", on.date(start));
    if (const int stop = order.stops(turn); stop > 0)
        out += fmt::format("stop = {{ day = {} }}\n", on.date(on.first_day(stop)));
    if (order.order.scale != 1) out += fmt::format("scale = {}\n", order.order.scale);
    return out;
}

}  // namespace

std::string option_text(const Case& on, const Branch& branch, int turn, const std::string& title,
                        const std::optional<Otherwise>& otherwise) {
    std::string actions;
    for (const PlayedOrder& order : branch.orders) {
        const bool named = otherwise && otherwise->action == order.action;
        if (!order.stands(turn) || (named && otherwise->left_out)) continue;
        actions += action_text(on, order, turn, named ? otherwise->earlier : 0);
    }
    if (actions.empty()) return "";
    return fmt::format("title = {}\n{}", toml_quoted(title), limits_text(on.plan(), branch, turn)) +
           actions;
}

std::string trigger_text(const Case& on, const Branch& branch, int turn) {
    std::string out;
    for (const PlayedInject& played : branch.injects) {
        const auto row = on.msel().find(played.number);
        if (!played.fired || played.turn > turn || !row || on.msel().at(*row, "kind") != "trigger")
            continue;
        const auto cell = [&](const char* column) { return on.msel().at(*row, column); };
        out += fmt::format("\n[[trigger]]\nname = {}\nkind = {}\nday = {}\n",
                           toml_quoted("inject " + played.number),
                           toml_quoted(cell("trigger_kind")), on.date(on.first_day(played.turn)));
        for (const char* key : {"actor", "target", "group"})
            if (!cell(key).empty()) out += fmt::format("{} = {}\n", key, toml_quoted(cell(key)));
        for (const char* key : {"strength", "fighters"})
            if (!cell(key).empty()) out += fmt::format("{} = {}\n", key, cell(key));
        if (const auto places = on.msel().parts(*row, "places"); !places.empty())
            out += fmt::format("places = {}\n", toml_list(places));
    }
    return out;
}

ScenarioFiles text_of(const Case& on, const Branch& branch, int turn) {
    ScenarioFiles out = on.files();
    const std::string option = option_text(on, branch, turn, "As it was played");
    if (!option.empty()) out[fmt::format("options/{}.toml", played_option)] = option;
    if (const std::string triggers = trigger_text(on, branch, turn); !triggers.empty())
        out["scenario.toml"] += "\n" + triggers;
    return out;
}

}  // namespace forestall::app::exercise
