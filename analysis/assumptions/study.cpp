// SPDX-License-Identifier: Apache-2.0
#include "analysis/assumptions/study.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>

#include "analysis/comparison/outcomes.hpp"
#include "analysis/comparison/resampling.hpp"
#include "analysis/report/influence.hpp"

namespace forestall::assumptions {
namespace {

/// Which options what was drawn can reach: numbers of an intervention reach those that have it,
/// costs moreover only those whose budget binds unless costs are counted; all other numbers reach
/// every option.
std::vector<bool> reach_of(const Assumption& a, const Sources& sources, const Study& study) {
    if (a.words.intervention.empty() || !sources.users)
        return std::vector<bool>(study.options.size(), true);
    std::vector<bool> out(study.options.size(), false);
    const auto users = sources.users->find(a.words.intervention);
    if (users == sources.users->end()) return out;
    for (std::size_t o = 0; o < out.size(); ++o)
        out[o] = users->second.contains(study.options[o]) &&
                 (a.words.effect || study.worth.has_value() ||
                  sources.budgeted.contains(study.options[o]));
    return out;
}

void add_assumptions(const Results& results, const Sources& sources,
                     const std::vector<std::size_t>& members, Study& out) {
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
        if (const auto at = sources.words.find(a.name); at != sources.words.end())
            a.words = at->second;
        if (a.words.unit.empty()) a.words.unit = labels[p].unit;
        if (const auto at = sources.laws.find(a.name); at != sources.laws.end()) a.law = at->second;
        a.reaches = reach_of(a, sources, out);
        if (std::find(a.reaches.begin(), a.reaches.end(), true) == a.reaches.end()) {
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

std::vector<bool> moved_by(const Study& study, const std::vector<std::size_t>& assumptions) {
    std::vector<bool> out(study.options.size(), false);
    for (const std::size_t a : assumptions) {
        const auto& reaches = study.assumptions[a].reaches;
        for (std::size_t o = 0; o < out.size(); ++o)
            out[o] = out[o] || reaches.empty() || reaches[o] || reaches[study.best];
    }
    return out;
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
        out.cost.push_back(
            comparison::present_values(comparison::spending(results, o, members), weights));
    out.harm = net_harm(out.turned, out.cost, out.worth);
    out.best = best_of(out.harm, out.baseline);
    out.effects = sources.effects;
    add_assumptions(results, sources, members, out);
    return out;
}

}  // namespace forestall::assumptions
