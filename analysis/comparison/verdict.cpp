// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/verdict.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/comparison/family.hpp"
#include "analysis/comparison/phrases.hpp"
#include "analysis/comparison/settling.hpp"
#include "analysis/digits.hpp"

namespace forestall::comparison {
namespace {

/// More names than this are counted, not listed.
constexpr std::size_t most_listed = 12;

/// "in 40 % of the members": a share of what was run, so that all and none are said as they are.
std::string in_members(double share, std::size_t members) {
    if (share >= 1) return fmt::format("in all {} members", members);
    if (share <= 0) return fmt::format("in none of the {} members", members);
    return fmt::format("in {} of the members", chance_words(share));
}

std::string quoted(const std::string& name) { return "'" + name + "'"; }

std::string listed(const std::vector<std::string>& names) {
    if (names.size() < 2) return names.empty() ? "" : names.front();
    return fmt::format("{} and {}", fmt::join(names.begin(), names.end() - 1, ", "), names.back());
}

std::string interval(const Figure& f) {
    return fmt::format("{} to {}", readable(f.lo), readable(f.hi));
}

/// " (80 to 160)", nothing where there are too few members for limits.
std::string bracketed(const Figure& f) {
    return std::isfinite(f.lo) && std::isfinite(f.hi)
               ? fmt::format(" ({} to {})", rough(f.lo), rough(f.hi))
               : "";
}

/// By how much, against the baseline: "120 fewer civilian deaths on average (95 % interval 80 to
/// 160 fewer)".
std::string by_how_much(const Figure& d, const Wording& wording) {
    return fmt::format("{} {} on average (95 % interval {})", signed_text(d.value), wording.outcome,
                       range_text(d));
}

std::string cost_sentence(const OptionFigures& f, const Wording& w) {
    std::string out =
        fmt::format("It costs {} {} (prices of {}, discounted at {:.3g} % a year)",
                    readable(f.cost.value), w.currency, w.price_year, 100 * w.discount);
    const Figure& per_death = f.cost_per_death_averted;
    if (std::isnan(per_death.value)) return out + "; a cost per death averted is not defined. ";
    if (f.extra_cost.value <= 0) return out + ", no more than doing without it. ";
    return out + fmt::format(", or {} a death averted ({}). ", readable(per_death.value),
                             interval(per_death));
}

/// Fewer members than this have no future in ten that is exceeded.
constexpr std::size_t fewest_for_one_in_ten = 20;

bool worse(const Figure& d, bool less_is_better) { return less_is_better ? d.lo > 0 : d.hi < 0; }

std::string rivals_text(const Comparison& c, const Lead& lead) {
    if (lead.rivals.empty())
        return c.options.size() > 2 ? "It is clearly better than every other option. " : "";
    std::vector<std::string> names;
    for (const std::size_t o : lead.rivals) names.push_back(quoted(c.options[o].name));
    return fmt::format("It is not clearly better than {}, so it may not be the best. ",
                       names.size() > most_listed
                           ? fmt::format("{} of the other options", names.size())
                           : listed(names));
}

std::string about_best(const Comparison& c, const Lead& lead, const Wording& w) {
    const OptionFigures& best = c.options[lead.option];
    return fmt::format("{} {}: {} than {}. ", quoted(best.name),
                       lead.rivals.empty() ? "is best" : "has the best mean",
                       by_how_much(best.difference, w), quoted(c.options[c.baseline].name)) +
           rivals_text(c, lead) +
           fmt::format("It does best {}. ", in_members(best.p_best.value, c.members)) +
           cost_sentence(best, w);
}

std::string about_outlook(const Comparison& c) {
    const Outlook& o = c.outlook;
    const std::string& name = c.options[c.baseline].name;
    std::string out = fmt::format("{}: {} civilians killed in the middle future{}",
                                  name == "none" ? "If nothing is done" : "Under " + quoted(name),
                                  rough(o.middle_deaths.value), bracketed(o.middle_deaths));
    if (c.members >= fewest_for_one_in_ten)
        out += fmt::format(", more than {} in one of ten", rough(o.one_in_ten.value));
    if (std::isfinite(o.mass_killing.value))
        out += fmt::format(", mass killing in {} ({})", chance_words(o.mass_killing.value),
                           chance_range(o.mass_killing));
    return out + ". ";
}

std::string typical_sentence(const OptionFigures& f, const Comparison& c) {
    const Typical& t = f.answers.deaths;
    std::string counts =
        fmt::format("fewer in {} of {} members and more in {}", t.less,
                    analysis::thousands(static_cast<std::int64_t>(c.members)), t.more);
    if (t.clear == Clear::few || t.clear == Clear::none) return counts;
    return fmt::format("{} civilian deaths in the typical future than {} (95 % interval {}), {}",
                       factor_text(t.ratio.value, of_people), quoted(c.options[c.baseline].name),
                       factor_range(t.ratio, of_people), counts);
}

/// Catastrophe, displacement and the mean, each clear or not.
std::string other_answers(const OptionFigures& f, const Wording& w) {
    std::string out;
    const Catastrophe& k = f.answers.killing;
    if (std::isfinite(k.chance.value))
        out += fmt::format("Mass killing: {} ({}), {}. ", points_text(k.difference.value),
                           points_range(k.difference), clear_text(k.clear));
    const Typical& d = f.answers.displaced;
    if (d.clear == Clear::few || d.clear == Clear::none)
        out += fmt::format("Displacement at the peak: {}. ", clear_text(d.clear));
    else
        out += fmt::format("Displacement at the peak: {} ({}), {}. ",
                           factor_text(d.ratio.value, of_much), factor_range(d.ratio, of_much),
                           clear_text(d.clear));
    const bool clear = !f.few && f.difference.clear_of_zero();
    return out + fmt::format("Mean over all members: {}, {}. ", by_how_much(f.difference, w),
                             clear ? "clear" : "not clear");
}

std::string about_typical(const Comparison& c, const Lead& lead, const Wording& w) {
    const OptionFigures& best = c.options[lead.option];
    if (!lead.found) {
        std::size_t worse_ones = 0;
        for (const OptionFigures& f : c.options)
            worse_ones += f.answers.deaths.clear == Clear::worse ? 1 : 0;
        if (worse_ones + 1 == c.options.size())
            return fmt::format("{} is best: every other option is clearly worse. ",
                               quoted(c.options[c.baseline].name));
        std::string out = fmt::format(
            "No option clearly changes civilian deaths in the typical future for the better: the "
            "results are inconclusive for {} of {}. ",
            c.options.size() - 1 - worse_ones, c.options.size() - 1);
        if (lead.option == c.baseline) return out;
        const std::string more = settle_sentence(best.answers.deaths, c.members);
        return out + fmt::format("What looks best is {}: {}{}{}. ", quoted(best.name),
                                 typical_sentence(best, c), more.empty() ? "" : "; ", more);
    }
    std::string out =
        fmt::format("{} works best: {}. ", quoted(best.name), typical_sentence(best, c)) +
        rivals_text(c, lead) + other_answers(best, w) + cost_sentence(best, w);
    std::vector<std::string> others;
    for (const std::size_t o : ranked(c))
        if (o != lead.option && c.options[o].answers.deaths.clear == Clear::better)
            others.push_back(quoted(c.options[o].name));
    if (others.empty()) return out;
    return out + fmt::format("Also clearly better than {}: {}. ",
                             quoted(c.options[c.baseline].name),
                             others.size() > most_listed ? fmt::format("{} more", others.size())
                                                         : listed(others));
}

std::string about_none(const Comparison& c, const Wording& w) {
    const OptionFigures& baseline = c.options[c.baseline];
    std::vector<std::string> open;
    for (std::size_t o = 0; o < c.options.size(); ++o)
        if (o != c.baseline && !worse(c.options[o].difference, c.less_is_better))
            open.push_back(quoted(c.options[o].name));
    if (open.empty())
        return fmt::format("{} is best: every other option is clearly worse. ",
                           quoted(baseline.name));
    std::string out =
        fmt::format("No option is clearly better than {}: the results are inconclusive for {}. ",
                    quoted(baseline.name),
                    open.size() > most_listed
                        ? fmt::format("{} of {} options", open.size(), c.options.size() - 1)
                        : listed(open));
    if (c.pairs.best == c.baseline) return out;
    const OptionFigures& best = c.options[c.pairs.best];
    return out + fmt::format("The best mean is that of {}: {}; more members may settle it. ",
                             quoted(best.name), by_how_much(best.difference, w));
}

std::string about_harm(const Comparison& c, const Wording& w) {
    std::string out;
    for (std::size_t o = 0; o < c.options.size(); ++o) {
        const OptionFigures& f = c.options[o];
        if (o == c.baseline) continue;
        if (c.about_deaths && f.answers.deaths.clear == Clear::worse)
            out += fmt::format("{} is worse: {}. ", quoted(f.name), typical_sentence(f, c));
        else if (!f.few && worse(f.difference, c.less_is_better))
            out += fmt::format("{} is worse than {}: {}. ", quoted(f.name),
                               quoted(c.options[c.baseline].name), by_how_much(f.difference, w));
        for (const GroupHarm& g : f.harm)
            if (g.deaths.lo > 0)
                out += fmt::format("{} costs lives among {}: {} more deaths on average ({}). ",
                                   quoted(f.name), g.group, readable(g.deaths.value),
                                   interval(g.deaths));
    }
    return out;
}

/// What stands outside the intervals, with the bound of how many worlds it can change.
std::string about_few(const Comparison& c) {
    std::vector<std::string> names;
    std::string out;
    for (std::size_t o = 0; o < c.options.size(); ++o) {
        const OptionFigures& f = c.options[o];
        if (o == c.baseline || !f.few) continue;
        const std::string bound = chance_words(f.changed.hi);
        if (f.members_changed == 0)
            out += fmt::format(
                "{} does not change the outcome in any member{}; a change in up to {} of worlds "
                "could go unseen. ",
                quoted(f.name), f.cost.value == 0 ? ": it never began" : "", bound);
        else
            names.push_back(fmt::format("{} (in {}, {} of worlds at most)", quoted(f.name),
                                        f.members_changed, bound));
    }
    const auto few = static_cast<std::size_t>(
        std::count_if(c.options.begin(), c.options.end(),
                      [&](const auto& f) { return &f != &c.options[c.baseline] && f.few; }));
    if (few > most_listed)
        return fmt::format(
            "{} options change the outcome in fewer than {} of {} members: too few for an "
            "interval. ",
            few, few_members, c.members);
    if (names.empty()) return out;
    if (c.members < few_members)
        return out + fmt::format(
                         "{} members are too few for intervals: at least {} must differ from the "
                         "baseline. ",
                         c.members, few_members);
    return out + fmt::format("Too few of {} members differ for an interval under {}. ", c.members,
                             listed(names));
}

}  // namespace

std::string readable(double number) {
    if (!std::isfinite(number)) return "not defined";
    if (std::fabs(number) < 99.95) {
        const std::string text = fmt::format("{:.3g}", number);
        return text == "-0" ? "0" : text;
    }
    const std::string text =
        analysis::grouped(fmt::format("{:.0f}", std::round(std::fabs(number))));
    return number < 0 ? "-" + text : text;
}

std::string rough(double number) {
    if (!std::isfinite(number) || std::fabs(number) < 1000) return readable(number);
    const double unit = std::pow(10, std::floor(std::log10(std::fabs(number))) - 2);
    return readable(std::round(number / unit) * unit);
}

std::string verdict(const Comparison& c, const Wording& wording) {
    const Lead lead = lead_of(c);
    std::string out;
    if (c.about_deaths)
        out = about_outlook(c) + about_typical(c, lead, wording);
    else
        out = lead.found ? about_best(c, lead, wording) : about_none(c, wording);
    out += about_harm(c, wording) + about_few(c);
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

}  // namespace forestall::comparison
