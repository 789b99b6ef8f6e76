// SPDX-License-Identifier: Apache-2.0
#include "app/portfolio/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/comparison/verdict.hpp"
#include "app/comparison/report.hpp"
#include "app/frame/numbers.hpp"
#include "world/stage_start.hpp"

namespace forestall::app {
namespace {

using analysis::PortfolioAnswer, analysis::PortfolioFigures;
using comparison::Figure;
using comparison::readable;

std::string millions(double money) { return fmt::format("{:.2f}", money / 1e6); }

std::string interval(const Figure& f) {
    return fmt::format("{} ({} to {}) ±{}", readable(f.value), readable(f.lo), readable(f.hi),
                       readable(f.error));
}

std::string verdict_of(const PortfolioFigures& f) {
    std::string out = f.clear() ? "clear" : "inconclusive";
    if (f.harms()) out = "harms";
    if (!f.harmed.empty()) out += fmt::format("; {} lose", fmt::join(f.harmed, ", "));
    if (!f.not_dominated) out += "; dominated";
    return out;
}

std::string front_table(const PortfolioAnswer& answer) {
    using enum Table::Align;
    Table table({left, right, right, right, right, right, left});
    table.row({"portfolio", fmt::format("cost, M {}", answer.currency), "deaths averted (95 %) ±",
               "search said", "displacement averted (95 %) ±", "search said",
               "against doing nothing"});
    for (const PortfolioFigures& f : answer.front)
        table.row({f.name, fmt::format("{} ±{}", millions(f.cost.value), millions(f.cost.error)),
                   interval(f.deaths), readable(f.deaths_said.value), interval(f.displaced),
                   readable(f.displaced_said.value), verdict_of(f)});
    return table.text();
}

/// A line per part: "  Special envoy, at prevention: begins in 97 % of members, mostly about week
/// 12".
std::string parts_text(const PortfolioFigures& f) {
    std::string out = f.name + "\n";
    for (std::size_t i = 0; i < f.parts.size(); ++i) {
        out += fmt::format("  {}, at {}: begins in {:.0f} % of members",
                           f.parts[i].intervention->title, stage_words.text(f.parts[i].stage),
                           100 * f.begun[i]);
        if (f.begun[i] > 0)
            out += fmt::format(", half of them by week {:.0f}", std::floor(f.first_day[i] / 7) + 1);
        out += "\n";
    }
    return out;
}

std::string optimism_text(const PortfolioAnswer& answer) {
    double said = 0, shown = 0;
    for (const PortfolioFigures& f : answer.front) {
        said += f.deaths_said.value / static_cast<double>(answer.front.size());
        shown += f.deaths.value / static_cast<double>(answer.front.size());
    }
    std::string out =
        fmt::format("The search estimated {} deaths averted on average, fresh members show {}",
                    readable(said), readable(shown));
    return out + (said > shown ? ": part of what made the chosen ones look best was luck." : ".");
}

std::string cost_text(const PortfolioAnswer& answer, const PortfolioFigures& f) {
    return fmt::format("{} M {}", millions(f.cost.value), answer.currency);
}

std::string effect_text(const PortfolioFigures& f) {
    const auto one = [](const Figure& x, const char* what) {
        return fmt::format("{} {} ({} to {})", readable(x.value), what, readable(x.lo),
                           readable(x.hi));
    };
    return fmt::format("it averts {} and {}", one(f.deaths, "deaths"),
                       one(f.displaced, "of the displaced at the peak"));
}

/// Members with which the interval nearest to leaving 0 would do so, if the effect is what it looks
/// like here; 0: none.
double members_needed(const PortfolioAnswer& answer) {
    double least = 0;
    for (const PortfolioFigures& f : answer.front)
        for (const Figure& x : {f.deaths, f.displaced}) {
            if (!(x.value > 0) || !(x.value > x.lo)) continue;
            const double ratio = (x.value - x.lo) / x.value;
            const double needed = static_cast<double>(answer.members) * ratio * ratio;
            if (least == 0 || needed < least) least = needed;
        }
    return least;
}

std::string not_told(const PortfolioAnswer& answer) {
    std::string out = fmt::format(
        "Warning: none of these portfolios is clearly better than doing nothing, with {}. ",
        counted(answer.members, "fresh member", "fresh members"));
    out +=
        "Nothing here is advice to spend money, and being listed does not make a portfolio "
        "harmless.";
    if (const double needed = members_needed(answer); needed > 0 && needed < 1e6)
        out += fmt::format(
            " If the effect that is nearest to being clear is as large as it looks here, about {} "
            "would show it (--fresh).",
            counted(static_cast<std::uint64_t>(std::ceil(needed / 100) * 100), "member",
                    "members"));
    return out;
}

Json json_of_portfolio(const PortfolioFigures& f) {
    Json out = {{"name", f.name}, {"title", f.title}};
    out["parts"] = Json::array();
    for (std::size_t i = 0; i < f.parts.size(); ++i)
        out["parts"].push_back(
            {{"intervention", f.parts[i].intervention->name},
             {"stage", stage_words.text(f.parts[i].stage)},
             {"begun", f.begun[i]},
             {"middle_first_day",
              std::isnan(f.first_day[i]) ? Json(nullptr) : Json(f.first_day[i])}});
    out["deaths_averted"] = json_of(f.deaths);
    out["displacement_averted"] = json_of(f.displaced);
    out["cost"] = json_of(f.cost);
    out["most_spent"] = f.most_spent;
    out["search_said"] = {{"deaths_averted", f.deaths_said.value},
                          {"deaths_averted_error", f.deaths_said.error},
                          {"displacement_averted", f.displaced_said.value},
                          {"displacement_averted_error", f.displaced_said.error}};
    out["optimism"] = {
        {"deaths", f.deaths_said.value - f.deaths.value},
        {"deaths_error", std::hypot(f.deaths_said.error, f.deaths.error)},
        {"displacement", f.displaced_said.value - f.displaced.value},
        {"displacement_error", std::hypot(f.displaced_said.error, f.displaced.error)}};
    out["clear"] = f.clear();
    out["harms"] = f.harms();
    out["harmed_groups"] = f.harmed;
    out["not_dominated"] = f.not_dominated;
    return out;
}

}  // namespace

std::string portfolio_advice(const PortfolioAnswer& answer) {
    if (answer.front.empty())
        return "No portfolio did better than doing nothing on the members it was sought and sieved "
               "on: within this "
               "budget "
               "and these interventions the model gives no reason to spend.";
    std::vector<const PortfolioFigures*> clear;
    for (const PortfolioFigures& f : answer.front)
        if (f.clear() && f.harmed.empty()) clear.push_back(&f);
    if (clear.empty()) {
        const bool some = std::any_of(answer.front.begin(), answer.front.end(),
                                      [](const auto& f) { return f.clear(); });
        return some ? "Warning: every portfolio here that is clearly better than doing nothing is "
                      "so at the expense of an identity group that loses by it; none of them is "
                      "recommended."
                    : not_told(answer);
    }
    const PortfolioFigures& cheap = *clear.front();
    const PortfolioFigures& best = **std::max_element(
        clear.begin(), clear.end(),
        [](const auto* a, const auto* b) { return a->deaths.value < b->deaths.value; });
    std::string out = fmt::format(
        "Look at '{}' first: for {} {}. It is the cheapest that is clearly better than doing "
        "nothing.",
        cheap.name, cost_text(answer, cheap), effect_text(cheap));
    if (&best != &cheap) {
        out += fmt::format(" '{}' averts the most deaths of those that are clear: for {} {}.",
                           best.name, cost_text(answer, best), effect_text(best));
        if (cheap.deaths.hi >= best.deaths.lo)
            out += " Their intervals overlap: that '" + best.name +
                   "' averts more deaths is not shown by them (`compare` judges every pair).";
    }
    return out;
}

std::string portfolio_text(const PortfolioAnswer& answer) {
    if (answer.front.empty()) return portfolio_advice(answer) + "\n";
    double most = 0;
    for (const PortfolioFigures& f : answer.front) most = std::max(most, f.most_spent);
    std::string parts;
    for (const PortfolioFigures& f : answer.front) parts += parts_text(f);
    return fmt::format(
        "{}\n{}\nIntervals of averted deaths and displacement (persons at the peak) hold together "
        "over all portfolios "
        "with 95 % confidence; ± is the Monte Carlo error.\n'dominated': another, or doing "
        "nothing, is as good in all "
        "that "
        "was sought and better in part of it on these members.\nCost is the mean present value at "
        "{} % a year, prices "
        "of "
        "{}; the most spent in any member is {} of {} M {}.\n{}\n\n{}\n",
        front_table(answer), parts, readable(100 * answer.discount), answer.price_year,
        millions(most), millions(answer.budget), answer.currency, optimism_text(answer),
        portfolio_advice(answer));
}

Json portfolio_json(const PortfolioAnswer& answer) {
    Json out = {{"members", answer.members},   {"budget", answer.budget},
                {"currency", answer.currency}, {"price_year", answer.price_year},
                {"discount", answer.discount}, {"front", Json::array()}};
    for (const PortfolioFigures& f : answer.front) out["front"].push_back(json_of_portfolio(f));
    const bool clear = std::any_of(answer.front.begin(), answer.front.end(),
                                   [](const auto& f) { return f.clear(); });
    out["any_clear"] = clear;
    out["advice"] = portfolio_advice(answer);
    return out;
}

}  // namespace forestall::app
