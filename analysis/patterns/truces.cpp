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
constexpr double relapse_lo = 0.2, relapse_hi = 0.5;

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

double one_sided_dead(const Course& c) {
    double out = 0;
    for (const Act& act : c.acts)
        if (act.deed == Deed::one_sided) out += act.civilians;
    return out;
}

enum class Fate : std::uint8_t { none, holds, breaks };

Fate fate_of(const Course& c) {
    if (c.truces.empty()) return Fate::none;
    const bool broken =
        std::any_of(c.truces.begin(), c.truces.end(), [](const Truce& t) { return t.relapsed; });
    return broken ? Fate::breaks : Fate::holds;
}

Estimate ratio_over(std::span<const Course> without, std::span<const Course> with,
                    const std::vector<std::size_t>& members) {
    return analysis::bootstrap(members.size(), resamples, 1,
                               [&](std::span<const std::size_t> items) {
                                   double dead = 0, else_dead = 0;
                                   for (const std::size_t i : items) {
                                       dead += one_sided_dead(with[members[i]]);
                                       else_dead += one_sided_dead(without[members[i]]);
                                   }
                                   return else_dead > 0 ? dead / else_dead : unknown;
                               });
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

std::vector<Part> mediation_parts(std::span<const Course> without, std::span<const Course> with) {
    std::vector<std::size_t> all, by_fate[3];
    for (std::size_t i = 0; i < with.size(); ++i) {
        all.push_back(i);
        by_fate[static_cast<std::size_t>(fate_of(with[i]))].push_back(i);
    }
    std::vector<Part> out;
    const auto add = [&](const char* what, const std::vector<std::size_t>& members) {
        if (members.empty()) return;
        out.push_back(note(std::string("one-sided deaths with a mediator over without, ") + what,
                           ratio_over(without, with, members),
                           fmt::format("{} members", members.size())));
    };
    add("all members", all);
    add("members whose truces all hold", by_fate[static_cast<std::size_t>(Fate::holds)]);
    add("members with a truce that breaks", by_fate[static_cast<std::size_t>(Fate::breaks)]);
    add("members without a truce", by_fate[static_cast<std::size_t>(Fate::none)]);
    return out;
}

}  // namespace forestall::patterns
