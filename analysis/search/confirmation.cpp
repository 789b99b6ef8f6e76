// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/confirmation.hpp"

#include "analysis/comparison/means.hpp"
#include "analysis/comparison/pairs.hpp"
#include "analysis/comparison/resampling.hpp"

namespace forestall::analysis {
namespace {

comparison::Figure averted(const comparison::Columns& harm, std::size_t advice, std::size_t to,
                           const comparison::Plan& plan) {
    std::vector<double> lead = harm[advice];
    for (std::size_t m = 0; m < lead.size(); ++m) lead[m] -= harm[to][m];
    return comparison::separate_means({lead}, plan).figures.front();
}

std::size_t best_other(const comparison::Columns& harm, std::size_t advice) {
    std::size_t best = advice == 0 ? 1 : 0;
    for (std::size_t o = 0; o < harm.size(); ++o)
        if (o != advice && comparison::mean_of(harm[o]) < comparison::mean_of(harm[best])) best = o;
    return best;
}

}  // namespace

Finding Confirmation::finding() const {
    if (changed.lo > 0) return Finding::confirmed;
    return changed.hi < 0 ? Finding::refuted : Finding::not_told;
}

Confirmation confirm(const FreshPair& fresh, const assumptions::Study& study,
                     const comparison::Plan& plan, const ConfirmationWish& wish) {
    Confirmation out;
    out.held = wish.held;
    out.first = fresh.first;
    out.members = fresh.members;
    out.advice = study.best;
    out.to = wish.to ? *wish.to : best_other(fresh.changed, out.advice);
    out.as_drawn = averted(fresh.as_drawn, out.advice, out.to, plan);
    out.changed = averted(fresh.changed, out.advice, out.to, plan);
    const auto pairs = comparison::all_pairs(fresh.changed, study.baseline, plan);
    out.best = pairs.best;
    out.not_told = pairs.not_told;
    return out;
}

}  // namespace forestall::analysis
