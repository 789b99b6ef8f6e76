// SPDX-License-Identifier: Apache-2.0
#include "analysis/assumptions/study.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>

#include "analysis/comparison/outcomes.hpp"
#include "analysis/comparison/resampling.hpp"
#include "analysis/report/influence.hpp"

namespace forestall::assumptions {
namespace {

/// Whether what was drawn can reach the net harm at all: numbers of interventions that no option of the file has reach
/// no run, and costs nothing but budgets unless they are counted.
bool can_matter(const Assumption& a, const Sources& sources, bool costs_count) {
    if (a.words.intervention.empty() || !sources.interventions) return true;
    if (!a.words.effect && !costs_count && !sources.costs_act) return false;
    const auto& used = *sources.interventions;
    return std::find(used.begin(), used.end(), a.words.intervention) != used.end();
}

void add_assumptions(const Results& results, const Sources& sources, const std::vector<std::size_t>& members,
                     Study& out) {
    const std::vector<double> all = results.parameters();
    const auto& labels = results.header().parameters;
    for (std::size_t p = 0; p < labels.size(); ++p) {
        Assumption a;
        a.name = labels[p].name;
        for (const std::size_t m : members) a.drawn.push_back(all[m * labels.size() + p]);
        const auto [low, high] = std::minmax_element(a.drawn.begin(), a.drawn.end());
        if (!(*low < *high)) {
            ++out.held;
            continue;
        }
        if (const auto at = sources.words.find(a.name); at != sources.words.end()) a.words = at->second;
        if (a.words.unit.empty()) a.words.unit = labels[p].unit;
        if (const auto at = sources.laws.find(a.name); at != sources.laws.end()) a.law = at->second;
        if (!can_matter(a, sources, out.worth.has_value())) {
            ++out.unused;
            continue;
        }
        a.score = normal_scores(a.drawn);
        out.assumptions.push_back(std::move(a));
    }
}

}  // namespace

double normal_share(double z) { return boost::math::cdf(boost::math::normal(), z); }
double normal_score(double share) { return boost::math::quantile(boost::math::normal(), share); }

std::vector<double> normal_scores(const std::vector<double>& values) {
    std::vector<double> out = report::ranks(values);
    for (double& v : out) v = normal_score((v - 0.5) / static_cast<double>(values.size()));
    return out;
}

double Assumption::at(double z) const {
    const double share = normal_share(z);
    if (!law) return comparison::quantile_of(drawn, share);
    return std::clamp(law->distribution.quantile(share), law->low, law->high);
}

Columns net_harm(const Columns& turned, const Columns& cost, const std::optional<double>& worth) {
    Columns out = turned;
    if (worth)
        for (std::size_t o = 0; o < out.size(); ++o)
            for (std::size_t m = 0; m < out[o].size(); ++m) out[o][m] += cost[o][m] / *worth;
    return out;
}

std::size_t best_of(const Columns& harm, std::size_t baseline) {
    std::size_t best = baseline;
    for (std::size_t o = 0; o < harm.size(); ++o)
        if (comparison::mean_of(harm[o]) < comparison::mean_of(harm[best])) best = o;
    return best;
}

Study study_of(const Results& results, const StudyWish& wish, const Sources& sources,
               const std::vector<std::size_t>& members) {
    comparison::Outcome outcome = comparison::outcome_of(results, wish.outcome, members);
    Study out;
    out.options = results.header().options;
    out.baseline = wish.baseline;
    out.outcome = outcome.name;
    out.text = outcome.text;
    out.worth = wish.worth;
    out.turned = std::move(outcome.values);
    if (!outcome.less_is_better)
        for (auto& column : out.turned)
            for (double& v : column) v = -v;
    const auto weights = comparison::spending_weights(results.header().time, wish.prices);
    for (std::size_t o = 0; o < out.options.size(); ++o)
        out.cost.push_back(comparison::present_values(comparison::spending(results, o, members), weights));
    out.harm = net_harm(out.turned, out.cost, out.worth);
    out.best = best_of(out.harm, out.baseline);
    add_assumptions(results, sources, members, out);
    return out;
}

}  // namespace forestall::assumptions
