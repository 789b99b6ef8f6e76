// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/family.hpp"

#include <algorithm>

#include "analysis/comparison/exact.hpp"

namespace forestall::comparison {
namespace {

std::size_t changed_in(const Columns& columns, const Contrast& c) {
    std::size_t out = 0;
    for (std::size_t m = 0; m < columns[c.plus].size(); ++m)
        out += columns[c.plus][m] != (c.minus == Contrast::nothing ? 0.0 : columns[c.minus][m]);
    return out;
}

void take(Family& out, std::size_t at, const Means& from, std::size_t i) {
    out.means.figures[at] = from.figures[i];
    out.means.critical[at] = from.critical[i];
}

void add_inside(Family& out, const Columns& columns, std::span<const Contrast> contrasts,
                const std::vector<std::size_t>& inside, Plan plan, double alpha) {
    if (inside.empty()) return;
    std::vector<Contrast> wanted;
    for (const std::size_t c : inside) wanted.push_back(contrasts[c]);
    plan.level = 1 - alpha * static_cast<double>(inside.size());
    const Means together = simultaneous_means(columns, wanted, plan);
    for (std::size_t i = 0; i < inside.size(); ++i) take(out, inside[i], together, i);
}

void add_outside(Family& out, const Columns& columns, std::span<const Contrast> contrasts,
                 const std::vector<std::size_t>& outside, Plan plan, double alpha) {
    if (outside.empty()) return;
    Columns own;
    for (const std::size_t c : outside) own.push_back(values_of(columns, contrasts[c]));
    plan.level = 1 - alpha;
    const Means alone = separate_means(own, plan);
    for (std::size_t i = 0; i < outside.size(); ++i) {
        take(out, outside[i], alone, i);
        Figure& f = out.means.figures[outside[i]];
        f.lo = std::min(f.lo, 0.0);
        f.hi = std::max(f.hi, 0.0);
        out.means.critical[outside[i]] = std::numeric_limits<double>::infinity();
    }
}

}  // namespace

Family family_of(const Columns& columns, std::span<const Contrast> contrasts, const Plan& plan,
                 std::size_t claims) {
    const double alpha = (1 - plan.level) / static_cast<double>(std::max(claims, contrasts.size()));
    Family out;
    out.means.figures.resize(contrasts.size());
    out.means.critical.resize(contrasts.size());
    std::vector<std::size_t> inside, outside;
    for (std::size_t c = 0; c < contrasts.size(); ++c) {
        const std::size_t changed = changed_in(columns, contrasts[c]);
        out.means.nonzero.push_back(changed);
        out.outside.push_back(changed < few_members);
        out.changed.push_back(exact_share(changed, columns[contrasts[c].plus].size(), alpha));
        (out.outside.back() ? outside : inside).push_back(c);
    }
    add_inside(out, columns, contrasts, inside, plan, alpha);
    add_outside(out, columns, contrasts, outside, plan, alpha);
    return out;
}

Family family_of(const Columns& columns, const Plan& plan) {
    return family_of(columns, plain(columns), plan, columns.size());
}

}  // namespace forestall::comparison
