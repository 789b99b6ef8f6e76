// SPDX-License-Identifier: Apache-2.0
// Which single plausible change of an assumption changes the advice, and what of that is noise.
#include <fmt/format.h>

#include <algorithm>

#include "analysis/assumptions/words.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/sections/parts.hpp"

namespace forestall::report {
namespace {

using assumptions::Flip;
using assumptions::Study;

constexpr std::size_t most_rows = 6;

/// All that are told, or the nearest plausible ones that are not.
std::vector<const Flip*> listed(const assumptions::Flips& flips, bool told) {
    std::vector<const Flip*> out;
    for (const Flip& f : flips.each)
        if (f.plausible && f.told == told && (told || out.size() < most_rows)) out.push_back(&f);
    return out;
}

Markup place(const assumptions::Assumption& a, const Flip& f) {
    return {fmt::format("<span>{}<br><span class=\"sub\">{}</span></span>",
                        escaped(assumptions::place_text(a, f)),
                        escaped(assumptions::range_text(a, f)))};
}

/// What it comes to before any figure.
std::string headline(const Questioned& q) {
    const Study& s = q.study;
    if (assumptions::told_count(q.flips) > 0) {
        const Flip& f = q.flips.each.front();
        const auto& a = s.assumptions[f.numbers.front()];
        return fmt::format("A plausible change of one assumption would make '{}' better: {} at {}.",
                           s.options[f.to], label_of(a), assumptions::place_text(a, f));
    }
    if (assumptions::plausible_count(q.flips) > 0)
        return fmt::format(
            "Inconclusive: in {} futures no single assumption clearly changes the advice.",
            counted(s.members()));
    return q.flips.pairs.empty() ? "No plausible change of assumptions changes the advice."
                                 : "No single plausible change of an assumption changes the "
                                   "advice; two together might.";
}

/// The advice, and whether it was clear to begin with.
std::string advice_html(const Findings& f) {
    const Study& s = f.questioned->study;
    std::string out = fmt::format("The advice is '{}', whose mean is best", s.options[s.best]);
    const auto& pairs = f.compared->comparison.pairs;
    if (pairs.best == s.best && !pairs.not_told.empty())
        out += fmt::format("; even so, it is not clearly better than {} other option{}",
                           pairs.not_told.size(), pairs.not_told.size() == 1 ? "" : "s");
    return escaped(out) + ". ";
}

std::string table_of(const Questioned& q, const std::vector<const Flip*>& rows,
                     std::string_view caption) {
    const Study& s = q.study;
    HtmlTable table(caption, {"assumption", "advice changes at", "distance", "then best",
                              fmt::format("{} it averts against '{}' (95 %)",
                                          assumptions::harm_text(s), s.options[s.best]),
                              "grade: source"});
    table.cards();
    for (const Flip* f : rows) {
        const assumptions::Assumption& a = s.assumptions[f->numbers.front()];
        table.cell(assumption_cell(a)).cell(place(a, *f));
        table.number(fmt::format("{:.2f}", f->distance)).cell(s.options[f->to]);
        table.number(interval_text(f->lead) + (f->told ? " ★" : "")).cell(graded_source(a));
        table.end_row(f->told ? "best" : "noise");
    }
    return table.html();
}

std::string how_to_read(const Questioned& q) {
    return fmt::format(
        "<p class=\"sub\">Plausible: between the 5 and the 95&nbsp;% point of the distribution "
        "that the scenario gives. Distance: how far the change is from the median, in standard "
        "deviations of a bell curve; 1.64 is the edge of what is plausible. Averts: with the "
        "number at the edge beyond the change; the intervals hold for all numbers and options "
        "together ({} resamples), and one that includes 0 is inconclusive. Costs are left out: "
        "<code>forestall flip {} --worth USD</code> counts them.</p>\n",
        q.resamples, escaped(q.arguments));
}

/// What is told as it is; what is not, folded, and on paper only if unfolded.
std::string tables_of(const Questioned& q) {
    const auto told = listed(q.flips, true), noise = listed(q.flips, false);
    if (told.empty() && noise.empty()) return "";
    std::string out;
    if (!told.empty())
        out = table_of(q, told,
                       "Changes of a single assumption that clearly make another option best (★)");
    if (!noise.empty()) {
        const std::size_t more = assumptions::plausible_count(q.flips) - told.size() - noise.size();
        std::string table = table_of(q, noise, "The nearest by best estimate; none is clear");
        if (more > 0)
            table += fmt::format("<p class=\"sub\">{} more by best estimate.</p>\n", more);
        out += folded_longest(
            fmt::format("{} that seem to change it, by best estimate: inconclusive in {} futures",
                        counted(noise.size() + more), counted(q.study.members())),
            table + (told.empty() ? how_to_read(q) : ""));
    }
    return out + (told.empty() ? "" : how_to_read(q)) +
           fmt::format(
               "<p>New runs with the first of them: <code>forestall flip {} --confirm "
               "400</code></p>\n",
               escaped(q.arguments));
}

std::string guesses_html(const Questioned& q) {
    const Study& s = q.study;
    if (s.effects.empty() || s.effects[s.best].all == 0) return "";
    const auto& [all, guessed] = s.effects[s.best];
    std::string out =
        "<p>" + escaped(assumptions::guesses_text(s.options[s.best], s.effects[s.best]));
    if (guessed > 0)
        out += fmt::format(
            " {}: <code>forestall flip {} --confirm 400 --without-guesses</code></p>\n",
            guessed == all
                ? "Without them nothing is left of it; to learn what is best then, make new runs"
                : "To learn whether the advice stands without guesses, make new runs",
            escaped(q.arguments));
    else
        out += "</p>\n";
    return out;
}

}  // namespace

std::string flips_section(const Findings& findings) {
    const Questioned& q = *findings.questioned;
    std::string out = fmt::format("<p class=\"headline\">{}</p>\n<p class=\"verdict\">{}{}</p>\n",
                                  escaped(headline(q)), advice_html(findings),
                                  escaped(assumptions::flip_verdict(q.study, q.flips)));
    return section("changes", "What would change the advice",
                   by_means_html(findings) + out + tables_of(q) + guesses_html(q));
}

extern const Section section_flips;
const Section section_flips{110, [](const Findings& f, const Context&) {
                                return f.questioned ? flips_section(f) : std::string();
                            }};

}  // namespace forestall::report
