// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/stage_options.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace forestall::analysis {
namespace {

std::vector<std::string> armed(const WorldTables& t) {
    std::vector<std::string> out;
    for (const Actor& a : t.actors)
        if (!a.protects && t.parameters.contains("actor." + a.name + ".fighters"))
            out.push_back(a.name);
    return out;
}

std::vector<std::string> groups(const WorldTables& t) {
    std::vector<std::string> out;
    for (const Group& g : t.groups) out.push_back(g.name);
    return out;
}

std::vector<std::string> populous(const WorldTables& t, std::size_t most) {
    std::vector<std::pair<Persons, std::string>> people;
    for (std::size_t p = 0; p < t.places.size(); ++p) {
        Persons n = 0;
        for (const HomePopulation& h : t.populations)
            if (index(h.place) == p) n += h.persons;
        if (n > 0 && !t.places[p].foreign) people.emplace_back(-n, t.places[p].name);
    }
    std::sort(people.begin(), people.end());
    std::vector<std::string> out;
    for (std::size_t i = 0; i < std::min(most, people.size()); ++i) out.push_back(people[i].second);
    return out;
}

bool is_wanted(const Intervention& what, const std::vector<std::string>& names) {
    return names.empty() || std::find(names.begin(), names.end(), what.name) != names.end();
}

std::string lead(const WorldTables& t, const Intervention& what) {
    for (const std::string& kind : what.leads)
        for (const Partner& p : t.partners)
            if (p.kind == kind) return p.name;
    return {};
}

/// One action, as it usually is, or at the places and in the size of a package.
std::string action_of(const WorldTables& t, const Intervention& what, Stage stage, int weeks,
                      const Package* package) {
    std::string out = fmt::format("[[action]]\nintervention = {}\n", toml_quoted(what.name));
    if (const std::string who = lead(t, what); !who.empty())
        out += fmt::format("partner = {}\n", toml_quoted(who));
    if (what.target == TargetKind::actor) out += fmt::format("actors = {}\n", toml_list(armed(t)));
    if (what.target == TargetKind::group) out += fmt::format("groups = {}\n", toml_list(groups(t)));
    if (what.target == TargetKind::place)
        out += fmt::format(
            "places = {}\n",
            toml_list(package == nullptr ? populous(t, places_of_a_package) : package->places));
    if (package != nullptr && package->scale != 1)
        out += fmt::format("scale = {:.6f}\n", package->scale);
    const std::string delay =
        weeks == 0 ? std::string() : fmt::format(", delay = \"{} d\"", 7 * weeks);
    return out + fmt::format("start = {{ stage = \"{}\"{} }}\n", stage_words.text(stage), delay);
}

/// `sized`: what there is of it; without any, it is as it usually is.
std::string option_text(const WorldTables& t, const Intervention& what, Stage stage, int weeks,
                        const std::vector<Package>& sized) {
    const std::string later = weeks == 0 ? std::string() : fmt::format(" and {} weeks", weeks);
    std::string out = fmt::format(
        "title = {}\n\n",
        toml_quoted(fmt::format("{}, from {}{}", what.title, stage_words.text(stage), later)));
    if (sized.empty()) return out + action_of(t, what, stage, weeks, nullptr);
    for (std::size_t i = 0; i < sized.size(); ++i) {
        out += action_of(t, what, stage, weeks, &sized[i]);
        if (i > 0)
            out += fmt::format("name = {}\n", toml_quoted(what.name + fmt::format("-{}", i + 1)));
    }
    return out;
}

}  // namespace

std::string toml_quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

std::string toml_list(const std::vector<std::string>& texts) {
    std::vector<std::string> each;
    for (const std::string& text : texts) each.push_back(toml_quoted(text));
    return fmt::format("[{}]", fmt::join(each, ", "));
}

std::string action_text(const WorldTables& t, const Intervention& what, Stage stage, int weeks) {
    return action_of(t, what, stage, weeks, nullptr);
}

std::string why_no_target(const WorldTables& t, const Intervention& what) {
    if (what.target == TargetKind::actor && armed(t).empty())
        return "no actor has fighters (add `fighters` to an [[actor]])";
    if (what.target == TargetKind::group && groups(t).empty()) return "there is no [[group]]";
    if (what.target == TargetKind::place && populous(t, 1).empty())
        return "no place has people (add them to populations.csv)";
    return {};
}

std::vector<std::string> left_out_lines(const WorldTables& tables,
                                        const std::vector<Intervention>& catalogue,
                                        const std::vector<std::string>& names) {
    std::map<std::string, std::vector<std::string>> by_reason;
    for (const Intervention& what : catalogue)
        if (is_wanted(what, names))
            if (const std::string why = why_no_target(tables, what); !why.empty())
                by_reason[why].push_back(what.name);
    std::vector<std::string> lines;
    for (const auto& [why, which] : by_reason)
        lines.push_back(fmt::format("Left out, as {}: {}", why, fmt::join(which, ", ")));
    return lines;
}

std::map<std::string, std::string> stage_options(const WorldTables& tables,
                                                 const Catalogue& catalogue,
                                                 const StageWish& wish) {
    std::map<std::string, std::string> out;
    for (const Intervention& what : catalogue.interventions) {
        if (!is_wanted(what, wish.names) || !why_no_target(tables, what).empty()) continue;
        std::vector<Package> sized;
        if (wish.at_cost && can_be_scaled(what))
            sized = packages(package_cost(what, catalogue.numbers), *wish.at_cost);
        bool first = true;
        for (const Stage stage : {Stage::prevention, Stage::mitigation, Stage::response}) {
            const bool fits = (what.stages >> static_cast<unsigned>(stage) & 1U) != 0;
            if (!fits && !wish.every_stage) continue;
            const auto add = [&](int weeks) {
                const StageStart start{what.name, stage_words.string(stage), weeks};
                out[fmt::format("options/{}.toml", stage_option_name(start))] =
                    option_text(tables, what, stage, weeks, sized);
            };
            add(0);
            if (first)
                for (const int weeks : wish.delays) add(weeks);
            first = false;
        }
    }
    return out;
}

}  // namespace forestall::analysis
