// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/delay.hpp"

#include <algorithm>
#include <numeric>

#include "analysis/comparison/means.hpp"

namespace forestall::comparison {
namespace {

double mean(const std::vector<double>& x) {
    return x.empty() ? 0 : std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size());
}

Figure per(const Figure& f, double weeks) {
    if (!(weeks > 0)) return {};
    return {f.value / weeks, f.lo / weeks, f.hi / weeks, f.error / weeks};
}

/// Timings of one intervention from the earliest to the latest.
std::vector<const Timing*> in_order(const std::vector<Timing>& timings,
                                    const std::string& intervention) {
    std::vector<const Timing*> out;
    for (const Timing& t : timings)
        if (t.intervention == intervention) out.push_back(&t);
    std::stable_sort(out.begin(), out.end(), [](const Timing* x, const Timing* y) {
        return mean(x->started) < mean(y->started);
    });
    return out;
}

}  // namespace

std::vector<Wait> costs_of_delay(const std::vector<Timing>& timings, const Columns& outcomes,
                                 const Plan& plan) {
    std::vector<Wait> waits;
    Columns contrasts;
    std::vector<std::string> names;
    for (const Timing& t : timings)
        if (std::find(names.begin(), names.end(), t.intervention) == names.end())
            names.push_back(t.intervention);
    for (const std::string& name : names) {
        const std::vector<const Timing*> order = in_order(timings, name);
        for (std::size_t i = 1; i < order.size(); ++i) {
            const auto& early = outcomes[order[i - 1]->column];
            const auto& late = outcomes[order[i]->column];
            std::vector<double> contrast(late.size());
            std::transform(late.begin(), late.end(), early.begin(), contrast.begin(),
                           std::minus<>());
            contrasts.push_back(std::move(contrast));
            waits.push_back({name,
                             order[i - 1]->label,
                             order[i]->label,
                             mean(order[i]->started) - mean(order[i - 1]->started),
                             {},
                             {}});
        }
    }
    if (waits.empty()) return waits;
    const Means means = simultaneous_means(contrasts, plan);
    for (std::size_t i = 0; i < waits.size(); ++i) {
        waits[i].cost = means.figures[i];
        waits[i].per_week = per(waits[i].cost, waits[i].weeks);
    }
    return waits;
}

}  // namespace forestall::comparison
