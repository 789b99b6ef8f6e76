// SPDX-License-Identifier: Apache-2.0
// Which identity groups gain and lose by each option.
#include <fmt/format.h>

#include <cmath>

#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"

namespace forestall::report {
namespace {

using comparison::Comparison;
using comparison::Figure;
using comparison::OptionFigures;

/// What an interval says, in a word and a sign: never by colour alone.
std::string who(const Figure& f) {
    if (!std::isfinite(f.value)) return "–";
    if (f.lo > 0) return "▲ loses";
    return f.hi < 0 ? "▼ gains" : "· inconclusive";
}

std::string groups_table(const Compared& compared) {
    const Comparison& c = compared.comparison;
    HtmlTable table(
        "Difference from the baseline by identity group; intervals of one outcome hold together "
        "over all "
        "options and groups",
        {"option", "group", "deaths (95 %)", "deaths: who", "displaced at the end (95 %)",
         "displaced: who"});
    bool any = false;
    for (std::size_t o = 0; o < c.options.size(); ++o) {
        if (o == c.baseline) continue;
        for (const comparison::GroupHarm& g : c.options[o].harm) {
            any = true;
            table.cell(c.options[o].name)
                .cell(g.group)
                .number(interval_text(g.deaths))
                .cell(who(g.deaths));
            table.number(interval_text(g.displaced)).cell(who(g.displaced));
            table.end_row(g.deaths.lo > 0 || g.displaced.lo > 0 ? "loses" : "");
        }
    }
    return any ? table.html() : "<p>The file has no figures by identity group.</p>";
}

/// Who is told to gain or lose, in words.
std::string groups_text(const Compared& compared) {
    const Comparison& c = compared.comparison;
    std::string lose, gain;
    std::size_t more = 0, fewer = 0;
    for (const OptionFigures& f : c.options)
        for (const comparison::GroupHarm& g : f.harm) {
            const std::string item =
                fmt::format("<li><b>{}</b> under {}: {} deaths</li>", escaped(g.group),
                            escaped(f.name), escaped(interval_text(g.deaths)));
            if (g.deaths.lo > 0) lose += item;
            if (g.deaths.hi < 0) gain += item;
            more += g.displaced.lo > 0 ? 1 : 0;
            fewer += g.displaced.hi < 0 ? 1 : 0;
        }
    std::string out;
    if (!lose.empty())
        out += "<p>These groups lose more lives than under the baseline:</p><ul>" + lose + "</ul>";
    if (!gain.empty()) out += "<p>These groups lose fewer lives:</p><ul>" + gain + "</ul>";
    if (out.empty()) out = "<p>No group clearly loses more or fewer lives under any option.</p>";
    if (more + fewer == 0) return out + "<p>Nor is any clearly displaced more or less.</p>";
    return out + fmt::format(
                     "<p>In {} pairs of option and group more people are displaced, in {} fewer; "
                     "the table says which.</p>",
                     more, fewer);
}

}  // namespace

std::string groups_section(const Compared& compared) {
    if (compared.comparison.options.back().harm.empty())
        return section("groups", "Who gains and who loses", groups_table(compared));
    const bool many = compared.comparison.options.size() > most_drawn;
    const std::string title = "By option and group, as a table", table = groups_table(compared);
    return section(
        "groups", "Who gains and who loses",
        groups_text(compared) + (many ? folded_longest(title, table) : folded(title, table)));
}

extern const Section section_groups;
const Section section_groups{60, [](const Findings& f, const Context&) {
                                 return f.compared ? groups_section(*f.compared) : std::string();
                             }};

}  // namespace forestall::report
