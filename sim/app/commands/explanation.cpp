// SPDX-License-Identifier: Apache-2.0
#include "app/commands/explanation.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/percent.hpp"
#include "app/frame/numbers.hpp"

namespace forestall::app {
namespace {

using analysis::Chain;
using analysis::Told;

/// Days in which a stage looks back on deaths: the quarter of its rule.
constexpr std::int32_t quarter = 91;

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) out += i + 1 == words.size() ? " and " : ", ";
        out += words[i];
    }
    return out;
}

std::string side_text(const Story& story, const Chain& chain, int sign, const std::string& indent) {
    const Event& event = story.events[chain.event];
    std::string out;
    for (const Told& t : chain.causes) {
        if (t.cause.weight * sign < analysis::least_weight) continue;
        out += fmt::format("{}  - {} ({}", indent, story.words.reason(event, t.cause),
                           story.words.weight(event, t.cause));
        if (t.from) out += fmt::format("; rests on event {}", *t.from);
        out += ")\n";
    }
    if (out.empty()) return out;
    return fmt::format("{}{}\n{}", indent,
                       sign > 0 ? "Reasons for it:" : "Reasons against it:", out);
}

/// What nobody chose has no reasons: what was counted before it, instead.
std::string counted_text(const Story& story, std::size_t k, const std::string& indent) {
    const analysis::Before before =
        analysis::counted_before(story.events, k, quarter, story.header.step_days);
    std::string out = fmt::format(
        "{}Nobody chose this: it follows from the counts. In the 13 weeks before, {} people were "
        "killed, {} of them civilians.\n",
        indent, thousands(before.deaths), thousands(before.civilian_deaths));
    if (const std::string rule = stage_text(story.rules, story.events, k); !rule.empty())
        out += indent + rule + "\n";
    if (before.worst)
        out += fmt::format("{}Most died in event {}: {}.\n", indent, *before.worst,
                           story.words.what(story.events[*before.worst]));
    return out;
}

std::string node_text(const Story& story, const Chain& chain, const std::string& indent) {
    const Event& event = story.events[chain.event];
    std::string out =
        fmt::format("{}Event {}. {}\n", indent, chain.event, story.words.event(event));
    if (const std::string chance = story.words.chance(event); !chance.empty())
        out += indent + chance + "\n";
    out += side_text(story, chain, 1, indent) + side_text(story, chain, -1, indent);
    if (event.kind == EventKind::stage) out += counted_text(story, chain.event, indent);
    if (event.kind == EventKind::trigger)
        out += indent + "It came from outside: no actor in the model decided it.\n";
    if (event.kind == EventKind::intervention)
        out += indent + action_text(story.rules, story.words, story.events, chain.event) + "\n";
    else if (event.number < 0)
        out += indent + "It was on the scenario's schedule: nobody chose it.\n";
    if (!chain.earlier.empty()) out += "\n" + indent + "Behind it:\n";
    for (const Chain& earlier : chain.earlier)
        out += "\n" + node_text(story, earlier, indent + "    ");
    return out;
}

Json name_or_null(std::size_t id, const std::vector<std::string>& names) {
    return id < names.size() ? Json(names[id]) : Json(nullptr);
}

Json event_json(const Story& story, std::size_t k) {
    const Event& e = story.events[k];
    const Header& h = story.header;
    const bool somewhere = index(e.place) < h.locations.size();
    return {{"event", k},
            {"date", story.words.date(e)},
            {"day", e.day < 0 ? Json(nullptr) : Json(e.day)},
            {"step", e.step},
            {"kind", event_words.text(e.kind)},
            {"manner", e.manner},
            {"place", somewhere ? Json(h.locations[index(e.place)].name) : Json(nullptr)},
            {"actor", name_or_null(index(e.actor), h.actors)},
            {"opponent", name_or_null(index(e.opponent), h.actors)},
            {"target", name_or_null(index(e.target), h.groups)},
            {"deaths", e.deaths},
            {"civilian_deaths", e.civilian_deaths},
            {"reported", e.reported},
            {"zone", e.zone},
            {"probability", e.probability < 0 ? Json(nullptr) : Json(e.probability)},
            {"sentence", story.words.event(e)}};
}

Json cause_json(const Story& story, const Event& event, const Told& t) {
    const double odds = story.words.odds(event, t.cause);
    return {{"what", t.cause.what},
            {"weight", t.cause.weight},
            {"odds", odds > 0 ? Json(odds) : Json(nullptr)},
            {"part", t.part},
            {"sentence", story.words.reason(event, t.cause)},
            {"actor", name_or_null(index(t.cause.actor), story.header.actors)},
            {"from", t.from ? Json(*t.from) : Json(nullptr)}};
}

const char* worth_text(analysis::Worth worth) {
    if (worth == analysis::Worth::onset) return "onset of a mass killing";
    return worth == analysis::Worth::stage ? "change of stage" : "among the largest";
}

std::string percent(double p) {
    if (p < 0) return "-";
    if (p == 0) return "none";
    return p < 0.001 ? analysis::small_percent(p) : fmt::format("{:.1f} %", 100 * p);
}

