// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/companions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace forestall::patterns {
namespace {

constexpr int quarter_days = 91;
constexpr double least_dead = 25;
constexpr int least_quarters = 4;

Quarters empty(int days) {
    const auto n = static_cast<std::size_t>(std::max(0, days / quarter_days));
    return {std::vector<double>(n), std::vector<double>(n)};
}

void add(std::vector<double>& to, int day, double deaths) {
    const auto quarter = static_cast<std::size_t>(day / quarter_days);
    if (day >= 0 && quarter < to.size()) to[quarter] += deaths;
}

double sum(const std::vector<double>& x) {
    double out = 0;
    for (const double v : x) out += v;
    return out;
}

std::string beside(const char* what, double value) {
    return std::isnan(value) ? std::string() : fmt::format("; {} {:.2f}", what, value);
}

}  // namespace

Quarters quarters_of(const Course& course, Killers killers) {
    Quarters out = empty(course.steps * course.step_days);
    for (const Act& act : course.acts) {
        const int day = act.step * course.step_days;
        if (act.deed != Deed::one_sided) {
            add(out.rest, day, act.dead());
            continue;
        }
        add(out.one_sided, day, act.civilians);
        if (killers == Killers::count) add(out.rest, day, act.fighters);
    }
    return out;
}

Quarters quarters_of(const analysis::History& history) {
    Quarters out = empty(history.days);
    for (const auto& e : history.events)
        add(e.deed == Deed::one_sided ? out.one_sided : out.rest, e.last,
            static_cast<double>(e.deaths));
    return out;
}

double log_correlation(const Quarters& q) {
    if (sum(q.one_sided) < least_dead || sum(q.rest) < least_dead) return unknown;
    double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (std::size_t i = 0; i < q.rest.size(); ++i) {
        if (q.one_sided[i] + q.rest[i] <= 0) continue;
        const double a = std::log1p(q.one_sided[i]), b = std::log1p(q.rest[i]);
        n += 1;
        x += a;
        y += b;
        xx += a * a;
        yy += b * b;
        xy += a * b;
    }
    const double vx = xx - x * x / n, vy = yy - y * y / n;
    if (n < least_quarters || !(vx > 1e-9) || !(vy > 1e-9)) return unknown;
    return (xy - x * y / n) / std::sqrt(vx * vy);
}

double ratio_of(const Quarters& q) {
    const double killed = sum(q.one_sided), rest = sum(q.rest);
    if (killed + rest < least_dead) return unknown;
    return killed / std::max(1.0, rest);
}

std::vector<Part> companion_parts(const std::string& scenario, std::span<const Course> courses,
                                  double lo, double hi, const Quarters& record) {
    std::vector<double> together, alone, ratios;
    for (const Course& c : courses) {
        const Quarters all = quarters_of(c, Killers::count);
        together.push_back(log_correlation(all));
        alone.push_back(log_correlation(quarters_of(c, Killers::left_out)));
        ratios.push_back(ratio_of(all));
    }
    const auto known = [](const std::vector<double>& x) {
        return std::count_if(x.begin(), x.end(), [](double v) { return !std::isnan(v); });
    };
    std::vector<Part> out;
    out.push_back(within(
        scenario + ": correlation of log quarters, median", median(together), 0.5, 1, "0.5 to 1",
        fmt::format("{} of {} members have both{}", known(together), courses.size(),
                    beside("the record", log_correlation(record)))));
    out.push_back(note(scenario + ": the same without fighters who die while killing civilians",
                       median(alone)));
    out.push_back(within(scenario + ": one-sided deaths over the rest, median", median(ratios), lo,
                         hi, fmt::format("{} to {}", lo, hi),
                         fmt::format("{} of {} members have 25 dead{}", known(ratios),
                                     courses.size(), beside("the record", ratio_of(record)))));
    return out;
}

}  // namespace forestall::patterns
