// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/observed/death_places.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/patterns/whereabouts.hpp"
#include "analysis/quantile.hpp"

namespace forestall::analysis {
namespace {

constexpr ViolenceKind all_kinds[] = {ViolenceKind::battle, ViolenceKind::one_sided,
                                      ViolenceKind::communal};
constexpr double near_months = 3;
constexpr std::size_t least_rows = 10;  ///< fewer give no interval of places

/// Watched deaths of one table by spot, or by month.
std::vector<double> summed(const DeathRecord& record, const std::vector<double>& deaths,
                           bool by_month) {
    const DeathLayout& layout = record.layout;
    std::vector<double> out(by_month ? layout.months() : layout.spots().size(), 0);
    for (const ViolenceKind kind : all_kinds)
        for (std::size_t m = 0; m < layout.months(); ++m) {
            if (!record.watched(kind, m)) continue;
            for (std::size_t s = 0; s < layout.spots().size(); ++s)
                out[by_month ? m : s] += deaths[layout.at(kind, m, s)];
        }
    return out;
}

/// By area: the last spot, which is none, is left out.
std::vector<double> people_of(const DeathLayout& layout) {
    std::vector<double> out(layout.spots().size(), 0);
    for (const HomePopulation& home : layout.world().populations())
        out[layout.spot_of(home.place)] += real(home.persons);
    out.pop_back();
    return out;
}

std::vector<patterns::Recorded> recorded(const DeathRecord& record) {
    std::vector<patterns::Recorded> out;
    for (const DeathsRow& row : record.rows) {
        const Month month = row.month - record.layout.first_month();
        const std::size_t spot = record.layout.spot_of(row.where);
        if (month < 0 || static_cast<std::size_t>(month) >= record.layout.months()) continue;
        if (row.deaths == 0 || spot + 1 == record.layout.spots().size()) continue;
        patterns::Recorded one;
        one.region = static_cast<int>(spot);
        one.deaths = real(row.deaths);
        out.push_back(one);
    }
    return out;
}

Estimate rank_correlation(const std::vector<double>& x, const std::vector<double>& y) {
    constexpr int resamples = 1000;
    return bootstrap(x.size(), resamples, 1, [&](std::span<const std::size_t> items) {
        std::vector<double> a, b;
        for (const std::size_t i : items) {
            a.push_back(x[i]);
            b.push_back(y[i]);
        }
        return patterns::spearman(a, b);
    });
}

/// The month with most deaths, if anybody died.
std::optional<std::size_t> peak_of(const std::vector<double>& by_month) {
    const auto most = std::max_element(by_month.begin(), by_month.end());
    if (most == by_month.end() || !(*most > 0)) return std::nullopt;
    return static_cast<std::size_t>(most - by_month.begin());
}

bool is_near(double a, double b) { return std::abs(a - b) <= near_months; }

}  // namespace

PlaceScores place_scores(const DeathRecord& record) {
    patterns::Case areas;
    areas.people = people_of(record.layout);
    std::vector<double> seen = summed(record, record.seen.deaths, false);
    PlaceScores out;
    out.areas = areas.people.size();
    out.nowhere = seen.back();
    seen.pop_back();
    std::vector<double> model(out.areas, 0);
    double dead = 0;
    for (const auto& member : record.members) {
        const std::vector<double> by_spot = summed(record, member, false);
        for (std::size_t a = 0; a < out.areas; ++a) model[a] += by_spot[a];
    }
    for (std::size_t a = 0; a < out.areas; ++a) {
        out.deaths += seen[a];
        dead += model[a];
    }
    std::vector<double> shares = model;
    for (double& share : shares) share = dead > 0 ? share / dead : unknown;
    const std::vector<patterns::Recorded> rows = recorded(record);
    out.log_score = patterns::place_skill(rows, shares, areas);
    for (std::size_t a = 0; a < out.areas; ++a) {
        model[a] /= std::max(1.0, areas.people[a]);
        seen[a] /= std::max(1.0, areas.people[a]);
    }
    out.spearman = rank_correlation(model, seen);
    if (rows.size() >= least_rows) return out;
    out.log_score = {out.log_score.value, unknown, unknown};
    out.spearman = {out.spearman.value, unknown, unknown};
    return out;
}

std::optional<PeakScore> peak_score(const DeathRecord& record) {
    const std::vector<double> by_month = summed(record, record.seen.deaths, true);
    const auto seen = peak_of(by_month);
    std::vector<double> peaks;
    for (const auto& member : record.members)
        if (const auto peak = peak_of(summed(record, member, true)))
            peaks.push_back(static_cast<double>(*peak));
    if (!seen || peaks.empty()) return std::nullopt;
    std::sort(peaks.begin(), peaks.end());
    PeakScore out{*seen, by_month[*seen], peaks.size()};
    out.lo = quantile_of_sorted(peaks, 0.05);
    out.median = quantile_of_sorted(peaks, 0.5);
    out.hi = quantile_of_sorted(peaks, 0.95);
    const auto at = static_cast<double>(*seen);
    const auto near =
        std::count_if(peaks.begin(), peaks.end(), [&](double p) { return is_near(p, at); });
    out.near = share(static_cast<double>(near), static_cast<double>(peaks.size()));
    double months = 0, close = 0;
    for (std::size_t m = 0; m < by_month.size(); ++m) {
        const bool any = std::any_of(std::begin(all_kinds), std::end(all_kinds),
                                     [&](ViolenceKind k) { return record.watched(k, m); });
        months += any ? 1 : 0;
        close += any && is_near(static_cast<double>(m), at) ? 1 : 0;
    }
    out.chance = close / months;
    return out;
}

}  // namespace forestall::analysis
