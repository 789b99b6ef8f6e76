// SPDX-License-Identifier: Apache-2.0
#include "app/assumptions/value_report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/assumptions/words.hpp"
#include "analysis/comparison/verdict.hpp"
#include "app/comparison/report.hpp"
#include "app/frame/numbers.hpp"

namespace forestall::app {
namespace {

using namespace assumptions;
using comparison::readable;

std::string worth_text(const Figure& f) {
    return fmt::format("{} ({} to {}) ±{}", readable(f.value), readable(f.lo), readable(f.hi),
                       readable(f.error));
}

double share(const Worth& w, const Values& v) {
    return v.clairvoyance.value > 0 ? w.worth.value / v.clairvoyance.value : 0;
}

void add(Table& table, const std::string& name, const Worth& w, const Values& v,
         const std::string& grounds) {
    const std::string worth =
        w.too_many ? fmt::format("too many to measure (0 to {})", readable(w.worth.hi))
                   : worth_text(w.worth);
    table.row({w.told ? name + " *" : name, worth,
               w.too_many ? "-" : fmt::format("{:.0f} %", 100 * share(w, v)), readable(w.plug_in),
               readable(w.by_chance), fmt::format("{:.0f} %", 100 * w.switches), grounds});
}

Table table_headed(const std::string& what, const std::string& last) {
    using enum Table::Align;
    Table table({left, right, right, right, right, right, left});
    table.row({what, "worth (interval) ±", "of foresight", "smoothed", "chance reaches",
               "would switch", last});
    return table;
}

Json worth_json(const Worth& w, const Values& v) {
    return {{"worth", json_of(w.worth)},  {"share_of_foresight", share(w, v)},
            {"smoothed", w.plug_in},      {"chance_reaches", w.by_chance},
            {"told_from_chance", w.told}, {"would_switch", w.switches}};
}

}  // namespace

std::string value_text(const Question& q, const Values& v, std::size_t rows) {
    std::string out = fmt::format(
        "What finding out is worth, in {} per decision; {}\n{}\n{}\n\n", harm_text(q.study),
        counted(q.study.members(), "member", "members"), rule_text(q), clarity_of(q).text);
    Table table = table_headed("assumption", "grounds");
    const std::size_t shown = std::min(v.each.size(), std::max(rows, told_count(v.each)));
    for (std::size_t i = 0; i < shown; ++i) {
        add(table, v.each[i].name, v.each[i], v,
            shortened(grounds_text(q.study.assumptions[v.each[i].members.front()]), 60));
    }
    out += table.text();
    if (shown < v.each.size())
        out += fmt::format("({} more, none clear of chance; --rows or --json lists them)\n",
                           v.each.size() - shown);
    if (!v.groups.empty()) {
        Table groups = table_headed("together", "assumptions");
        const std::size_t most = std::min(v.groups.size(), std::max(rows, told_count(v.groups)));
        for (std::size_t i = 0; i < v.groups.size(); ++i) {
            const bool wide = v.groups[i].name == "everything uncertain" ||
                              v.groups[i].name.starts_with("grade ");
            if (i < most || wide)
                add(groups, v.groups[i].name, v.groups[i], v,
                    std::to_string(v.groups[i].members.size()));
        }
        out += "\n" + groups.text();
    }
    out += fmt::format(
        "\nworth: harm saved in members that the rule was not learned from; each interval holds on "
        "its own and reaches from its lower limit to the upper limit of the smoothed estimate. * "
        "clear "
        "of chance: above what chance alone reaches anywhere in the table in 19 of 20 files.\nNot "
        "examined: {} held at one value{}.\n\n{}\n",
        counted(q.study.held, "number", "numbers"),
        q.study.unused > 0
            ? fmt::format(" and {} that cannot affect anything here", thousands(q.study.unused))
            : "",
        value_verdict(q.study, v));
    return out;
}

Json value_json(const Question& q, const AssumptionsRequest& request, const Values& v) {
    Json out = question_json(q, request);
    out["unit"] = harm_text(q.study);
    out["foresight"] = json_of(v.clairvoyance);
    out["harm_of_best"] = v.best_harm;
    out["assumptions"] = Json::array();
    for (const Worth& w : v.each) {
        Json row = assumption_json(q.study.assumptions[w.members.front()]);
        row.update(worth_json(w, v));
        out["assumptions"].push_back(std::move(row));
    }
    out["groups"] = Json::array();
    for (const Worth& w : v.groups) {
        Json row = {{"name", w.name}, {"assumptions", w.members.size()}};
        row.update(worth_json(w, v));
        out["groups"].push_back(std::move(row));
    }
    out["verdict"] = value_verdict(q.study, v);
    return out;
}

}  // namespace forestall::app
