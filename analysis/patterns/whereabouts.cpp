// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/whereabouts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace forestall::patterns {
namespace {

double sum(const std::vector<double>& x) { return std::accumulate(x.begin(), x.end(), 0.0); }

std::vector<double> shares_of(std::vector<double> x) {
    const double all = sum(x);
    for (double& v : x) v = all > 0 ? v / all : unknown;
    return x;
}

std::vector<double> ranks_of(const std::vector<double>& x) {
    std::vector<std::size_t> order(x.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return x[a] < x[b]; });
    std::vector<double> out(x.size());
    for (std::size_t i = 0; i < order.size();) {
        std::size_t j = i;
        while (j < order.size() && x[order[j]] == x[order[i]]) ++j;
        for (std::size_t k = i; k < j; ++k) out[order[k]] = static_cast<double>(i + j - 1) / 2;
        i = j;
    }
    return out;
}

/// Where a death of any member is: the forecast of the place of one that happens.
std::vector<double> pooled_shares(std::span<const Course> courses, const Case& c) {
    std::vector<double> out(c.people.size());
    for (const Course& course : courses) {
        const std::vector<double> one = by_region(course, c);
        for (std::size_t r = 0; r < out.size(); ++r) out[r] += one[r];
    }
    return shares_of(std::move(out));
}

/// Mean over members that killed anybody, by region: one with ten dead counts as much as one with
/// ten thousand.
std::vector<double> mean_shares(std::span<const Course> courses, const Case& c) {
    std::vector<double> out(c.people.size());
    double n = 0;
    for (const Course& course : courses) {
        const std::vector<double> one = by_region(course, c);
        const double all = sum(one);
        if (!(all > 0)) continue;
        n += 1;
        for (std::size_t r = 0; r < out.size(); ++r) out[r] += one[r] / all;
    }
    for (double& v : out) v = n > 0 ? v / n : unknown;
    return out;
}

Estimate spearman_over(const std::vector<double>& x, const std::vector<double>& y) {
    return analysis::bootstrap(x.size(), resamples, 1, [&](std::span<const std::size_t> items) {
        std::vector<double> a, b;
        for (const std::size_t i : items) {
            a.push_back(x[i]);
            b.push_back(y[i]);
        }
        return spearman(a, b);
    });
}

std::vector<double> per_head(std::vector<double> deaths, const Case& c) {
    for (std::size_t r = 0; r < deaths.size(); ++r) deaths[r] /= std::max(1.0, c.people[r]);
    return deaths;
}

}  // namespace

double spearman(const std::vector<double>& x, const std::vector<double>& y) {
    if (x.size() < 3) return unknown;
    const std::vector<double> a = ranks_of(x), b = ranks_of(y);
    const auto n = static_cast<double>(a.size());
    const double ma = sum(a) / n, mb = sum(b) / n;
    double aa = 0, bb = 0, ab = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        aa += (a[i] - ma) * (a[i] - ma);
        bb += (b[i] - mb) * (b[i] - mb);
        ab += (a[i] - ma) * (b[i] - mb);
    }
    return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : unknown;
}

std::vector<double> by_region(const Course& course, const Case& c) {
    std::vector<double> out(c.people.size());
    for (const Act& act : course.acts) {
        const int region = act.place < 0 ? -1 : c.region_of[static_cast<std::size_t>(act.place)];
        if (region >= 0) out[static_cast<std::size_t>(region)] += act.dead();
    }
    return out;
}

std::vector<double> by_region(std::span<const Recorded> record, const Case& c) {
    std::vector<double> out(c.people.size());
    for (const Recorded& r : record)
        if (r.region >= 0) out[static_cast<std::size_t>(r.region)] += r.deaths;
    return out;
}

Estimate place_skill(std::span<const Recorded> record, const std::vector<double>& shares,
                     const Case& c) {
    constexpr double hedge = 0.01;
    const std::vector<double> people = shares_of(c.people);
    std::vector<Recorded> rows;
    for (const Recorded& r : record)
        if (r.region >= 0 && people[static_cast<std::size_t>(r.region)] > 0) rows.push_back(r);
    const auto score = [&](const Recorded& r) {
        const auto at = static_cast<std::size_t>(r.region);
        return std::log(((1 - hedge) * shares[at] + hedge * people[at]) / people[at]);
    };
    return analysis::bootstrap(rows.size(), resamples, 1, [&](std::span<const std::size_t> items) {
        double n = 0, s = 0;
        for (const std::size_t i : items) {
            n += rows[i].deaths;
            s += rows[i].deaths * score(rows[i]);
        }
        return n > 0 ? s / n : unknown;
    });
}

std::vector<Part> where_parts(std::span<const Course> courses, std::span<const Recorded> record,
                              const Case& c) {
    const std::vector<double> model = pooled_shares(courses, c), mean = mean_shares(courses, c);
    const std::vector<double> seen = by_region(record, c);
    std::vector<double> capital;
    for (const Course& course : courses)
        capital.push_back(shares_of(by_region(course, c))[static_cast<std::size_t>(c.capital)]);
    const double recorded = shares_of(seen)[static_cast<std::size_t>(c.capital)];
    std::vector<Part> out;
    out.push_back(above("mean log score of a death's prefecture, against population",
                        place_skill(record, model, c), 0, "above 0 with its interval"));
    out.push_back(above("Spearman of deaths per head",
                        spearman_over(per_head(model, c), per_head(seen, c)), 0,
                        "interval above 0"));
    out.push_back(within("Spearman of deaths", spearman_over(model, seen), 0.75, 1, "at least 0.75",
                         fmt::format("population alone {:.2f}; {} regions",
                                     spearman(c.people, seen), c.people.size())));
    constexpr const char* why =
        "the row until this version: members with few dead count as much as those with many";
    out.push_back(
        note("mean log score, mean of the members' shares", place_skill(record, mean, c), why));
    out.push_back(note("Spearman of deaths per head, mean of the members' shares",
                       spearman_over(per_head(mean, c), per_head(seen, c)), why));
    out.push_back(
        note("Spearman of deaths, mean of the members' shares", spearman_over(mean, seen), why));
    const Estimate middle{quantile(capital, 0.5), quantile(capital, 0.05), quantile(capital, 0.95)};
    Part share = within("the capital's share of the dead, median and central 90 %", middle, 0, 1,
                        fmt::format("central 90 % of members holds {:.2f}", recorded));
    if (!(middle.lo <= recorded && recorded <= middle.hi)) share.judgement = Judgement::missed;
    out.push_back(std::move(share));
    return out;
}

}  // namespace forestall::patterns
