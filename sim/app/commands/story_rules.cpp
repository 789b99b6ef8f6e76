// SPDX-License-Identifier: Apache-2.0
#include "app/commands/story_rules.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/describe/beginning_words.hpp"
#include "app/frame/numbers.hpp"
#include "core/stage.hpp"

namespace forestall::app {
namespace {

/// "observed: response" after "observed: " -> 3; -1 for another event.
int stage_in(const Event& event, std::string_view seen) {
    if (event.kind != EventKind::stage || !event.manner.starts_with(seen)) return -1;
    const auto stage = stage_words.find(std::string_view(event.manner).substr(seen.size()));
    return stage ? static_cast<int>(*stage) : -1;
}

bool is_start_of(const Event& event, const std::string& action) {
    return event.kind == EventKind::intervention &&
           (event.manner == action + ": announced" || event.manner == action + ": begins");
}

/// The last event before `k` for which `met` holds.
template <class Met>
std::optional<std::size_t> before(const std::vector<Event>& events, std::size_t k, Met met) {
    for (std::size_t i = k; i-- > 0;)
        if (met(events[i])) return i;
    return std::nullopt;
}

std::optional<std::size_t> what_met(const ActionRule& rule, const std::vector<Event>& events,
                                    std::size_t k) {
    const Beginning& b = rule.beginning;
    if (b.when == Beginning::When::stage) {
        const int wanted = static_cast<int>(b.stage);
        return before(events, k,
                      [&](const Event& e) { return stage_in(e, "observed: ") >= wanted; });
    }
    if (b.when == Beginning::When::after)
        return before(events, k, [&](const Event& e) { return is_start_of(e, rule.after); });
    return std::nullopt;
}

}  // namespace

StoryRules rules_of(const analysis::StoredCase& run) {
    StoryRules out;
    const Results& results = run.results();
    const Header& header = run.header();
    if (header.options.empty()) return out;
    out.option = header.options.front();
    const std::vector<double> values = results.parameters();
    for (std::size_t p = 0; p < std::min(values.size(), header.parameters.size()); ++p)
        if (header.parameters[p].name.starts_with("monitoring."))
            out.levels[header.parameters[p].name] = values[p];
    if (!run.readable()) return out;
    const WorldTables& tables = run.tables();
    for (const Option& option : tables.options) {
        if (option.name != out.option) continue;
        for (const PlannedAction& m : option.actions) {
            const int after = m.start.after;
            const bool follows = m.start.when == Beginning::When::after && after >= 0;
            out.actions[m.name] = {
                tables.interventions[m.intervention].title,
                beginning_text(option, m.start, tables.settings.start_date), m.start,
                follows ? option.actions[static_cast<std::size_t>(after)].name : std::string()};
        }
    }
    return out;
}

std::string action_text(const StoryRules& rules, const analysis::Words& words,
                        const std::vector<Event>& events, std::size_t k) {
    for (auto at = rules.actions.rbegin(); at != rules.actions.rend(); ++at) {  // "a: b" before "a"
        const auto& [name, rule] = *at;
        if (!events[k].manner.starts_with(name + ": ")) continue;
        std::string out = fmt::format("Action '{}' ({}) of option '{}'. It starts {}.", name,
                                      rule.title, rules.option, rule.start);
        if (!is_start_of(events[k], name)) return out;
        if (const auto met = what_met(rule, events, k))
            out += fmt::format(" Event {} met that: on {}, {}.", *met, words.date(events[*met]),
                               words.what(events[*met]));
        if (!rule.beginning.indicator.empty())
            out += fmt::format(" What the desk saw as {} was {} {:.4g}.", rule.beginning.indicator,
                               rule.beginning.unless ? "not, in time, at least" : "at least",
                               rule.beginning.at_least);
        return out;
    }
    return fmt::format("It is part of option '{}', which was run.", rules.option);
}

std::string stage_text(const StoryRules& rules, const std::vector<Event>& events, std::size_t k) {
    const bool seen = events[k].manner.starts_with("observed: ");
    const std::string_view kind = seen ? "observed: " : "true: ";
    const int now = stage_in(events[k], kind);
    const auto earlier = before(events, k, [&](const Event& e) { return stage_in(e, kind) >= 0; });
    const int was = earlier ? stage_in(events[*earlier], kind) : 0;
    const auto level = [&](const char* name) {
        const auto at = rules.levels.find(name);
        return at == rules.levels.end() ? std::string("its level") : amount(at->second);
    };
    std::string out;
    if (now < was)
        out = fmt::format("Nothing had called for the higher stage in {} days.",
                          level("monitoring.calm"));
    else if (now == 1)
        out = fmt::format(
            "The risk index, a share from 0 to 1, had passed {}: from there the stage is at least "
            "prevention, whether or not anybody has died.",
            level("monitoring.prevention_level"));
    else if (now == 2)
        out = fmt::format("The risk index had passed {} while killing sped up.",
                          level("monitoring.mitigation_level"));
    else if (now == 3)
        out = fmt::format(
            "Civilian deaths in 13 weeks had reached {}, or {} in 100,000 people, or the risk "
            "index had passed {}.",
            level("monitoring.response_deaths"), level("monitoring.per_head"),
            level("monitoring.imminent"));
    if (!out.empty() && seen) out += " Reports count here, which come late and miss much.";
    return out;
}

}  // namespace forestall::app
