// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "analysis/comparison/pairing.hpp"
#include "analysis/comparison/ranking.hpp"
#include "analysis/comparison/regret.hpp"
#include "analysis/comparison/tail.hpp"
#include "analysis/order.hpp"

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

/// A pair with the baseline gets the interval of its difference (per option, less is better), so
/// that a figure has one interval wherever it is told.
void settle_baseline(AllPairs& pairs, std::size_t baseline, const std::vector<Figure>& difference) {
    if (pairs.best == baseline)
        pairs.from_best = difference;
    else
        pairs.from_best[baseline] = turned(difference[pairs.best], false);
    pairs.not_told.clear();
    for (std::size_t o = 0; o < difference.size(); ++o)
        if (o != pairs.best && !(pairs.from_best[o].lo > 0)) pairs.not_told.push_back(o);
}

Figure logarithm_of(const Figure& ratio) {
    return {std::log(ratio.value), std::log(ratio.lo), std::log(ratio.hi),
            ratio.error / ratio.value};
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
    for (const Columns* c : {&p.outcome, &p.cost, &p.deaths, &p.displaced, &p.killing})
        if (!(c == &p.killing && c->empty()) && !fits(*c))
            throw std::invalid_argument("columns of a comparison differ in length");
    for (const auto* by_group : {&p.deaths_by_group, &p.displaced_by_group})
        if (!by_group->empty() && (by_group->size() != p.groups.size() ||
                                   !std::all_of(by_group->begin(), by_group->end(), fits)))
            throw std::invalid_argument("columns by group differ in length");
}

/// Per option, 0 for the baseline: intervals over the other options that hold together.
Family differences(const Columns& columns, std::size_t baseline, const Plan& plan) {
    Family f = family_of(without(less_baseline(columns, baseline), baseline), plan);
    const auto at = static_cast<std::ptrdiff_t>(baseline);
    f.means.figures.insert(f.means.figures.begin() + at, Figure{0, 0, 0, 0});
    f.means.critical.insert(f.means.critical.begin() + at, 0.0);
    f.means.nonzero.insert(f.means.nonzero.begin() + at, 0);
    f.outside.insert(f.outside.begin() + at, false);
    f.changed.insert(f.changed.begin() + at, Figure{0, 0, 0, 0});
    return f;
}

/// The same of money, which is spent in every member or hardly matters.
std::vector<Figure> extra_costs(const Columns& cost, std::size_t baseline, const Plan& plan) {
    std::vector<Figure> out =
        simultaneous_means(without(less_baseline(cost, baseline), baseline), plan).figures;
    out.insert(out.begin() + static_cast<std::ptrdiff_t>(baseline), Figure{0, 0, 0, 0});
    return out;
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
    const Means m = family_of(all, plan).means;
    std::size_t next = 0;
    for (std::size_t g = 0; g < p.groups.size(); ++g)
        for (std::size_t o = 0; o < p.options.size(); ++o)
            if (o != p.baseline) out[o][g] = m.figures[next++];
    return out;
}

/// The interval of what is negative in no member begins at 0 at the lowest.
Figure not_negative(Figure f, const std::vector<double>& values) {
    if (std::none_of(values.begin(), values.end(), [](double v) { return v < 0; }))
        f.lo = std::max(f.lo, 0.0);
    return f;
}

void add_ranking(const Columns& turned_outcome, const Paired& p, const Plan& plan,
                 Comparison& out) {
    const auto best = chance_of_best(turned_outcome),
               worse = chance_of_worse(turned_outcome, p.baseline);
    const auto regret = regrets(turned_outcome, plan);
    const auto regret_of_mean = regrets_of_means(turned_outcome);
    const auto cvar = worst_tenth(turned_outcome, plan);
    const auto reduction = variance_reductions(p.outcome, p.baseline, plan);
    const auto n = static_cast<double>(out.members);
    for (std::size_t o = 0; o < p.options.size(); ++o) {
        OptionFigures& f = out.options[o];
        f.p_best = best[o];
        f.p_worse = worse[o];
        f.regret = regret[o];
        f.regret_of_mean = regret_of_mean[o];
        f.cvar = not_negative(turned(cvar[o], p.less_is_better), p.outcome[o]);
        f.variance_reduction = reduction[o];
        f.independent_members = {reduction[o].value * n, reduction[o].lo * n, reduction[o].hi * n,
                                 reduction[o].error * n};
    }
}

