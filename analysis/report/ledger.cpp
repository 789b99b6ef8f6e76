// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/ledger.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/report/markup.hpp"

namespace forestall::report {
namespace {

const Assumption& words_of(const Context& context, const std::string& name) {
    static const Assumption none;
    const auto at = context.assumptions.find(name);
    return at == context.assumptions.end() ? none : at->second;
}

/// Whether an option has what a number is about; every option has what is of no intervention, and
/// an option that the scenario does not word may have anything.
bool has(const Findings& f, const Context& context, std::size_t option, const Assumption& words) {
    if (words.intervention.empty()) return true;
    const auto at = context.options.find(f.header.options[option]);
    return at == context.options.end() || at->second.interventions.contains(words.intervention);
}

bool in_file(const Findings& f, const Context& context, const Assumption& words) {
    for (std::size_t o = 0; o < f.header.options.size(); ++o)
        if (has(f, context, o, words)) return true;
    return false;
}

/// Whether a number can have moved what the subject changes against the baseline: costs do so only
/// where there is a budget.
bool can_matter(const Findings& f, const Context& context, const Assumption& words) {
    for (const std::size_t o : {f.compared->subject, f.compared->comparison.baseline}) {
        if (!has(f, context, o, words)) continue;
        if (words.intervention.empty() || words.effect) return true;
        const auto at = context.options.find(f.header.options[o]);
        if (at == context.options.end() || at->second.budgeted) return true;
    }
    return false;
}

std::string drawn_text(const Influence& i) {
    if (i.low == i.high) return figure_text(i.middle);
    return fmt::format("{} ({} to {})", figure_text(i.middle), figure_text(i.low),
                       figure_text(i.high));
}

HtmlTable ledger_table(std::string_view caption) {
    return HtmlTable(caption, {"assumption", "drawn: median (5 to 95 %)",
                               "goes with the difference", "grade", "distribution", "source"});
}

void add(HtmlTable& table, const Influence& i, const Findings& f, const Context& context) {
    const Header& header = f.header;
    const Compared& c = *f.compared;
    const std::string& name = header.parameters[i.parameter].name;
    const Assumption& words = words_of(context, name);
    Markup label{"<code>" + escaped(name) + "</code>"};
    if (!words.meaning.empty())
        label.html += "<br><span class=\"sub\">" + escaped(words.meaning) + "</span>";
    const bool idle = i.low == i.high || !can_matter(f, context, words);
    const bool told = !idle && std::fabs(i.correlation) > c.told_from_chance;
    const std::string& unit = words.unit.empty() ? header.parameters[i.parameter].unit : words.unit;
    table.cell(label).number(drawn_text(i) + (unit.empty() || unit == "1" ? "" : " " + unit));
    const char* const star = told ? " ★" : "";
    table.number(idle ? "–" : fmt::format("{:+.2f}{}", i.correlation, star));
    table.cell(words.grade.empty() ? "–" : words.grade).cell(words.range).cell(words.source);
    table.end_row(told ? "best" : "");
}

std::string about_guesses(const Findings& f, const Context& context) {
    const Guesswork g = guesswork(f, context);
    const Compared& c = *f.compared;
    std::string out;
    if (g.effects > 0)
        out += fmt::format(
            "<p>Of the {} effects that the interventions of these options have, <b>{}</b> rest on "
            "judgement (grade D, of value or link).</p>",
            g.effects, g.guessed_effects == g.effects ? "all" : std::to_string(g.guessed_effects));
    out += fmt::format(
        "<p>“Goes with the difference” is the rank correlation, over members, of what was drawn "
        "with "
        "what <b>{}</b> changes against {}; – where it can affect neither. ",
        escaped(c.comparison.options[c.subject].name),
        escaped(c.comparison.options[c.comparison.baseline].name));
    if (g.standing_out == 0)
        out += fmt::format(
            "With {} members none stands out from chance (|correlation| above {:.2f}): no single "
            "assumption clearly drives the ranking.</p>",
            counted(f.members), c.told_from_chance);
    else
        out += fmt::format(
            "{} stand{} out from chance (★, |correlation| above {:.2f}); grade D has {} of the "
            "weight "
            "(squared correlation) of those that are graded.</p>",
            g.standing_out, g.standing_out == 1 ? "s" : "", c.told_from_chance,
            percent_text(g.guessed_weight));
    return out +
           "<p>Grades: A measured for this quantity; B literature on a similar quantity; C "
           "calibration, or literature scaled down; D judgement; – not graded.</p>";
}

}  // namespace

Guesswork guesswork(const Findings& f, const Context& context) {
    Guesswork out;
    double graded = 0;
    if (!f.compared) return out;
    for (const Influence& i : f.compared->influences) {
        const std::string& name = f.header.parameters[i.parameter].name;
        const Assumption& words = words_of(context, name);
        if (words.effect && !words.link && in_file(f, context, words)) {
            const bool guess = words.grade == "D" || words_of(context, name + ".link").grade == "D";
            ++out.effects;
            out.guessed_effects += guess ? 1 : 0;
        }
        if (std::fabs(i.correlation) <= f.compared->told_from_chance) continue;
        if (!can_matter(f, context, words)) continue;
        ++out.standing_out;
        if (words.grade.empty()) continue;
        graded += i.correlation * i.correlation;
        if (words.grade == "D") out.guessed_weight += i.correlation * i.correlation;
    }
    out.guessed_weight = graded > 0 ? out.guessed_weight / graded : comparison::not_defined;
    return out;
}

std::string ledger_html(const Findings& f, const Context& context) {
    const Compared& c = *f.compared;
    std::array<HtmlTable, 3> tables = {
        ledger_table("Effects and costs of the interventions"),
        ledger_table("Everything else that is uncertain, strongest first"),
        ledger_table("Held at one value")};
    std::array<std::size_t, 3> counts{};
    for (const Influence& i : c.influences) {
        const Assumption& words = words_of(context, f.header.parameters[i.parameter].name);
        if (!in_file(f, context, words)) continue;
        const bool of_intervention = !words.intervention.empty();
        std::size_t which = i.low < i.high ? 1 : 2;
        if (of_intervention) which = 0;
        add(tables[which], i, f, context);
        ++counts[which];
    }
    std::string out = about_guesses(f, context);
    if (counts[0] > 0)
        out += folded_longest(fmt::format("{} effects and costs", counts[0]), tables[0].html());
    if (counts[1] > 0)
        out +=
            folded_longest(fmt::format("{} other uncertain numbers", counts[1]), tables[1].html());
    if (counts[2] > 0)
        out += folded_longest(fmt::format("{} numbers held at one value", counts[2]),
                              tables[2].html());
    return out;
}

}  // namespace forestall::report
