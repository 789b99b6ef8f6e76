// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/lead_figure.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/comparison/phrases.hpp"
#include "analysis/report/markup.hpp"

namespace forestall::report {
namespace {

using comparison::Clear, comparison::Comparison, comparison::Figure, comparison::OptionFigures;

}  // namespace

Figure lead_figure(const Comparison& c, std::size_t option) {
    const OptionFigures& f = c.options[option];
    if (!c.about_deaths) return f.difference;
    const Figure& r = f.answers.deaths.ratio;
    return {100 * (r.value - 1), 100 * (r.lo - 1), 100 * (r.hi - 1), 100 * r.error};
}

Clear lead_clear(const Comparison& c, std::size_t option) {
    const OptionFigures& f = c.options[option];
    if (c.about_deaths) return f.answers.deaths.clear;
    if (f.members_changed == 0) return Clear::none;
    if (f.few) return Clear::few;
    const bool lower = f.difference.hi<0, higher = f.difference.lo> 0;
    if (lower == higher) return Clear::open;
    return lower == c.less_is_better ? Clear::better : Clear::worse;
}

std::string lead_text(const Comparison& c, std::size_t option) {
    const OptionFigures& f = c.options[option];
    const Clear clear = lead_clear(c, option);
    if (clear == Clear::none) return "no change seen";
    if (clear == Clear::few)
        return fmt::format(
            "changes {} of {} futures, {} of all at most",
            c.about_deaths ? f.answers.deaths.less + f.answers.deaths.more : f.members_changed,
            counted(c.members),
            comparison::chance_words(c.about_deaths ? f.answers.deaths.changed.hi : f.changed.hi));
    if (!c.about_deaths) return interval_text(f.difference);
    const Figure& ratio = f.answers.deaths.ratio;
    return fmt::format("{} ({})", comparison::factor_text(ratio.value, comparison::of_people),
                       comparison::factor_range(ratio, comparison::of_people));
}

std::string lead_axis(const Compared& compared) {
    const Comparison& c = compared.comparison;
    return c.about_deaths ? fmt::format("civilian deaths in the typical future, % against {}",
                                        baseline_text(c))
                          : fmt::format("difference in {} from {}", compared.wording.outcome,
                                        baseline_text(c));
}

std::string clear_options_text(const Compared& compared) {
    const Comparison& c = compared.comparison;
    std::vector<std::string> better;
    std::size_t worse = 0;
    for (const std::size_t o : comparison::ranked(c)) {
        const Clear clear = lead_clear(c, o);
        if (clear == Clear::better) better.push_back("‘" + c.options[o].name + "’");
        worse += clear == Clear::worse ? 1 : 0;
    }
    const std::size_t all = c.options.size() - 1;
    std::string out;
    if (better.empty())
        out = fmt::format("None of {} options is clearly better than {}", all, baseline_text(c));
    else
        out = fmt::format("{} of {} option{} {} clearly better than {}, {}{}", better.size(), all,
                          all == 1 ? "" : "s", better.size() == 1 ? "is" : "are", baseline_text(c),
                          better.front(), better.size() > 1 ? " most of all" : "");
    return out + (worse > 0 ? fmt::format("; {} clearly worse", worse) : "");
}

std::string baseline_text(const Comparison& c) {
    const std::string& name = c.options[c.baseline].name;
    return name == "none" ? "doing nothing" : "‘" + name + "’";
}

std::string clear_mark(Clear clear) {
    if (clear == Clear::better) return "✓ ";
    return clear == Clear::worse ? "✗ " : "";
}

}  // namespace forestall::report