void add_costs(const Paired& p, const Plan& plan, Comparison& out) {
    const Columns extra = less_baseline(p.cost, p.baseline);
    const std::vector<Figure> extra_cost = extra_costs(p.cost, p.baseline, plan);
    const std::vector<double>& base = p.cost[p.baseline];
    const bool free = std::all_of(base.begin(), base.end(), [](double v) { return v == 0; });
    // Over a baseline that costs nothing, a cost is the extra cost: one figure, one interval.
    const auto cost = free ? extra_cost : simultaneous_means(p.cost, plan).figures;
    const Means deaths = changes_of(p.deaths, p.baseline, plan).means;
    const Means displaced = changes_of(p.displaced, p.baseline, plan).means;
    const Columns lives = negative(less_baseline(p.deaths, p.baseline));
    const Columns homes = negative(less_baseline(p.displaced, p.baseline));
    for (std::size_t o = 0; o < p.options.size(); ++o) {
        OptionFigures& f = out.options[o];
        f.cost = not_negative(cost[o], p.cost[o]);
        f.extra_cost = not_negative(extra_cost[o], extra[o]);
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

void add_means(const Paired& p, const Plan& plan, Comparison& out) {
    const auto mean = separate_means(p.outcome, plan).figures;
    const Family difference = changes_of(p.outcome, p.baseline, plan);
    for (std::size_t o = 0; o < out.options.size(); ++o) {
        OptionFigures& f = out.options[o];
        f.name = p.options[o];
        f.mean = not_negative(mean[o], p.outcome[o]);
        f.difference = difference.means.figures[o];
        f.members_changed = difference.means.nonzero[o];
        f.changed = difference.changed[o];
        f.few = difference.outside[o];
    }
}

/// Of what is clearly better the one that changes most; if nothing is, what looks best.
std::size_t best_typical(const Comparison& c) {
    std::size_t best = c.baseline;
    const auto ahead = [&](std::size_t o) {
        const Typical &a = c.options[o].answers.deaths, &b = c.options[best].answers.deaths;
        const bool first = a.clear == Clear::better, second = b.clear == Clear::better;
        return first == second ? a.ratio.value < b.ratio.value : first;
    };
    for (std::size_t o = 0; o < c.options.size(); ++o)
        if (ahead(o)) best = o;
    return best;
}

void add_answers(const Paired& p, const Plan& plan, Comparison& out) {
    const auto answers = answers_of(p.deaths, p.killing, p.displaced, p.baseline, plan);
    for (std::size_t o = 0; o < out.options.size(); ++o) out.options[o].answers = answers[o];
    out.outlook = outlook_of(p.deaths[p.baseline],
                             p.killing.empty() ? std::vector<double>() : p.killing[p.baseline],
                             p.displaced[p.baseline]);
    out.typical = pairs_with(logarithms(p.deaths), best_typical(out), plan);
    out.about_deaths = p.outcome == p.deaths;
}

void settle(Comparison& c) {
    std::vector<Figure> means, logs;
    for (const OptionFigures& f : c.options) {
        means.push_back(turned(f.difference, c.less_is_better));
        logs.push_back(logarithm_of(f.answers.deaths.ratio));
    }
    settle_baseline(c.pairs, c.baseline, means);
    settle_baseline(c.typical, c.baseline, logs);
}

}  // namespace

Lead lead_of(const Comparison& c) {
    const AllPairs& pairs = c.about_deaths ? c.typical : c.pairs;
    Lead out{pairs.best, false, {}};
    const OptionFigures& best = c.options[pairs.best];
    const Figure& d = best.difference;
    const bool mean = !best.few && (c.less_is_better ? d.hi < 0 : d.lo > 0);
    out.found = pairs.best != c.baseline &&
                (c.about_deaths ? best.answers.deaths.clear == Clear::better : mean);
    for (const std::size_t o : pairs.not_told)
        if (o != c.baseline) out.rivals.push_back(o);
    return out;
}

std::vector<std::size_t> ranked(const Comparison& c) {
    std::vector<std::size_t> out;
    for (std::size_t o = 0; o < c.options.size(); ++o)
        if (o != c.baseline) out.push_back(o);
    const auto key = [&](std::size_t o) {
        const OptionFigures& f = c.options[o];
        if (c.about_deaths) return f.answers.deaths.ratio.value;
        return c.less_is_better ? f.mean.value : -f.mean.value;
    };
    std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) {
        return analysis::ascending(key(a), key(b));
    });
    return out;
}

/// None takes away more than there is under the baseline.
Family changes_of(const Columns& columns, std::size_t baseline, const Plan& plan) {
    Family out = differences(columns, baseline, plan);
    const std::vector<double>& base = columns[baseline];
    if (std::any_of(base.begin(), base.end(), [](double v) { return v < 0; })) return out;
    const double all = separate_means({base}, plan).figures.front().hi;
    for (Figure& f : out.means.figures) f.lo = std::max(f.lo, -all);
    return out;
}

Comparison compare(const Paired& paired, const Plan& plan) {
    check(paired);
    Comparison out;
    out.baseline = paired.baseline;
    out.less_is_better = paired.less_is_better;
    out.members = paired.outcome.front().size();
    out.options.resize(paired.options.size());
    const Columns turned_outcome =
        paired.less_is_better ? paired.outcome : negative(paired.outcome);
    add_means(paired, plan, out);
    add_answers(paired, plan, out);
    out.pairs = all_pairs(turned_outcome, paired.baseline, plan);
    settle(out);
    add_ranking(turned_outcome, paired, plan, out);
    add_costs(paired, plan, out);
    add_harm(paired, plan, out);
    return out;
}

}  // namespace forestall::comparison
