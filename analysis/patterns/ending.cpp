// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/ending.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace forestall::patterns {
namespace {

constexpr double onset_dead = 1000;
constexpr double calm_dead = 100;
constexpr int watched_years = 4;

bool deliberate(const Act& act) {
    return act.deed == Deed::one_sided && act.actor >= 0 && act.target >= 0;
}

/// Step in which `actor` passes 1,000 of any one group within 12 months; -1: never.
int onset_of(const Course& course, int actor) {
    const int window = std::max(1, analysis::year_days / course.step_days);
    std::map<int, std::vector<double>> by_group;
    for (const Act& act : course.acts) {
        if (!deliberate(act) || act.actor != actor || act.step >= course.steps) continue;
        auto& steps = by_group[act.target];
        steps.resize(static_cast<std::size_t>(course.steps));
        steps[static_cast<std::size_t>(act.step)] += act.civilians;
    }
    int first = -1;
    for (const auto& [group, steps] : by_group) {
        double sum = 0;
        for (int t = 0; t < course.steps; ++t) {
            sum += steps[static_cast<std::size_t>(t)];
            if (t >= window) sum -= steps[static_cast<std::size_t>(t - window)];
            if (sum <= onset_dead) continue;
            first = first < 0 ? t : std::min(first, t);
            break;
        }
    }
    return first;
}

std::vector<double> dead_by_year(const Course& course, int actor) {
    std::vector<double> out(static_cast<std::size_t>(course.years()));
    for (const Act& act : course.acts) {
        const auto year = static_cast<std::size_t>(course.year_of(act.step));
        if (deliberate(act) && act.actor == actor && year < out.size()) out[year] += act.civilians;
    }
    return out;
}

/// Share of the target's people that are still at home in a year where the actor killed them,
/// against the year of the onset; weighted by deaths.
double still_there(const Course& course, const Episode& e) {
    std::map<int, double> dead;
    for (const Act& act : course.acts)
        if (deliberate(act) && act.actor == e.actor && act.target == e.group && act.place >= 0)
            dead[act.place] += act.civilians;
    double sum = 0, weight = 0;
    for (const auto& [place, n] : dead) {
        const double before = course.home_of(e.began, place, e.group);
        if (!(before > 0)) continue;
        sum += n * std::min(1.0, course.home_of(e.ended, place, e.group) / before);
        weight += n;
    }
    return weight > 0 ? sum / weight : 1;
}

int most_killed(const Course& course, int actor) {
    std::map<int, double> dead;
    for (const Act& act : course.acts)
        if (deliberate(act) && act.actor == actor) dead[act.target] += act.civilians;
    const auto worst = std::max_element(dead.begin(), dead.end(),
                                        [](auto& x, auto& y) { return x.second < y.second; });
    return worst == dead.end() ? -1 : worst->first;
}

End way_of(const Course& course, const Episode& e) {
    const double left = course.strength_of(e.ended, e.actor),
                 had = course.strength_of(e.peak, e.actor);
    if (left < beaten_below * had) return End::defeat;
    return still_there(course, e) < gone_below ? End::plan : End::strategy;
}

/// Share of `of` among `among` over resampled members.
template <class Among, class Of>
Estimate share_by_members(const std::vector<std::vector<Episode>>& all, const Among& among,
                          const Of& of) {
    return analysis::bootstrap(all.size(), resamples, 1, [&](std::span<const std::size_t> items) {
        double n = 0, k = 0;
        for (const std::size_t i : items)
            for (const Episode& e : all[i])
                if (among(e)) {
                    n += 1;
                    k += of(e) ? 1 : 0;
                }
        return n > 0 ? k / n : unknown;
    });
}

}  // namespace

std::vector<Episode> episodes_of(const Course& course) {
    std::vector<Episode> out;
    for (int actor = 0; actor < course.actors; ++actor) {
        const int onset = onset_of(course, actor);
        if (onset < 0 || course.year_of(onset) >= course.years()) continue;
        const std::vector<double> dead = dead_by_year(course, actor);
        Episode e;
        e.actor = actor;
        e.group = most_killed(course, actor);
        e.began = course.year_of(onset);
        e.peak =
            static_cast<int>(std::max_element(dead.begin() + e.began, dead.end()) - dead.begin());
        e.watched = e.peak + watched_years < course.years();
        for (int y = e.peak + 1; y < course.years(); ++y) {
            const double n = dead[static_cast<std::size_t>(y)];
            if (e.ended < 0 && n < calm_dead) e.ended = y;
            if (e.ended >= 0 && n >= calm_dead) e.relapsed = true;
        }
        if (e.ended >= 0) e.end = way_of(course, e);
        out.push_back(e);
    }
    return out;
}

std::vector<Part> ending_parts(std::span<const Course> courses) {
    std::vector<std::vector<Episode>> all;
    std::size_t episodes = 0, watched = 0;
    for (const Course& c : courses) {
        all.push_back(episodes_of(c));
        episodes += all.back().size();
        for (const Episode& e : all.back()) watched += e.watched ? 1 : 0;
    }
    const auto has_ended = [](const Episode& e) { return e.ended >= 0; };
    std::vector<Part> out;
    out.push_back(within(
        "share below 100 deaths a year within four years of the peak year",
        share_by_members(
            all, [](const Episode& e) { return e.watched; },
            [](const Episode& e) { return e.ended >= 0 && e.ended - e.peak <= watched_years; }),
        0.5, 1, "at least 0.5",
        fmt::format("{} episodes, {} with four years after their peak", episodes, watched)));
    constexpr std::pair<End, const char*> ways[] = {{End::defeat, "by defeat"},
                                                    {End::plan, "as planned"},
                                                    {End::strategy, "by change of strategy"}};
    for (const auto& [way, name] : ways) {
        Part part = within(fmt::format("share of ends {}", name),
                           share_by_members(all, has_ended,
                                            [way = way](const Episode& e) { return e.end == way; }),
                           0, 0.6, "above 0, at most 0.6");
        if (!(part.figure.value > 0)) {
            part.judgement = Judgement::missed;
            part.why = "none ends so";
        }
        out.push_back(std::move(part));
    }
    Part again =
        within("share of ended ones that begin again",
               share_by_members(all, has_ended, [](const Episode& e) { return e.relapsed; }), 0, 1,
               "above 0");
    if (!(again.figure.value > 0)) again.judgement = Judgement::missed;
    out.push_back(std::move(again));
    return out;
}

}  // namespace forestall::patterns
