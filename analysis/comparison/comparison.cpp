// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/comparison.hpp"

#include <algorithm>
#include <stdexcept>

#include "analysis/comparison/means.hpp"
#include "analysis/comparison/pairing.hpp"
#include "analysis/comparison/ranking.hpp"
#include "analysis/comparison/regret.hpp"
#include "analysis/comparison/tail.hpp"

namespace forestall::comparison {
namespace {

Columns negative(Columns columns) {
    for (auto& column : columns)
        for (double& v : column) v = -v;
    return columns;
}

Columns less_baseline(const Columns& columns, std::size_t baseline) {
    Columns out = columns;
    for (auto& column : out)
        for (std::size_t m = 0; m < column.size(); ++m) column[m] -= columns[baseline][m];
    return out;
}

Columns without(Columns columns, std::size_t option) {
    columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(option));
    return columns;
}

Figure turned(const Figure& f, bool keep) {
    return keep ? f : Figure{-f.value, -f.hi, -f.lo, f.error};
}

/// A pair with the baseline gets the interval of its difference, so that a figure has one interval
/// wherever it is told.
void settle_baseline(Comparison& c) {
    AllPairs& pairs = c.pairs;
    if (pairs.best == c.baseline)
        for (std::size_t o = 0; o < c.options.size(); ++o)
            pairs.from_best[o] = turned(c.options[o].difference, c.less_is_better);
    else
        pairs.from_best[c.baseline] = turned(c.options[pairs.best].difference, !c.less_is_better);
    pairs.not_told.clear();
    for (std::size_t o = 0; o < c.options.size(); ++o)
        if (o != pairs.best && !(pairs.from_best[o].lo > 0)) pairs.not_told.push_back(o);
}

void check(const Paired& p) {
    if (p.options.size() < 2) throw std::invalid_argument("one option alone cannot be compared");
    if (p.baseline >= p.options.size())
        throw std::invalid_argument("the baseline is not one of the options");
    const std::size_t members = p.outcome.empty() ? 0 : p.outcome.front().size();
    if (members < 2)
        throw std::invalid_argument("a comparison needs two members that all options were run on");
    const auto fits = [&](const Columns& columns) {
        return columns.size() == p.options.size() &&
               std::all_of(columns.begin(), columns.end(),
                           [&](const auto& c) { return c.size() == members; });
    };
    for (const Columns* c : {&p.outcome, &p.cost, &p.deaths, &p.displaced})
        if (!fits(*c)) throw std::invalid_argument("columns of a comparison differ in length");
    for (const auto* by_group : {&p.deaths_by_group, &p.displaced_by_group})
        if (!by_group->empty() && (by_group->size() != p.groups.size() ||
                                   !std::all_of(by_group->begin(), by_group->end(), fits)))
            throw std::invalid_argument("columns by group differ in length");
}

/// Per option, 0 for the baseline: intervals over the other options that hold together.
Means differences(const Columns& columns, std::size_t baseline, const Plan& plan) {
    Means m = simultaneous_means(without(less_baseline(columns, baseline), baseline), plan);
    const auto at = static_cast<std::ptrdiff_t>(baseline);
    m.figures.insert(m.figures.begin() + at, Figure{0, 0, 0, 0});
    m.critical.insert(m.critical.begin() + at, 0.0);
    m.nonzero.insert(m.nonzero.begin() + at, 0);
    return m;
}

/// [option][group]
std::vector<std::vector<Figure>> harms(const std::vector<Columns>& by_group, const Paired& p,
                                       const Plan& plan) {
    std::vector<std::vector<Figure>> out(p.options.size(),
                                         std::vector<Figure>(p.groups.size(), Figure{0, 0, 0, 0}));
    Columns all;
    for (const Columns& columns : by_group) {
        const Columns d = without(less_baseline(columns, p.baseline), p.baseline);
        all.insert(all.end(), d.begin(), d.end());
    }
    const Means m = simultaneous_means(all, plan);
    std::size_t next = 0;
    for (std::size_t g = 0; g < p.groups.size(); ++g)
        for (std::size_t o = 0; o < p.options.size(); ++o)
            if (o != p.baseline) out[o][g] = m.figures[next++];
    return out;
}

void add_ranking(const Columns& turned_outcome, const Paired& p, const Plan& plan,
                 Comparison& out) {
    const auto best = chance_of_best(turned_outcome),
               worse = chance_of_worse(turned_outcome, p.baseline);
    const MeanChances means = chances_of_means(turned_outcome, p.baseline, plan);
    const auto regret = regrets(turned_outcome, plan);
    const auto regret_of_mean = regrets_of_means(turned_outcome);
    const auto cvar = worst_tenth(turned_outcome, plan);
    const auto reduction = variance_reductions(p.outcome, p.baseline, plan);
    const auto n = static_cast<double>(out.members);
    for (std::size_t o = 0; o < p.options.size(); ++o) {
        OptionFigures& f = out.options[o];
        f.p_best = best[o];
        f.p_worse = worse[o];
        f.p_best_on_average = means.best[o];
        f.p_worse_on_average = means.worse[o];
        f.regret = regret[o];
        f.regret_of_mean = regret_of_mean[o];
        f.cvar = turned(cvar[o], p.less_is_better);
        f.variance_reduction = reduction[o];
        f.independent_members = {reduction[o].value * n, reduction[o].lo * n, reduction[o].hi * n,
                                 reduction[o].error * n};
    }
}

/// The interval of what is negative in no member begins at 0 at the lowest.
Figure not_negative(Figure f, const std::vector<double>& values) {
    if (std::none_of(values.begin(), values.end(), [](double v) { return v < 0; }))
        f.lo = std::max(f.lo, 0.0);
    return f;
}

void add_costs(const Paired& p, const Plan& plan, Comparison& out) {
    const Columns extra = less_baseline(p.cost, p.baseline);
    const Means extra_cost = differences(p.cost, p.baseline, plan);
    const std::vector<double>& base = p.cost[p.baseline];
    const bool free = std::all_of(base.begin(), base.end(), [](double v) { return v == 0; });
    // Over a baseline that costs nothing, a cost is the extra cost: one figure, one interval.
    const auto cost = free ? extra_cost.figures : simultaneous_means(p.cost, plan).figures;
    const Means deaths = differences(p.deaths, p.baseline, plan);
    const Means displaced = differences(p.displaced, p.baseline, plan);
    const Columns lives = negative(less_baseline(p.deaths, p.baseline));
    const Columns homes = negative(less_baseline(p.displaced, p.baseline));
    for (std::size_t o = 0; o < p.options.size(); ++o) {
        OptionFigures& f = out.options[o];
        f.cost = not_negative(cost[o], p.cost[o]);
        f.extra_cost = not_negative(extra_cost.figures[o], extra[o]);
        f.deaths_averted = turned(deaths.figures[o], false);
        f.displacement_averted = turned(displaced.figures[o], false);
        if (o == p.baseline) continue;
        f.cost_per_death_averted = cost_per_averted(extra[o], lives[o], deaths.critical[o]);
        f.cost_per_displacement_averted =
            cost_per_averted(extra[o], homes[o], displaced.critical[o]);
    }
    out.front = front_of({p.deaths, p.displaced, p.cost}, plan);
    out.acceptability_deaths = acceptability(extra, lives, usual_willingness(), plan);
    out.acceptability_displaced = acceptability(extra, homes, usual_willingness(), plan);
}

void add_harm(const Paired& p, const Plan& plan, Comparison& out) {
    if (p.deaths_by_group.empty() || p.displaced_by_group.empty()) return;
    const auto deaths = harms(p.deaths_by_group, p, plan),
               displaced = harms(p.displaced_by_group, p, plan);
    for (std::size_t o = 0; o < p.options.size(); ++o)
        for (std::size_t g = 0; g < p.groups.size(); ++g)
            out.options[o].harm.push_back({p.groups[g], deaths[o][g], displaced[o][g]});
}

}  // namespace

Comparison compare(const Paired& paired, const Plan& plan) {
    check(paired);
    Comparison out;
    out.baseline = paired.baseline;
    out.less_is_better = paired.less_is_better;
    out.members = paired.outcome.front().size();
    out.options.resize(paired.options.size());
    const Columns turned_outcome =
        paired.less_is_better ? paired.outcome : negative(paired.outcome);
    const auto mean = separate_means(paired.outcome, plan).figures;
    const Means difference = differences(paired.outcome, paired.baseline, plan);
    for (std::size_t o = 0; o < out.options.size(); ++o) {
        out.options[o].name = paired.options[o];
        out.options[o].mean = mean[o];
        out.options[o].difference = difference.figures[o];
        out.options[o].members_changed = difference.nonzero[o];
    }
    out.pairs = all_pairs(turned_outcome, paired.baseline, plan);
    settle_baseline(out);
    add_ranking(turned_outcome, paired, plan, out);
    add_costs(paired, plan, out);
    add_harm(paired, plan, out);
    return out;
}

}  // namespace forestall::comparison
