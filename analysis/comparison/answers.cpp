// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/answers.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/comparison/exact.hpp"
#include "analysis/comparison/family.hpp"

namespace forestall::comparison {
namespace {

constexpr double one_by_one = 0.05;

Figure as_ratio(const Figure& log) {
    const double ratio = std::exp(log.value);
    return {ratio, std::exp(log.lo), std::exp(log.hi), ratio * log.error};
}

Clear clear_of(const Figure& f, double nothing, std::size_t changed, bool outside) {
    if (changed == 0) return Clear::none;
    if (outside) return Clear::few;
    if (f.hi < nothing) return Clear::better;
    return f.lo > nothing ? Clear::worse : Clear::open;
}

std::size_t ones(const std::vector<double>& values) {
    return static_cast<std::size_t>(std::accumulate(values.begin(), values.end(), 0.0));
}

struct Split {
    std::size_t less = 0, more = 0;
};

Split split_of(const std::vector<double>& x, const std::vector<double>& y) {
    Split out;
    for (std::size_t m = 0; m < x.size(); ++m) {
        out.less += x[m] < y[m] ? 1 : 0;
        out.more += x[m] > y[m] ? 1 : 0;
    }
    return out;
}

Typical typical_of(const Columns& columns, std::size_t option, std::size_t baseline,
                   const Family& family, std::size_t at) {
    const Split split = split_of(columns[option], columns[baseline]);
    Typical out{as_ratio(family.means.figures[at]), split.less, split.more, family.changed[at],
                Clear::none};
    out.clear = clear_of(out.ratio, 1, split.less + split.more, family.outside[at]);
    return out;
}

Catastrophe catastrophe_of(const Columns& killing, std::size_t option, std::size_t baseline,
                           double alpha) {
    const std::size_t n = killing[option].size();
    const Split split = split_of(killing[option], killing[baseline]);
    Catastrophe out{exact_share(ones(killing[option]), n, one_by_one),
                    paired_shares(split.more, split.less, n, alpha), split.less, split.more,
                    Clear::none};
    out.clear = clear_of(out.difference, 0, split.less + split.more, false);
    return out;
}

Clear reversed(Clear clear) {
    if (clear == Clear::better) return Clear::worse;
    return clear == Clear::worse ? Clear::better : clear;
}

Typical reversed(Typical t) {
    t.ratio = {1 / t.ratio.value, 1 / t.ratio.hi, 1 / t.ratio.lo,
               t.ratio.error / (t.ratio.value * t.ratio.value)};
    std::swap(t.less, t.more);
    t.clear = reversed(t.clear);
    return t;
}

}  // namespace

Answers reversed(const Answers& answers, const Figure& chance_under_baseline) {
    const Catastrophe& k = answers.killing;
    const Figure& d = k.difference;
    return {reversed(answers.deaths),
            {chance_under_baseline,
             {-d.value, -d.hi, -d.lo, d.error},
             k.caused,
             k.averted,
             reversed(k.clear)},
            reversed(answers.displaced)};
}

Columns logarithms(const Columns& columns) {
    Columns out = columns;
    for (auto& column : out)
        for (double& v : column) v = std::log(std::max(v, 0.0) + shift);
    return out;
}

std::vector<Answers> answers_of(const Columns& deaths, const Columns& killing,
                                const Columns& displaced, std::size_t baseline, const Plan& plan) {
    const std::size_t options = deaths.size();
    Columns logs = logarithms(deaths);
    for (auto& column : logarithms(displaced)) logs.push_back(std::move(column));
    std::vector<Contrast> contrasts;
    for (std::size_t o = 0; o < options; ++o)
        if (o != baseline) {
            contrasts.push_back({o, baseline});
            contrasts.push_back({options + o, options + baseline});
        }
    std::vector<Answers> out(options);
    const std::size_t claims = contrasts.size() + (killing.empty() ? 0 : options - 1);
    const double alpha = (1 - plan.level) / static_cast<double>(std::max<std::size_t>(1, claims));
    const Family family = family_of(logs, contrasts, plan, claims);
    std::size_t next = 0;
    for (std::size_t o = 0; o < options; ++o) {
        if (!killing.empty())
            out[o].killing.chance = exact_share(ones(killing[o]), killing[o].size(), one_by_one);
        if (o == baseline) continue;
        out[o].deaths = typical_of(deaths, o, baseline, family, next++);
        out[o].displaced = typical_of(displaced, o, baseline, family, next++);
        if (!killing.empty()) out[o].killing = catastrophe_of(killing, o, baseline, alpha);
    }
    return out;
}

Outlook outlook_of(const std::vector<double>& deaths, const std::vector<double>& killing,
                   const std::vector<double>& displaced) {
    Outlook out{exact_quantile(deaths, 0.5, one_by_one),
                exact_quantile(deaths, 0.9, one_by_one),
                {},
                exact_quantile(displaced, 0.5, one_by_one)};
    if (!killing.empty()) out.mass_killing = exact_share(ones(killing), killing.size(), one_by_one);
    return out;
}

}  // namespace forestall::comparison
