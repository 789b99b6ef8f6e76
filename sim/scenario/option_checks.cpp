// SPDX-License-Identifier: Apache-2.0
#include "scenario/option_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "actors/levers.hpp"
#include "scenario/catalogue.hpp"

namespace forestall {
namespace {

/// Whether following `after` from the action comes back to it.
bool in_circle(const Option& option, std::size_t action) {
    int next = option.actions[action].start.after;
    for (std::size_t steps = 0; next >= 0 && steps <= option.actions.size(); ++steps) {
        if (static_cast<std::size_t>(next) == action) return true;
        next = option.actions[static_cast<std::size_t>(next)].start.after;
    }
    return false;
}

void check_target(Reading& r, const toml::table& section, const PlannedAction& action,
                  const Intervention& what) {
    const SourcePosition at = toml_position(toml_file, section);
    const auto lacks = [&](const char* key) {
        r.report.add("E062", at, fmt::format("action {} names no {}", shown(action.name), key),
                     fmt::format("{} is aimed at {}", what.title, key));
    };
    if (what.target == TargetKind::actor && action.actors.empty() && !section.contains("actors"))
        lacks("actors");
    if (what.target == TargetKind::group && action.groups.empty() && !section.contains("groups"))
        lacks("groups");
    if (what.target == TargetKind::place && action.places.empty() && !section.contains("places"))
        lacks("places");
}

/// Whether an effect of the intervention is on targets of this kind, or, for places, asks how well
/// they are protected.
bool looks_at(const Intervention& what, TargetKind kind) {
    return what.target == kind ||
           std::any_of(what.effects.begin(), what.effects.end(), [&](const Effect& effect) {
               const Lever* lever = find_lever(effect.lever);
               return (lever != nullptr && lever->target == kind) ||
                      (kind == TargetKind::place && effect.where == "protection");
           });
}

/// W010 for groups or places of an action that nothing in its intervention looks at.
void tell_idle_targets(Reading& r, const toml::table& section, const Intervention& what) {
    constexpr std::pair<const char*, TargetKind> keys[] = {{"groups", TargetKind::group},
                                                           {"places", TargetKind::place}};
    for (const auto& [key, kind] : keys)
        if (section.contains(key) && !looks_at(what, kind))
            r.report.add("W010", toml_at(section, key),
                         fmt::format("'{}' has no effect: nothing in {} is aimed at {}", key,
                                     shown(what.name), key),
                         "remove it");
}

std::string money_text(double usd) {
    return usd >= 1e6 ? fmt::format("{:.4g} M USD", usd / 1e6)
                      : fmt::format("{:.4g} k USD", usd / 1e3);
}

double least_cost(const Reading& r, const PlannedAction& action, const Intervention& what,
                  double weeks) {
    static const Catalogue shipped = read_catalogue();
    const auto number = [&](const char* part) {
        const std::string name = fmt::format("cost.{}.{}", what.name, part);
        const auto own = r.tables.parameters.find(name);
        if (own != r.tables.parameters.end()) return own->second.quantile(0.001);
        const auto common = shipped.numbers.find(name);
        return common == shipped.numbers.end() ? 0.0 : common->second.quantile(0.001);
    };
    return action.scale * (number("setup") + weeks * number("weekly"));
}

}  // namespace

void check_company(Reading& r, const toml::table& partner) {
    const std::vector<std::string> against = toml_texts(partner, "competes");
    for (const std::string& other : toml_texts(partner, "coordinates"))
        if (std::find(against.begin(), against.end(), other) != against.end())
            r.report.add("E070", toml_at(partner, "competes", other),
                         fmt::format("{} is in coordinates as well", shown(other)));
}

void check_option(Reading& r, const toml::table& section, const Option& option) {
    const auto sections = toml_sections(section, "action");
    for (std::size_t i = 0; i < option.actions.size(); ++i) {
        const PlannedAction& action = option.actions[i];
        const SourcePosition at = toml_position(toml_file, *sections[i]);
        if (in_circle(option, i))
            r.report.add("E057", at,
                         fmt::format("action {} starts after itself", shown(action.name)));
        if (action.intervention >= r.tables.interventions.size() ||
            !sections[i]->contains("intervention"))
            continue;
        if (!r.interventions.find(*toml_text(*sections[i], "intervention")))
            continue;  // told already
        const Intervention& what = r.tables.interventions[action.intervention];
        check_target(r, *sections[i], action, what);
        tell_idle_targets(r, *sections[i], what);
        if (action.partner >= 0) {
            const Partner& lead = r.tables.partners[static_cast<std::size_t>(action.partner)];
            if (std::find(what.leads.begin(), what.leads.end(), lead.kind) == what.leads.end())
                r.report.add(
                    "E063", toml_at(*sections[i], "partner"),
                    fmt::format("{} is a {}", shown(lead.name), lead.kind),
                    fmt::format("{} can be led by: {}", what.title, fmt::join(what.leads, ", ")));
        }
        if (action.start.when == Beginning::When::day && r.has_period() &&
            action.start.day < r.tables.settings.days &&
            action.start.day + what.lead_time >= r.tables.settings.days)
            r.report.add(
                "E059", at,
                fmt::format("action {} would take effect after the end", shown(action.name)),
                fmt::format("its lead time is {} d", what.lead_time));
        const double staff = what.staff * action.scale;
        if (staff > option.staff)
            r.report.add("E060", at,
                         fmt::format("action {} needs {} people", shown(action.name), staff),
                         fmt::format("the option has {}", option.staff));
        const double cost = least_cost(r, action, what, 4);
        if (cost > option.budget)
            r.report.add("E060", at,
                         fmt::format("action {} costs at least {} to begin", shown(action.name),
                                     money_text(cost)),
                         fmt::format("the budget is {}", money_text(option.budget)));
    }
}

}  // namespace forestall
