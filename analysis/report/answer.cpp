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

std::string which_tile(const Comparison& c, const Context& context) {
    const OptionFigures& best = c.options[c.pairs.best];
    if (!found(c))
        return tile("Which is best?", "Cannot be told apart",
                    c.pairs.best == c.baseline
                        ? fmt::format("No option is seen to do better than '{}'.", best.name)
                        : fmt::format("'{}' has the best mean, but the difference from '{}' may be luck.", best.name,
                                      c.options[c.baseline].name));
    std::string rest = best.name == title_of(context, best.name) ? "" : title_of(context, best.name) + ". ";
    if (c.pairs.not_told.empty())
        return tile("Which is best?", best.name, rest + "Told apart from every other option.");
    rest += "Not told apart from ";
    for (std::size_t i = 0; i < c.pairs.not_told.size(); ++i)
        rest += fmt::format("{}'{}'", i == 0 ? "" : ", ", c.options[c.pairs.not_told[i]].name);
    return tile("Which is best?", best.name, rest + ".");
}

std::string sure_tile(const Compared& compared) {
    const Comparison& c = compared.comparison;
    const OptionFigures& best = c.options[c.pairs.best];
    std::string text = fmt::format(
        "chance that the mean of '{}' is the best, as far as {} members tell. In single "
        "futures it is the best in {}",
        best.name, c.members, percent_text(best.p_best.value));
    if (c.pairs.best != c.baseline)
        text += fmt::format(" and worse than '{}' in {}", c.options[c.baseline].name, percent_text(best.p_worse.value));
    return tile("How sure?", percent_text(best.p_best_on_average.value), text + ".");
}

std::string cost_tile(const Compared& compared) {
    const Comparison& c = compared.comparison;
    const OptionFigures& best = c.options[c.pairs.best];
    std::string text = fmt::format("mean cost of '{}', prices of {}. ", best.name, compared.wording.price_year);
    if (std::isfinite(best.cost_per_death_averted.value))
        text += fmt::format("A death averted costs {} {}.", money_text(best.cost_per_death_averted),
                            compared.wording.currency);
    else if (c.pairs.best != c.baseline)
        text += "The cost of a death averted is not defined: it is not told from averting none.";
    return tile("What does it cost?", money_text(best.cost.value) + " " + compared.wording.currency, text);
}

}  // namespace

std::string question_text(const Findings& f) {
    if (!f.compared) return fmt::format("What may happen in “{}” if nothing is done?", f.header.title);
    const Comparison& c = f.compared->comparison;
    return fmt::format(
        "Which of {} options does most about {} in “{}”, from {} to {}: how much, how surely, and at "
        "what cost?",
        c.options.size(), f.compared->wording.outcome, f.header.title, f.dates.front(), f.dates.back());
}

std::string answer_html(const Findings& f, const Context& context) {
    std::string out;
    if (!context.conditioned_on.empty())
        out += fmt::format(
            "<p class=\"given\"><b>Taken as given:</b> {} Every figure here holds under that condition "
            "only.</p>",
            escaped(context.conditioned_on));
    if (!f.compared)
        return out +
               "<p>The file holds one option, so nothing is compared. <code>forestall ensemble DIR --options "
               "all</code> runs several under the same luck.</p>";
    const Compared& compared = *f.compared;
    return out + "<div class=\"tiles\">" + which_tile(compared.comparison, context) + sure_tile(compared) +
           cost_tile(compared) + "</div>\n<p class=\"verdict\">" +
           escaped(comparison::verdict(compared.comparison, compared.wording)) + "</p>\n";
}

}  // namespace forestall::report
