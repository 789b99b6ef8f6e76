// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/verdict.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/comparison/phrases.hpp"
#include "analysis/digits.hpp"
#include "analysis/percent.hpp"

namespace forestall::comparison {
namespace {

/// Fewer members than this that differ at all carry no interval worth relying on.
constexpr std::size_t few_members = 20;
/// More names than this are counted, not listed.
constexpr std::size_t most_listed = 12;

std::string percent(double share) {
    if (share > 0.995) return "more than 99 %";
    if (share < 0.005) return "less than 1 %";
    return fmt::format("{:.0f} %", 100 * share);
}

/// "in 40 % of the members": a share of what was run, so that all and none are said as they are.
std::string in_members(double share, std::size_t members) {
    if (share >= 1) return fmt::format("in all {} members", members);
    if (share <= 0) return fmt::format("in none of the {} members", members);
    return fmt::format("in {} of the members", percent(share));
}

std::string quoted(const std::string& name) { return "'" + name + "'"; }

std::string listed(const std::vector<std::string>& names) {
    if (names.size() < 2) return names.empty() ? "" : names.front();
    return fmt::format("{} and {}", fmt::join(names.begin(), names.end() - 1, ", "), names.back());
}

std::string interval(const Figure& f) {
    return fmt::format("{} to {}", readable(f.lo), readable(f.hi));
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

bool better(const Figure& d, bool less_is_better) { return less_is_better ? d.hi < 0 : d.lo > 0; }
bool worse(const Figure& d, bool less_is_better) { return less_is_better ? d.lo > 0 : d.hi < 0; }

std::string about_best(const Comparison& c, const Wording& w) {
    const OptionFigures& best = c.options[c.pairs.best];
    std::vector<std::string> rivals;
    for (const std::size_t o : c.pairs.not_told)
        if (o != c.baseline) rivals.push_back(quoted(c.options[o].name));
    std::string out = fmt::format(
        "{} {}: {} than {}. ", quoted(best.name), rivals.empty() ? "is best" : "has the best mean",
        by_how_much(best.difference, w), quoted(c.options[c.baseline].name));
    const std::string mean = percent(best.p_best_on_average.value),
                      members = in_members(best.p_best.value, c.members);
    if (rivals.empty()) {
        out += c.options.size() > 2 ? "It is clearly better than every other option. " : "";
        out += fmt::format("It does best {}, and its mean is the best in {} of resamples. ",
                           members, mean);
    } else {
        out += rivals.size() > most_listed
                   ? fmt::format("It is not clearly better than {} of the other options",
                                 rivals.size())
                   : fmt::format("It is not clearly better than {}", listed(rivals));
        out += fmt::format(
            ", so it may not be the best. It does best {}; its mean is the best in {} of "
            "resamples, which does not settle the matter. ",
            members, mean);
    }
    return out + cost_sentence(best, w);
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
        if (worse(f.difference, c.less_is_better))
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

std::string about_few(const Comparison& c) {
    std::string out;
    const auto few = [&](std::size_t o) {
        return o != c.baseline && c.options[o].members_changed < few_members;
    };
    std::size_t count = 0;
    for (std::size_t o = 0; o < c.options.size(); ++o) count += few(o) ? 1 : 0;
    if (count > most_listed)
        return fmt::format(
            "{} options change the outcome in fewer than {} of {} members: do not rely on their "
            "intervals. ",
            count, few_members, c.members);
    std::vector<std::string> names;
    for (std::size_t o = 0; o < c.options.size(); ++o) {
        const OptionFigures& f = c.options[o];
        if (!few(o)) continue;
        if (f.members_changed == 0)
            out += fmt::format(
                "{} does not change the outcome in any member{}; a change in up to {} of worlds "
                "could go unseen. ",
                quoted(f.name), f.cost.value == 0 ? ": it never began" : "",
                analysis::small_percent(f.p_worse.hi));
        else
            names.push_back(c.members < 2 * few_members
                                ? quoted(f.name)
                                : fmt::format("{} (in {})", quoted(f.name), f.members_changed));
    }
    if (names.empty()) return out;
    if (c.members < 2 * few_members)
        return out + fmt::format("{} members are too few for the {} of {}. ", c.members,
                                 names.size() == 1 ? "interval" : "intervals", listed(names));
    return out + fmt::format(
                     "{} change{} the outcome in fewer than {} of {} members: do not rely on {}. ",
                     listed(names), names.size() == 1 ? "s" : "", few_members, c.members,
                     names.size() == 1 ? "its interval" : "their intervals");
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

std::string verdict(const Comparison& c, const Wording& wording) {
    const bool found =
        c.pairs.best != c.baseline && better(c.options[c.pairs.best].difference, c.less_is_better);
    std::string out = found ? about_best(c, wording) : about_none(c, wording);
    out += about_harm(c, wording) + about_few(c);
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

}  // namespace forestall::comparison