/// What becomes of the event without the cause.
std::string event_then(const analysis::Effect& e) {
    if (!e.happens) return "does not happen";
    if (e.on_another) return "happens: another event takes its place";
    if (e.deaths_after == e.deaths_before) return "happens";
    return fmt::format("happens, {} killed instead of {}", thousands(e.deaths_after),
                       thousands(e.deaths_before));
}

}  // namespace

std::string chain_text(const Story& story, const Chain& chain) {
    return node_text(story, chain, "") + largest_text(story, chain);
}

std::string largest_text(const Story& story, const Chain& chain) {
    std::vector<std::string> parts;
    for (const Told& t : analysis::largest_parts(chain, 3))
        parts.push_back(
            fmt::format("{} ({:.0f} %)", analysis::noun_of(t.cause.what), 100 * t.part));
    std::string out;
    if (chain.causes.size() > 1 && !parts.empty())
        out += fmt::format("\nWeightiest among the reasons for it: {}.\n", joined(parts));
    std::vector<std::string> first;
    for (const std::size_t k : analysis::where_it_began(chain))
        first.push_back(fmt::format("event {} ({})", k, story.words.what(story.events[k])));
    if (!first.empty())
        out += fmt::format("As far back as this was followed, it began with {}.\n", joined(first));
    return out;
}

Json chain_json(const Story& story, const Chain& chain) {
    Json out = event_json(story, chain.event);
    out["causes"] = Json::array();
    for (const Told& t : chain.causes)
        out["causes"].push_back(cause_json(story, story.events[chain.event], t));
    out["earlier"] = Json::array();
    for (const Chain& earlier : chain.earlier) out["earlier"].push_back(chain_json(story, earlier));
    return out;
}

Json largest_json(const Story& story, const Chain& chain) {
    Json out = Json::array();
    for (const Told& t : analysis::largest_parts(chain, 3))
        out.push_back(cause_json(story, story.events[chain.event], t));
    return out;
}

std::string notable_text(const Story& story, std::span<const analysis::Notable> events) {
    if (events.empty()) return "Nobody died and no stage changed in this run.\n";
    using Align = Table::Align;
    Table table({Align::right, Align::left, Align::right, Align::left, Align::left});
    table.row({"event", "date", "deaths", "what happened", "why it is listed"});
    for (const analysis::Notable& n : events) {
        const Event& e = story.events[n.event];
        table.row({std::to_string(n.event), story.words.date(e), thousands(e.deaths),
                   story.words.what(e), worth_text(n.worth)});
    }
    return table.text();
}

Json notable_json(const Story& story, std::span<const analysis::Notable> events) {
    Json out = Json::array();
    for (const analysis::Notable& n : events) {
        out.push_back(event_json(story, n.event));
        out.back()["why"] = worth_text(n.worth);
    }
    return out;
}

std::string checks_text(const Story& story, const Event& event, std::span<const Checked> checks) {
    if (checks.empty()) return "\nThere is no cause to take away.\n";
    using Align = Table::Align;
    Table table({Align::left, Align::right, Align::right, Align::left, Align::right, Align::right});
    table.row({"without", "chance", "then", "the event", "civilians killed in the run", "then"});
    std::size_t changed = 0;
    bool past_differs = false;
    for (const Checked& c : checks) {
        const analysis::Effect& e = c.effect;
        past_differs = past_differs || !e.past_equal;
        changed += e.changed() ? 1 : 0;
        const std::string what = c.event ? fmt::format("event {}", c.told->from.value_or(0))
                                         : analysis::noun_of(c.told->cause.what);
        table.row({what, percent(e.before), percent(e.after), event_then(e),
                   thousands(static_cast<std::int64_t>(e.run_before)),
                   thousands(static_cast<std::int64_t>(e.run_after))});
    }
    return fmt::format(
        "\nThe run again, with the same luck, each cause of \"{}\" taken away in turn:\n\n{}\n{} "
        "of {} changed the "
        "event or its chance; {}.\n",
        story.words.what(event), table.text(), changed, counted(checks.size(), "cause", "causes"),
        past_differs ? "but something before the cut differed, which is a bug in the program"
                     : "before the cut nothing differed");
}

Json checks_json(std::span<const Checked> checks) {
    Json out = Json::array();
    for (const Checked& c : checks) {
        const analysis::Effect& e = c.effect;
        out.push_back({{"without", c.event ? "event" : "motive"},
                       {"what", c.told->cause.what},
                       {"weight", c.told->cause.weight},
                       {"from", c.event ? Json(*c.told->from) : Json(nullptr)},
                       {"probability_before", e.before < 0 ? Json(nullptr) : Json(e.before)},
                       {"probability_after", e.after < 0 ? Json(nullptr) : Json(e.after)},
                       {"happens", e.happens},
                       {"rests_on_another", e.on_another},
                       {"deaths_before", e.deaths_before},
                       {"deaths_after", e.deaths_after},
                       {"run_civilian_deaths_before", e.run_before},
                       {"run_civilian_deaths_after", e.run_after},
                       {"past_equal", e.past_equal},
                       {"changed", e.changed()}});
    }
    return out;
}

}  // namespace forestall::app
