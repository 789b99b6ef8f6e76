// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/report/markup.hpp"

namespace forestall::report {
namespace {

using comparison::Comparison;
using comparison::OptionFigures;

std::string tile(std::string_view title, const std::string& big, const std::string& small) {
    return fmt::format("<div class=\"tile\"><h3>{}</h3><p class=\"big\">{}</p><p>{}</p></div>", escaped(title),
                       escaped(big), escaped(small));
}

/// Whether the best option is told from the baseline.
bool found(const Comparison& c) {
    const comparison::Figure& d = c.options[c.pairs.best].difference;
    return c.pairs.best != c.baseline && (c.less_is_better ? d.hi < 0 : d.lo > 0);
}

std::string title_of(const Context& context, const std::string& name) {
    const auto at = context.options.find(name);
    return at == context.options.end() || at->second.title.empty() ? name : at->second.title;
}

/// "doing nothing", or the name of another baseline.
std::string baseline_text(const Comparison& c) {
    const std::string& name = c.options[c.baseline].name;
    return name == "none" ? "doing nothing" : "'" + name + "'";
}

/// "12 fewer", "3 more".
std::string signed_text(double difference) {
    return fmt::format("{} {}", figure_text(std::fabs(difference)), difference < 0 ? "fewer" : "more");
}

std::string range_text(const comparison::Figure& d) {
    if (d.lo < 0 && d.hi > 0) return fmt::format("{} to {}", signed_text(d.lo), signed_text(d.hi));
    const bool fewer = d.value < 0;
    return fmt::format("{} to {} {}", figure_text(fewer ? -d.hi : d.lo), figure_text(fewer ? -d.lo : d.hi),
                       fewer ? "fewer" : "more");
}

bool all_worse(const Comparison& c) {
    for (std::size_t o = 0; o < c.options.size(); ++o) {
        const comparison::Figure& d = c.options[o].difference;
        if (o != c.baseline && !(c.less_is_better ? d.lo > 0 : d.hi < 0)) return false;
    }
    return true;
}

/// The answer in a sentence or two.
std::string headline(const Compared& compared, const Context& context) {
    const Comparison& c = compared.comparison;
    const OptionFigures& best = c.options[c.pairs.best];
    const std::string& outcome = compared.wording.outcome;
    if (found(c)) {
        const std::size_t rivals = c.pairs.not_told.size();
        std::string out =
            fmt::format("<b>{}</b> {}: {} {} than {} on average (95 %: {}).", escaped(title_of(context, best.name)),
                        rivals > 0 ? "has the best mean" : "does best", signed_text(best.difference.value),
                        escaped(outcome), escaped(baseline_text(c)), range_text(best.difference));
        if (rivals > 0)
            out += fmt::format(" <b>{} cannot be told apart from it.</b>",
                               rivals == 1 ? "“" + escaped(c.options[c.pairs.not_told[0]].name) + "”"
                                           : fmt::format("{} other options", rivals));
        return out;
    }
    if (all_worse(c)) return fmt::format("<b>Every option is worse than {}.</b>", escaped(baseline_text(c)));
    const std::string none = fmt::format("<b>No option can be told apart from {} as better</b> by these {} futures.",
                                         escaped(baseline_text(c)), counted(c.members));
    if (c.pairs.best == c.baseline) return none + " None of them has a better mean.";
    return none + fmt::format(" The best guess is “{}”: {} {} on average (95 %: {}).",
                              escaped(title_of(context, best.name)), signed_text(best.difference.value),
                              escaped(outcome), range_text(best.difference));
}

std::string which_tile(const Comparison& c, const Context& context) {
    const OptionFigures& best = c.options[c.pairs.best];
    if (!found(c)) {
        if (all_worse(c))
            return tile("Which is best?", baseline_text(c), "Every option is told apart from it, and worse.");
        return tile("Which is best?", "Cannot be told",
                    c.pairs.best == c.baseline ? fmt::format("No option has a better mean than {}.", baseline_text(c))
                                               : fmt::format("Best guess: '{}'. Its difference from {} may be luck.",
                                                             best.name, baseline_text(c)));
    }
    std::string rest = best.name == title_of(context, best.name) ? "" : title_of(context, best.name) + ". ";
    if (c.pairs.not_told.empty())
        return tile("Which is best?", best.name, rest + "Told apart from every other option.");
    constexpr std::size_t most_listed = 4;
    std::vector<std::string> names;
    for (const std::size_t o : c.pairs.not_told) names.push_back("'" + c.options[o].name + "'");
    rest += names.size() > most_listed ? fmt::format("Not told apart from {} other options", names.size())
                                       : fmt::format("Not told apart from {}", fmt::join(names, ", "));
    return tile("Which is best?", best.name, rest + ".");
}

std::string sure_tile(const Compared& compared) {
    const Comparison& c = compared.comparison;
    const OptionFigures& best = c.options[c.pairs.best];
    const std::string chance = percent_text(best.p_best_on_average.value);
    std::string text;
    if (found(c) || all_worse(c))
        text =
            fmt::format("chance that '{}' has the best mean, as far as {} futures tell", best.name, counted(c.members));
    else
        text = fmt::format("{} futures do not settle whose mean is best", counted(c.members));
    text += fmt::format(". In single futures '{}' is the best in {}", best.name, percent_text(best.p_best.value));
    if (c.pairs.best != c.baseline)
        text += fmt::format(", worse than {} in {}", baseline_text(c), percent_text(best.p_worse.value));
    return tile("How sure?", found(c) || all_worse(c) ? chance : "Not sure", text + ".");
}

std::string cost_tile(const Compared& compared) {
    const Comparison& c = compared.comparison;
    const OptionFigures& best = c.options[c.pairs.best];
    std::string text = fmt::format("mean cost of '{}'{}, prices of {}. ", best.name,
                                   found(c) || all_worse(c) ? "" : ", the best guess", compared.wording.price_year);
    if (c.pairs.best != c.baseline && best.extra_cost.value <= 0)
        text += fmt::format("No more than {}.", baseline_text(c));
    else if (std::isfinite(best.cost_per_death_averted.value))
        text += fmt::format("A death averted costs {} {}.", money_text(best.cost_per_death_averted),
                            compared.wording.currency);
    else if (c.pairs.best != c.baseline)
        text += "A price of a death averted cannot be given: averting none is not ruled out.";
    return tile("What does it cost?", money_text(best.cost.value) + " " + compared.wording.currency, text);
}

/// What happens under the only option, in a sentence.
std::string toll_text(const Findings& f) {
    const auto of = [&](const Fan& fan) {
        const auto& q = fan.quantiles.back();
        if (f.members == 1) return fmt::format("<b>{}</b>", figure_text(q[2]));
        return fmt::format("<b>{}</b> ({} to {} in nine futures of ten)", figure_text(q[2]), figure_text(q[0]),
                           figure_text(q[4]));
    };
    return fmt::format("Under “{}”: {} civilians killed, {} persons displaced at the end.",
                       escaped(f.header.options.front()), of(f.options[0].deaths), of(f.options[0].displaced));
}

}  // namespace

std::string question_text(const Findings& f) {
    if (!f.compared) return fmt::format("What may happen in “{}”?", f.header.title);
    return fmt::format("What does most about {} in “{}”, how surely, and at what cost?", f.compared->wording.outcome,
                       f.header.title);
}

std::string about_text(const Findings& f) {
    return fmt::format("{}{} · {} to {}", f.compared ? fmt::format("{} options · ", f.options.size()) : "",
                       f.members == 1 ? "1 simulated future" : fmt::format("{} simulated futures", counted(f.members)),
                       f.dates.front().substr(0, 7), f.dates.back().substr(0, 7));
}

std::string answer_html(const Findings& f, const Context& context) {
    std::string out;
    if (!context.conditioned_on.empty())
        out += fmt::format(
            "<p class=\"given\"><b>Taken as given:</b> {}{} Every figure here holds under that condition "
            "only.</p>",
            escaped(context.conditioned_on), context.conditioned_on.ends_with('.') ? "" : ".");
    if (!f.compared)
        return fmt::format(
            "<p class=\"headline\">{}</p>\n{}<p>The file holds one option, so nothing is compared. <code>forestall "
            "ensemble DIR "
            "--options all</code> runs several under the same luck.</p>",
            toll_text(f), out);
    const Compared& compared = *f.compared;
    std::string verdict = fmt::format("<p class=\"verdict\">{}</p>\n",
                                      escaped(comparison::verdict(compared.comparison, compared.wording)));
    if (f.options.size() > most_drawn) verdict = folded("The verdict in full", verdict);
    return fmt::format("<p class=\"headline\">{}</p>\n<div class=\"tiles\">{}{}{}</div>\n{}{}",
                       headline(compared, context), which_tile(compared.comparison, context), sure_tile(compared),
                       cost_tile(compared), out, verdict);
}

}  // namespace forestall::report
