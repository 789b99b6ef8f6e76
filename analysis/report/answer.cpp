// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/comparison/phrases.hpp"
#include "analysis/report/markup.hpp"

namespace forestall::report {
namespace {

using comparison::Comparison;
using comparison::OptionFigures, comparison::range_text, comparison::signed_text;

std::string tile(std::string_view title, const std::string& big, const std::string& small) {
    return fmt::format("<div class=\"tile\"><h3>{}</h3><p class=\"big\">{}</p><p>{}</p></div>",
                       escaped(title), escaped(big), escaped(small));
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
        std::string out = fmt::format("<b>{}</b> {}: {} {} than {} on average (95 %: {}).",
                                      escaped(title_of(context, best.name)),
                                      rivals > 0 ? "has the best mean" : "does best",
                                      signed_text(best.difference.value), escaped(outcome),
                                      escaped(baseline_text(c)), range_text(best.difference));
        if (rivals > 0)
            out +=
                fmt::format(" <b>It may not be the best: it is not clearly better than {}.</b>",
                            rivals == 1 ? "“" + escaped(c.options[c.pairs.not_told[0]].name) + "”"
                                        : fmt::format("{} other options", rivals));
        return out;
    }
    if (all_worse(c))
        return fmt::format("<b>Every option is worse than {}.</b>", escaped(baseline_text(c)));
    const std::string none =
        fmt::format("<b>No option is clearly better than {}</b> in these {} futures.",
                    escaped(baseline_text(c)), counted(c.members));
    if (c.pairs.best == c.baseline) return none + " None of them has a better mean.";
    return none + fmt::format(" The best mean is that of “{}”: {} {} on average (95 %: {}).",
                              escaped(title_of(context, best.name)),
                              signed_text(best.difference.value), escaped(outcome),
                              range_text(best.difference));
}

/// "'b', 'c' and 3 others".
std::string names_of(const Comparison& c, const std::vector<std::size_t>& options,
                     std::size_t most) {
    std::vector<std::string> names;
    for (const std::size_t o : options) names.push_back("'" + c.options[o].name + "'");
    if (names.size() > most) {
        const std::size_t more = names.size() - most;
        names.resize(most);
        return fmt::format("{} and {} other{}", fmt::join(names, ", "), more, more == 1 ? "" : "s");
    }
    if (names.size() == 1) return names[0];
    return fmt::format("{} and {}", fmt::join(names.begin(), names.end() - 1, ", "), names.back());
}

std::string which_tile(const Comparison& c, const Context& context) {
    const OptionFigures& best = c.options[c.pairs.best];
    if (!found(c)) {
        if (all_worse(c))
            return tile("Which is best?", baseline_text(c), "Every other option is clearly worse.");
        return tile(
            "Which is best?", "Inconclusive",
            c.pairs.best == c.baseline
                ? fmt::format("No option has a better mean than {}.", baseline_text(c))
                : fmt::format("'{}' has the best mean, but its difference from {} may be luck.",
                              best.name, baseline_text(c)));
    }
    const std::string title =
        best.name == title_of(context, best.name) ? "" : title_of(context, best.name) + ". ";
    const std::vector<std::size_t>& rivals = c.pairs.not_told;
    if (rivals.empty())
        return tile("Which is best?", best.name, title + "Clearly better than every other option.");
    const std::string others =
        rivals.size() == 1 ? c.options[rivals[0]].name : fmt::format("{} others", rivals.size());
    return tile("Which is best?", fmt::format("{} or {}", best.name, others),
                fmt::format("{}'{}' has the best mean, but is not clearly better than {}.", title,
                            best.name, names_of(c, rivals, 4)));
}

/// "in 40 % of the futures": a share of what was run, so that all and none are said as they are.
std::string in_futures(double share, std::size_t members) {
    if (share >= 1) return fmt::format("in all {}", counted(members));
    if (share <= 0) return "in none";
    return "in " + percent_text(share);
}

/// How often it is the best and worse than the baseline, future by future, which says nothing of
/// the mean.
std::string singly(const Comparison& c) {
    const OptionFigures& best = c.options[c.pairs.best];
    std::string out = fmt::format("Taking futures one by one, '{}' is best {}", best.name,
                                  in_futures(best.p_best.value, c.members));
    if (c.pairs.best != c.baseline)
        out += fmt::format(", worse than {} {}", baseline_text(c),
                           in_futures(best.p_worse.value, c.members));
    return out + ".";
}

/// What is settled, as the intervals that the page shows have it: no percentage that sounds surer
/// than they are.
std::string sure_tile(const Compared& compared) {
    const Comparison& c = compared.comparison;
    const OptionFigures& best = c.options[c.pairs.best];
    const std::string futures = counted(c.members) + " futures";
    if (!found(c) && !all_worse(c))
        return tile("How sure?", "Not sure",
                    fmt::format("{} do not settle which mean is best. {}", futures, singly(c)));
    if (!all_worse(c) && !c.pairs.not_told.empty())
        return tile(
            "How sure?", "In part",
            fmt::format(
                "Settled: '{}' is better than {}. Open: whether another is better still. {}",
                best.name, baseline_text(c), singly(c)));
    return tile("How sure?", chance_text(best.p_best_on_average.value),
                fmt::format("chance that '{}' has the best mean, as far as {} show. {}", best.name,
                            futures, singly(c)));
}

std::string cost_tile(const Compared& compared) {
    const Comparison& c = compared.comparison;
    const OptionFigures& best = c.options[c.pairs.best];
    std::string text = fmt::format("mean cost of '{}'{}, prices of {}. ", best.name,
                                   found(c) || all_worse(c) ? "" : ", which has the best mean",
                                   compared.wording.price_year);
    if (c.pairs.best != c.baseline && best.extra_cost.value <= 0)
        text += fmt::format("No more than {}.", baseline_text(c));
    else if (std::isfinite(best.cost_per_death_averted.value))
        text += fmt::format("A death averted costs {} {}.", money_text(best.cost_per_death_averted),
                            compared.wording.currency);
    else if (c.pairs.best != c.baseline)
        text += "No cost per death averted can be given: it is not ruled out that none is averted.";
    return tile("What does it cost?", money_text(best.cost.value) + " " + compared.wording.currency,
                text);
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
    std::string out;
    if (!context.conditioned_on.empty())
        out += fmt::format(
            "<p class=\"given\"><b>Taken as given:</b> {}{} Every figure here holds only under "
            "that condition.</p>",
            escaped(context.conditioned_on), context.conditioned_on.ends_with('.') ? "" : ".");
    if (!f.compared)
        return fmt::format(
            "<p class=\"headline\">{}</p>\n{}<p>The file holds one option, so nothing is compared. "
            "<code>forestall "
            "ensemble DIR "
            "--options all</code> runs several under the same luck.</p>",
            toll_text(f), out);
    const Compared& compared = *f.compared;
    std::string verdict =
        fmt::format("<p class=\"verdict\">{}</p>\n",
                    escaped(comparison::verdict(compared.comparison, compared.wording)));
    if (f.options.size() > most_drawn) verdict = folded("The verdict in full", verdict);
    verdict +=
        "<p class=\"sub\">Intervals of differences hold for all options together: in 19 of 20 such "
        "files all of them are right at once. A difference has the same interval in every "
        "sentence, drawing and table here.</p>\n";
    return fmt::format("<p class=\"headline\">{}</p>\n<div class=\"tiles\">{}{}{}</div>\n{}{}",
                       headline(compared, context), which_tile(compared.comparison, context),
                       sure_tile(compared), cost_tile(compared), out, verdict);
}

}  // namespace forestall::report
