// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/comparison/phrases.hpp"
#include "analysis/comparison/settling.hpp"
#include "analysis/report/exceedance.hpp"
#include "analysis/report/lead_figure.hpp"
#include "analysis/report/ledger.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/sections/parts.hpp"

namespace forestall::report {
namespace {

using namespace comparison;

std::string tile(std::string_view title, const std::string& big, const std::string& small) {
    return fmt::format("<div class=\"tile\"><h3>{}</h3><p class=\"big\">{}</p><p>{}</p></div>",
                       escaped(title), escaped(big), escaped(small));
}

std::string list_tile(std::string_view title, const std::string& big, const std::string& small,
                      const std::vector<std::string>& lines) {
    std::string list;
    for (const std::string& line : lines) list += "<li>" + escaped(line) + "</li>";
    return fmt::format(
        "<div class=\"tile\"><h3>{}</h3><p class=\"big\">{}</p><p>{}</p><ul>{}</ul></div>",
        escaped(title), escaped(big), escaped(small), list);
}

std::string title_of(const Context& context, const std::string& name) {
    const auto at = context.options.find(name);
    return at == context.options.end() || at->second.title.empty() ? name : at->second.title;
}

bool all_worse(const Comparison& c) {
    for (std::size_t o = 0; o < c.options.size(); ++o)
        if (o != c.baseline && lead_clear(c, o) != Clear::worse) return false;
    return true;
}

/// What an option changes, in a clause: "38 % fewer civilian deaths in the typical future than
/// doing nothing (95 %: 31 to 45 % fewer)".
std::string change_clause(const Compared& compared, std::size_t option) {
    const Comparison& c = compared.comparison;
    const OptionFigures& f = c.options[option];
    const Typical& t = f.answers.deaths;
    if (!c.about_deaths)
        return fmt::format("{} {} than {} on average (95 %: {})", signed_text(f.difference.value),
                           compared.wording.outcome, baseline_text(c), range_text(f.difference));
    if (t.clear == Clear::few || t.clear == Clear::none)
        return fmt::format("it {}", lead_text(c, option));
    return fmt::format("{} civilian deaths in the typical future than {} (95 %: {})",
                       factor_text(t.ratio.value, of_people), baseline_text(c),
                       factor_range(t.ratio, of_people));
}

/// The answer in a sentence or two.
std::string headline(const Compared& compared, const Context& context) {
    const Comparison& c = compared.comparison;
    const Lead& lead = compared.lead;
    const std::string best = escaped(title_of(context, c.options[lead.option].name));
    if (lead.found) {
        std::string out = fmt::format("<b>{}</b> {}: {}.", best,
                                      lead.rivals.empty() ? "works best" : "looks best",
                                      escaped(change_clause(compared, lead.option)));
        if (!lead.rivals.empty())
            out += fmt::format(" <b>It is not clearly better than {}.</b>",
                               lead.rivals.size() == 1
                                   ? "“" + escaped(c.options[lead.rivals[0]].name) + "”"
                                   : fmt::format("{} other options", lead.rivals.size()));
        return out;
    }
    if (all_worse(c))
        return fmt::format("<b>Every option is worse than {}.</b>", escaped(baseline_text(c)));
    const std::string none =
        fmt::format("<b>No option is clearly better than {}</b> in these {} futures.",
                    escaped(baseline_text(c)), counted(c.members));
    if (lead.option == c.baseline) return none + " None of them looks better.";
    return none + fmt::format(" What looks best is “{}”: {}.", best,
                              escaped(change_clause(compared, lead.option)));
}

/// "'b', 'c' and 3 others".
std::string names_of(const Comparison& c, const std::vector<std::size_t>& options,
                     std::size_t most) {
    std::vector<std::string> names;
    for (const std::size_t o : options) names.push_back("‘" + c.options[o].name + "’");
    if (names.size() > most) {
        const std::size_t more = names.size() - most;
        names.resize(most);
        return fmt::format("{} and {} other{}", fmt::join(names, ", "), more, more == 1 ? "" : "s");
    }
    if (names.size() == 1) return names[0];
    return fmt::format("{} and {}", fmt::join(names.begin(), names.end() - 1, ", "), names.back());
}

std::string limits(const Figure& f) {
    if (std::isfinite(f.lo) && std::isfinite(f.hi))
        return fmt::format(" ({} to {})", rough(f.lo), rough(f.hi));
    return std::isfinite(f.lo) ? fmt::format(" ({} or more)", rough(f.lo)) : "";
}

std::string outlook_tile(const Comparison& c) {
    const Outlook& o = c.outlook;
    const bool nothing = c.options[c.baseline].name == "none";
    std::vector<std::string> lines;
    if (c.members >= 20)
        lines.push_back(fmt::format("More than {}{} in one future in ten",
                                    rough(o.one_in_ten.value), limits(o.one_in_ten)));
    if (std::isfinite(o.mass_killing.value))
        lines.push_back(fmt::format("Mass killing in {} of futures ({})",
                                    percent_text(o.mass_killing.value),
                                    chance_range(o.mass_killing)));
    lines.push_back(fmt::format("{}{} people away from home at the peak of the middle future",
                                rough(o.middle_displaced.value), limits(o.middle_displaced)));
    return list_tile(nothing ? "If nothing is done" : "Under " + baseline_text(c),
                     fmt::format("{} killed", rough(o.middle_deaths.value)),
                     fmt::format("civilians, in the middle future{}", limits(o.middle_deaths)),
                     lines);
}

std::string which_tile(const Compared& compared, const Context& context) {
    const Comparison& c = compared.comparison;
    const Lead& lead = compared.lead;
    const OptionFigures& best = c.options[lead.option];
    const char* const heading = "What works best?";
    if (!lead.found) {
        if (all_worse(c)) return tile(heading, baseline_text(c), "Every option is clearly worse.");
        return tile(heading, "Inconclusive",
                    lead.option == c.baseline
                        ? fmt::format("No option looks better than {}.", baseline_text(c))
                        : fmt::format("‘{}’ looks best, but its difference from {} may be luck.",
                                      best.name, baseline_text(c)));
    }
    const std::string title =
        best.name == title_of(context, best.name) ? "" : title_of(context, best.name) + ". ";
    if (lead.rivals.empty())
        return tile(heading, best.name,
                    fmt::format("{}{}. Clearly better than every other option.", title,
                                lead_text(c, lead.option)));
    const std::string others = lead.rivals.size() == 1
                                   ? c.options[lead.rivals[0]].name
                                   : fmt::format("{} others", lead.rivals.size());
    return tile(heading, fmt::format("{} or {}", best.name, others),
                fmt::format("{}‘{}’: {}; not clearly better than {}.", title, best.name,
                            lead_text(c, lead.option), names_of(c, lead.rivals, 4)));
}

/// "Mass killing: 14 points lower (5 to 22 points lower), clear", and the other answers.
std::vector<std::string> answer_lines(const Compared& compared, std::size_t option) {
    const Comparison& c = compared.comparison;
    const OptionFigures& f = c.options[option];
    const Answers& a = f.answers;
    std::vector<std::string> out{fmt::format("Fewer deaths in {} of {} futures, more in {}",
                                             counted(a.deaths.less), counted(c.members),
                                             counted(a.deaths.more))};
    if (std::isfinite(a.killing.chance.value))
        out.push_back(fmt::format("Mass killing: {} ({}), {}",
                                  points_text(a.killing.difference.value),
                                  points_range(a.killing.difference), clear_text(a.killing.clear)));
    if (a.displaced.clear == Clear::few || a.displaced.clear == Clear::none)
        out.push_back(fmt::format("Displacement: {}", clear_text(a.displaced.clear)));
    else
        out.push_back(fmt::format(
            "Displacement at the peak: {} ({}), {}", factor_text(a.displaced.ratio.value, of_much),
            factor_range(a.displaced.ratio, of_much), clear_text(a.displaced.clear)));
    if (const std::string more = settle_sentence(a.deaths, c.members, "futures"); !more.empty())
        out.push_back("Deaths of the typical future: " + more);
    const bool clear = !f.few && f.difference.clear_of_zero();
    out.push_back(fmt::format("Mean {}: {} ({}), {}", compared.wording.outcome,
                              signed_text(f.difference.value), range_text(f.difference),
                              clear ? "clear" : "not clear"));
    return out;
}

/// What is settled, as the intervals that the page shows have it: no percentage that sounds surer
/// than they are.
std::string sure_tile(const Compared& compared) {
    const Comparison& c = compared.comparison;
    const Lead& lead = compared.lead;
    const char* const heading = "How sure?";
    if (all_worse(c))
        return tile(
            heading, "Clear",
            fmt::format("{} futures settle it: every option is worse.", counted(c.members)));
    if (lead.option == c.baseline)
        return tile(heading, "Not sure",
                    fmt::format("{} futures do not settle which is best.", counted(c.members)));
    const std::string& name = c.options[lead.option].name;
    const std::vector<std::string> lines = answer_lines(compared, lead.option);
    if (!lead.found) return list_tile(heading, "Not sure", fmt::format("‘{}’:", name), lines);
    return list_tile(
        heading, lead.rivals.empty() ? "Clear" : "In part",
        fmt::format("Settled: ‘{}’ is better than {}.{}", name, baseline_text(c),
                    lead.rivals.empty() ? "" : " Open: whether another is better still."),
        lines);
}

std::string cost_tile(const Compared& compared) {
    const Comparison& c = compared.comparison;
    const Lead& lead = compared.lead;
    const OptionFigures& best = c.options[lead.option];
    std::string text = fmt::format("mean cost of ‘{}’{}, prices of {}. ", best.name,
                                   lead.found || all_worse(c) ? "" : ", which looks best",
                                   compared.wording.price_year);
    if (lead.option != c.baseline && best.extra_cost.value <= 0)
        text += fmt::format("No more than {}.", baseline_text(c));
    else if (std::isfinite(best.cost_per_death_averted.value))
        text += fmt::format("A death averted costs {} {} on average.",
                            money_text(best.cost_per_death_averted), compared.wording.currency);
    else if (lead.option != c.baseline)
        text += "What a death averted costs cannot be said: on average it may avert none.";
    return tile("What does it cost?", money_text(best.cost.value) + " " + compared.wording.currency,
                text);
}

std::string stage_tile(const Compared& compared) {
    if (compared.by_stage.empty()) return "";
    std::string lines;
    for (const std::string& sentence : compared.by_stage) {
        const std::size_t colon = sentence.find(':');
        lines += fmt::format("<li><b>{}</b>{}.</li>", escaped(sentence.substr(0, colon)),
                             escaped(sentence.substr(std::min(colon, sentence.size()))));
    }
    return "<div class=\"tile\"><h3>Which single intervention, begun at which stage?</h3><ul>" +
           lines + "</ul></div>";
}

/// What the figures do not know, in figures where there are any.
std::string unknown_tile(const Findings& f, const Context& context) {
    const Comparison& c = f.compared->comparison;
    std::size_t open = 0, few = 0;
    for (std::size_t o = 0; o < c.options.size(); ++o) {
        if (o == c.baseline) continue;
        const Clear clear = lead_clear(c, o);
        open += clear == Clear::open ? 1 : 0;
        few += clear == Clear::few || clear == Clear::none ? 1 : 0;
    }
    std::string text;
    if (open > 0)
        text += fmt::format("{} of {} options may be no better or worse than {}. ", open,
                            c.options.size() - 1, baseline_text(c));
    if (few > 0) text += fmt::format("{} change too few of these futures to say. ", few);
    const Guesswork g = guesswork(f, context);
    if (g.effects > 0)
        text += fmt::format("{} of {} effects of interventions rest on judgement. ",
                            g.guessed_effects, g.effects);
    text += "What the model leaves out is in no interval.";
    const std::string big =
        open + few == 0 ? "What the model leaves out"
                        : fmt::format("{} of {} not clear", open + few, c.options.size() - 1);
    return tile("What is not known?", big, text);
}

/// What happens under the only option, in a sentence.
std::string toll_text(const Findings& f) {
    const auto of = [&](const Fan& fan) {
        const auto& q = fan.quantiles.back();
        if (f.members == 1) return fmt::format("<b>{}</b>", figure_text(q[2]));
        return fmt::format("<b>{}</b> ({} to {} in nine of ten futures)", figure_text(q[2]),
                           figure_text(q[0]), figure_text(q[4]));
    };
    return fmt::format("Under “{}”: {} civilians killed, {} persons displaced at the end.",
                       escaped(f.header.options.front()), of(f.options[0].deaths),
                       of(f.options[0].displaced));
}

}  // namespace

std::string question_text(const Findings& f) {
    if (!f.compared) return fmt::format("What may happen in “{}”?", f.header.title);
    return fmt::format("What {} {} most in “{}”, how surely, and at what cost?",
                       f.compared->comparison.less_is_better ? "reduces" : "raises",
                       f.compared->wording.outcome, f.header.title);
}

std::string about_text(const Findings& f) {
    return fmt::format("{}{} · {} to {}",
                       f.compared ? fmt::format("{} options · ", f.options.size()) : "",
                       f.members == 1 ? "1 simulated future"
                                      : fmt::format("{} simulated futures", counted(f.members)),
                       f.dates.front().substr(0, 7), f.dates.back().substr(0, 7));
}

std::string answer_html(const Findings& f, const Context& context) {
    std::string given;
    if (!context.conditioned_on.empty())
        given = fmt::format(
            "<p class=\"given\"><b>Taken as given:</b> {}{} Every figure here holds only under "
            "that condition.</p>",
            escaped(context.conditioned_on), context.conditioned_on.ends_with('.') ? "" : ".");
    if (!f.compared)
        return fmt::format(
            "<p class=\"headline\">{}</p>\n{}<p>The file holds one option, so nothing is compared. "
            "<code>forestall "
            "ensemble DIR "
            "--options all</code> runs several under the same luck.</p>",
            toll_text(f), given);
    const Compared& compared = *f.compared;
    std::string verdict =
        fmt::format("<p class=\"verdict\">{}</p>\n",
                    escaped(comparison::verdict(compared.comparison, compared.wording)));
    const std::string tiles = outlook_tile(compared.comparison) + which_tile(compared, context) +
                              sure_tile(compared) + cost_tile(compared) + stage_tile(compared) +
                              unknown_tile(f, context);
    return fmt::format("<p class=\"headline\">{}</p>\n<div class=\"tiles\">{}</div>\n{}{}{}",
                       headline(compared, context), tiles, given, exceedance_html(f),
                       folded_longest("The verdict in full", verdict));
}

}  // namespace forestall::report
