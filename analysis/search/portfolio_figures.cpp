// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/portfolio_figures.hpp"

#include <algorithm>

#include "analysis/comparison/comparison.hpp"
#include "analysis/comparison/means.hpp"
#include "analysis/comparison/paired.hpp"
#include "analysis/comparison/resampling.hpp"
#include "analysis/search/portfolio_members.hpp"

namespace forestall::analysis {
namespace {

using namespace comparison;

/// Less the option: what it averts.
std::vector<double> averted(const Columns& columns, std::size_t option) {
    std::vector<double> out;
    for (std::size_t m = 0; m < columns[0].size(); ++m)
        out.push_back(columns[0][m] - columns[option][m]);
    return out;
}

Figure said(const Judged& judged, const Judged& nothing, std::size_t objective) {
    Figure out;
    out.value = nothing.mean[objective] - judged.mean[objective];
    out.error = judged.error[objective];
    return out;
}

double most_spent(const Results& results, std::size_t option,
                  const std::vector<std::size_t>& members) {
    const std::vector<double> steps = spending(results, option, members);
    const std::size_t width = results.header().time.size();
    double most = 0;
    for (std::size_t m = 0; m < members.size(); ++m) {
        double sum = 0;
        for (std::size_t t = 0; t < width; ++t) sum += steps[m * width + t];
        most = std::max(most, sum);
    }
    return most;
}

const Columns& columns_of(const Paired& paired, Objective objective) {
    if (objective == Objective::cost) return paired.cost;
    return objective == Objective::displaced ? paired.displaced : paired.deaths;
}

std::vector<bool> on_front(const Paired& paired, const std::vector<Objective>& objectives) {
    std::vector<std::vector<double>> points;
    for (std::size_t o = 0; o < paired.options.size(); ++o) {
        points.emplace_back();
        for (const Objective k : objectives)
            points.back().push_back(mean_of(columns_of(paired, k)[o]));
    }
    return not_dominated(points);
}

std::vector<std::string> harmed(const OptionFigures& option) {
    std::vector<std::string> out;
    for (const GroupHarm& g : option.harm)
        if (g.deaths.lo > 0 || g.displaced.lo > 0) out.push_back(g.group);
    return out;
}

void look_up_beginnings(PortfolioFigures& f, const Job& job, const Parallel& parallel) {
    const MemberRange members{0, std::min(job.members, most_members_looked_at)};
    for (const std::vector<Day>& days :
         action_starts(*job.world, f.name, job.seed, members, parallel)) {
        std::vector<double> begun;
        for (const Day day : days)
            if (day >= 0) begun.push_back(day);
        f.begun.push_back(static_cast<double>(begun.size()) / static_cast<double>(days.size()));
        f.first_day.push_back(begun.empty() ? not_defined : quantile_of(begun, 0.5));
    }
}

}  // namespace

PortfolioAnswer portfolio_answer(const Results& results, const Job& job,
                                 const PortfolioSpace& space, const FoundPortfolios& found,
                                 const std::vector<Objective>& objectives, double discount,
                                 const Plan& plan) {
    const std::vector<std::size_t> members = members_of_all(results);
    const Header& header = results.header();
    PortfolioAnswer answer;
    answer.members = members.size();
    answer.currency = header.currency;
    answer.price_year = header.price_year;
    answer.discount = discount;
    const std::size_t n = found.finalists.size();
    if (n == 0) return answer;
    const Prices prices{discount, 0, header.price_year, header.price_year};
    const Paired paired =
        paired_of(results, outcome_of(results, "civilian_deaths", members), members, 0, prices);
    const Comparison comparison = compare(paired, plan);
    Columns family;
    for (std::size_t o = 1; o <= n; ++o) family.push_back(averted(paired.deaths, o));
    for (std::size_t o = 1; o <= n; ++o) family.push_back(averted(paired.displaced, o));
    const Means together = simultaneous_means(family, plan);
    const std::vector<bool> front = on_front(paired, objectives);
    for (std::size_t o = 1; o <= n; ++o) {
        const Finalist& finalist = found.finalists[o - 1];
        PortfolioFigures f;
        f.name = header.options[o];
        f.title = space.title(finalist.portfolio);
        f.parts = space.parts(finalist.portfolio);
        look_up_beginnings(f, job, *plan.parallel);
        f.deaths = together.figures[o - 1];
        f.displaced = together.figures[n + o - 1];
        f.cost = comparison.options[o].cost;
        f.most_spent = most_spent(results, o, members);
        f.deaths_said = said(finalist.searched, found.nothing_searched, 0);
        f.displaced_said = said(finalist.searched, found.nothing_searched, 1);
        f.harmed = harmed(comparison.options[o]);
        f.not_dominated = front[o];
        answer.front.push_back(std::move(f));
    }
    std::stable_sort(answer.front.begin(), answer.front.end(),
                     [](const auto& a, const auto& b) { return a.cost.value < b.cost.value; });
    return answer;
}

}  // namespace forestall::analysis
