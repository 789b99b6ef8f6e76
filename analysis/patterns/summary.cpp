// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/summary.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "analysis/patterns/companions.hpp"
#include "analysis/patterns/ending.hpp"
#include "analysis/patterns/sizes.hpp"
#include "analysis/patterns/truces.hpp"
#include "analysis/patterns/warning.hpp"
#include "analysis/warnings/alarms.hpp"

namespace forestall::patterns {
namespace {

constexpr double war_year = 25, killing_year = 100;
constexpr int week = 7;
constexpr double correlated = 0.5;

double years_of(const Course& c, int steps) {
    return static_cast<double>(steps) * c.step_days / analysis::year_days;
}

void add(const Counted& more, Counted& to) {
    to.k += more.k;
    to.n += more.n;
}

void count_endings(const Course& c, Counted& out) {
    for (const Episode& e : episodes_of(c)) {
        if (e.ended < 0) continue;
        out.n += 1;
        out.k += e.end == End::strategy ? 1 : 0;
    }
}

void count_relapses(const Course& c, Counted& out) {
    for (const Truce& t : c.truces) {
        if (years_of(c, c.steps - t.from) < relapse_years) continue;
        out.n += 1;
        out.k += t.relapsed && years_of(c, t.to - t.from) <= relapse_years ? 1 : 0;
    }
}

/// Of keys' yearly deaths: years from a bound on, but the last of the run, and how many of these
/// are followed by a year below it.
template <class Key>
void count_ends(const std::map<Key, std::vector<double>>& by_year, double bound, Counted& out) {
    for (const auto& [key, dead] : by_year)
        for (std::size_t y = 0; y + 1 < dead.size(); ++y) {
            if (dead[y] < bound) continue;
            out.n += 1;
            out.k += dead[y + 1] < bound ? 1 : 0;
        }
}

void count_years(const Course& c, RiskSummary& out) {
    const auto years = static_cast<std::size_t>(std::max(0, c.years()));
    std::map<std::pair<int, int>, std::vector<double>> battles;
    std::map<int, std::vector<double>> killing;
    for (const Act& act : c.acts) {
        const auto year = static_cast<std::size_t>(c.year_of(act.step));
        if (year >= years || act.actor < 0) continue;
        if (act.deed == Deed::battle && act.opponent >= 0) {
            auto& dead = battles[std::minmax({act.actor, act.opponent})];
            dead.resize(years);
            dead[year] += act.dead();
        }
        if (act.deed == Deed::one_sided) {
            auto& dead = killing[act.actor];
            dead.resize(years);
            dead[year] += act.civilians;
        }
    }
    count_ends(battles, war_year, out.fighting);
    count_ends(killing, killing_year, out.killing);
}

double logit_of(double part, double all, double added) {
    const double p = (part + added) / (all + 2 * added);
    return std::log(p / (1 - p));
}

void add_week(std::vector<double>& weeks, int day, double dead) {
    const auto at = static_cast<std::size_t>(std::max(0, day) / week);
    if (at >= weeks.size()) weeks.resize(at + 1);
    weeks[at] += dead;
}

/// 0, the log of all, where nobody dies.
double log_burst(const std::vector<double>& weeks) {
    const double share = densest_five_weeks(weeks);
    return share > 0 ? std::log(share) : 0;
}

}  // namespace

RiskSummary risk_summary(std::span<const Course> members) {
    RiskSummary out;
    double one_sided = 0, battle = 0;
    for (const Course& c : members) {
        out.onset.k += c.onset >= 0 ? 1 : 0;
        out.onset.n += years_of(c, c.onset >= 0 ? c.onset + 1 : c.steps);
        count_years(c, out);
        count_endings(c, out.strategy);
        count_relapses(c, out.relapse);
        const double correlation = log_correlation(quarters_of(c, Killers::count));
        if (!std::isnan(correlation)) add({correlation >= correlated ? 1.0 : 0.0, 1}, out.together);
        add(false_alarms(c), out.alarms);
        std::vector<double> weeks;
        for (const Act& act : c.acts) {
            if (act.deed == Deed::one_sided) one_sided += act.dead();
            if (act.deed == Deed::battle) battle += act.dead();
            add_week(weeks, act.step * c.step_days, act.dead());
        }
        out.burst += log_burst(weeks) / static_cast<double>(members.size());
    }
    out.onset.n = std::max(out.onset.n, out.onset.k);
    out.ratio = std::log((one_sided + 10) / (battle + 10));
    return out;
}

Counted false_alarms(const Course& course) {
    const analysis::Alarms found = analysis::alarms_of(watched_of(course));
    return {found.false_alarms, std::max(found.years, found.false_alarms)};
}

std::vector<double> CaseSummary::numbers() const {
    std::vector<double> out = half_years;
    for (const double x : {ratio, capital, burst, small, largest, second_side, displaced})
        out.push_back(x);
    return out;
}

std::vector<Death> deaths_of(const Course& course, const Case& c) {
    std::vector<Death> out;
    for (const Act& act : course.acts) {
        Death d;
        d.day = act.step * course.step_days;
        if (act.place >= 0) d.region = c.region_of[static_cast<std::size_t>(act.place)];
        d.one_sided = act.deed == Deed::one_sided;
        if (d.one_sided && act.actor >= 0) d.side = c.side_of[static_cast<std::size_t>(act.actor)];
        d.dead = act.dead();
        d.reported = act.reported + act.fighters;
        out.push_back(d);
    }
    return out;
}

std::vector<Death> deaths_of(std::span<const Recorded> record) {
    std::vector<Death> out;
    for (const Recorded& r : record)
        out.push_back({r.day, r.region, r.side, r.one_sided, r.deaths, r.deaths});
    return out;
}

CaseSummary case_summary(std::span<const Death> deaths, std::span<const std::int64_t> events,
                         double displaced_at_most, double killed_by_then, const Case& c) {
    CaseSummary out;
    std::vector<double> reported(c.half_years.size()), weeks;
    double one_sided = 0, rest = 0, capital = 0, placed = 0, sides[2] = {0, 0};
    for (const Death& d : deaths) {
        const auto half = static_cast<std::size_t>(
            std::upper_bound(c.half_years.begin(), c.half_years.end(), d.day) -
            c.half_years.begin());
        if (half < reported.size()) reported[half] += d.reported;
        (d.one_sided ? one_sided : rest) += d.dead;
        if (d.region >= 0) placed += d.dead;
        if (d.region == c.capital) capital += d.dead;
        if (d.side == 0 || d.side == 1) sides[d.side] += d.dead;
        add_week(weeks, d.day, d.dead);
    }
    for (const double x : reported) out.half_years.push_back(std::log(x + 5));
    out.ratio = std::log((one_sided + 5) / (rest + 5));
    out.capital = logit_of(capital, placed, 5);
    out.burst = log_burst(weeks);
    double few = 0, most = 0;
    for (const std::int64_t n : events) {
        few += n <= 3 ? 1 : 0;
        most = std::max(most, static_cast<double>(n));
    }
    out.small = logit_of(few, static_cast<double>(events.size()), 2);
    out.largest = std::log1p(most);
    out.second_side = logit_of(sides[1], sides[0] + sides[1], 10);
    out.displaced = std::log((displaced_at_most + 1000) / (killed_by_then + 5));
    return out;
}

CaseSummary case_summary(const Course& course, const Case& c) {
    const auto peak = std::max_element(course.displaced.begin(), course.displaced.end());
    const auto step = static_cast<int>(peak - course.displaced.begin());
    double killed = 0;
    for (const Act& act : course.acts)
        if (act.step <= step) killed += act.civilians;
    const double most = peak == course.displaced.end() ? 0 : static_cast<double>(*peak);
    return case_summary(deaths_of(course, c), sizes_of(course).events, most, killed, c);
}

}  // namespace forestall::patterns
