// SPDX-License-Identifier: Apache-2.0
#include "analysis/facts/persistence.hpp"

#include <algorithm>
#include <cmath>

namespace forestall::analysis {
namespace {

constexpr std::size_t months_of_a_year = 12;

Pairs neighbours(const std::vector<double>& values, const std::vector<bool>& active) {
    Pairs out;
    for (std::size_t i = 0; i + 1 < values.size(); ++i)
        if (active[i] && active[i + 1]) out.emplace_back(values[i], values[i + 1]);
    return out;
}

}  // namespace

int month_of(int day) { return static_cast<int>(std::floor(day / month_days)); }

std::vector<double> monthly_deaths(const History& history) {
    std::vector<double> out(static_cast<std::size_t>(std::max(0, month_of(history.days))), 0.0);
    for (const Occurrence& e : history.events) {
        const int month = month_of(e.last);
        if (span_of(e) > dated_to_the_month || month < 0 ||
            static_cast<std::size_t>(month) >= out.size())
            continue;
        out[static_cast<std::size_t>(month)] += static_cast<double>(e.deaths);
    }
    return out;
}

std::vector<double> yearly_battle_deaths(const History& history) {
    std::vector<double> out(static_cast<std::size_t>(std::max(0, history.days / year_days)), 0.0);
    for (const Occurrence& e : history.events) {
        const int year = e.last / year_days;
        if (e.deed == Deed::battle && e.last >= 0 && static_cast<std::size_t>(year) < out.size())
            out[static_cast<std::size_t>(year)] += static_cast<double>(e.deaths);
    }
    return out;
}

Pairs neighbouring_months(const History& history, double least) {
    const std::vector<double> months = monthly_deaths(history);
    std::vector<bool> active(months.size());
    for (std::size_t start = 0; start < months.size(); start += months_of_a_year) {
        const std::size_t end = std::min(months.size(), start + months_of_a_year);
        double sum = 0;
        for (std::size_t m = start; m < end; ++m) sum += months[m];
        for (std::size_t m = start; m < end; ++m) active[m] = sum >= least;
    }
    return neighbours(months, active);
}

Pairs neighbouring_years(const History& history, double least) {
    const std::vector<double> years = yearly_battle_deaths(history);
    std::vector<bool> active;
    for (const double deaths : years) active.push_back(deaths >= least);
    return neighbours(years, active);
}

Estimate lag_one(const Pairs& pairs, std::size_t least) {
    const Estimate none{unknown, unknown, unknown};
    if (pairs.empty() || pairs.size() < least) return none;
    const auto n = static_cast<double>(pairs.size());
    double mx = 0;
    double my = 0;
    for (const auto& [x, y] : pairs) {
        mx += std::log1p(x) / n;
        my += std::log1p(y) / n;
    }
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (const auto& [x, y] : pairs) {
        const double dx = std::log1p(x) - mx;
        const double dy = std::log1p(y) - my;
        xx += dx * dx;
        yy += dy * dy;
        xy += dx * dy;
    }
    if (!(xx > 0) || !(yy > 0)) return none;
    const double r = xy / std::sqrt(xx * yy);
    const double half = 1.959963985 * std::sqrt(std::max(0.0, 1 - r * r) / n);
    return {r, std::max(-1.0, r - half), std::min(1.0, r + half)};
}

double volatility(const Pairs& pairs, std::size_t least) {
    double n = 0;
    double sum = 0;
    double squares = 0;
    for (const auto& [x, y] : pairs) {
        if (!(x > 0) || !(y > 0)) continue;
        const double change = std::log(y / x);
        n += 1;
        sum += change;
        squares += change * change;
    }
    if (n < 2 || n < static_cast<double>(least)) return unknown;
    return std::sqrt(std::max(0.0, (squares - sum * sum / n) / (n - 1)));
}

double fourfold_rises(const Pairs& pairs, std::size_t least) {
    if (pairs.empty() || pairs.size() < least) return unknown;
    double hits = 0;
    for (const auto& [x, y] : pairs) hits += y >= 4 * x ? 1 : 0;
    return hits / static_cast<double>(pairs.size());
}

}  // namespace forestall::analysis
