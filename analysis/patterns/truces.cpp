// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/truces.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace forestall::patterns {
namespace {

constexpr int window_days = 182;
/// Collier & Hoeffler 2004: 44 % of countries that ended a civil war are back in one within five
/// years; Suhrke & Samset 2007, over the same question: 23 %.
constexpr double relapse_lo = 0.2, relapse_hi = 0.5, relapse_years = 5;

bool between(const Course& c, const Truce& t, const Act& act) {
    if (act.deed != Deed::one_sided) return false;
    return (act.actor == t.a && c.speaks_for(t.b, act.target)) ||
           (act.actor == t.b && c.speaks_for(t.a, act.target));
}

double broken_within(std::vector<std::pair<double, bool>> spells, double years) {
    if (spells.empty()) return unknown;
    // Of spells of one length, those that broke come first: the others were still watched then.
    std::sort(spells.begin(), spells.end(), [](const auto& x, const auto& y) {
        return x.first < y.first || (x.first == y.first && x.second && !y.second);
    });
    double holds = 1;
    auto left = static_cast<double>(spells.size());
    for (const auto& [length, broke] : spells) {
        if (length > years) break;
        if (broke) holds *= 1 - 1 / left;
        left -= 1;
    }
    return 1 - holds;
}

}  // namespace

Hush hush_of(const Course& course, const Truce& truce) {
    const int steps = std::min({window_days / course.step_days, truce.to - truce.from, truce.from});
    Hush out;
    for (const Act& act : course.acts) {
        if (!between(course, truce, act)) continue;
        if (act.step >= truce.from - steps && act.step < truce.from) out.before += act.civilians;
        if (act.step >= truce.from && act.step < truce.from + steps) out.during += act.civilians;
    }
    return out;
}

Estimate fall_in_truce(std::span<const Course> courses) {
    std::vector<Hush> each;
    for (const Course& c : courses) {
        Hush sum;
        for (const Truce& t : c.truces) {
            const Hush h = hush_of(c, t);
            sum.before += h.before;
            sum.during += h.during;
        }
        each.push_back(sum);
    }
    return analysis::bootstrap(each.size(), resamples, 1, [&](std::span<const std::size_t> items) {
        Hush all;
        for (const std::size_t i : items) {
            all.before += each[i].before;
            all.during += each[i].during;
        }
        return all.before > 0 ? 1 - all.during / all.before : unknown;
    });
}

Estimate relapsed_within(std::span<const Course> courses, double years) {
    return analysis::bootstrap(
        courses.size(), resamples, 1, [&](std::span<const std::size_t> items) {
            std::vector<std::pair<double, bool>> spells;
            for (const std::size_t i : items)
                for (const Truce& t : courses[i].truces)
                    spells.emplace_back((t.to - t.from) * courses[i].step_days / 365.25,
                                        t.relapsed);
            return broken_within(std::move(spells), years);
        });
}

std::vector<Part> truce_parts(std::span<const Course> courses, std::span<const Course> unbound) {
    std::size_t truces = 0;
    for (const Course& c : courses) truces += c.truces.size();
    std::vector<Part> out;
    out.push_back(within("fall of one-sided deaths between the two in a truce",
                         fall_in_truce(courses), 0.4, 1, "at least 0.4",
                         fmt::format("{} truces in {} members", truces, courses.size())));
    if (!unbound.empty())
        out.push_back(note("the same where a truce holds nobody back", fall_in_truce(unbound),
                           "what regression to the mean makes of it"));
    out.push_back(within("share of truces broken within five years",
                         relapsed_within(courses, relapse_years), relapse_lo, relapse_hi,
                         "0.2 to 0.5",
                         "Collier & Hoeffler 2004: 0.44; Suhrke & Samset 2007: 0.23"));
    return out;
}

}  // namespace forestall::patterns
