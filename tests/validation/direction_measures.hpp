// SPDX-License-Identifier: Apache-2.0
// What the experiments of directions.hpp measure in a run.
#pragma once
#include <set>
#include <string>

#include "validation/loops.hpp"

namespace forestall::test {

/// Places that the place-bound actions of directions.hpp name.
inline const std::set<std::string> covered = {"Sarnholt", "Stone Market", "Three Mills"};

template <Series S>
double sum_of(const Ran& r) {
    double sum = 0;
    for (const double x : r.out[S]) sum += x;
    return sum;
}
template <ActorKind Kind>
double killed_by(const Ran& r) {
    double n = 0;
    for (const Event& e : r.detail.events)
        if (e.kind == EventKind::one_sided && r.world.actors()[index(e.actor)].kind == Kind)
            n += static_cast<double>(e.civilian_deaths);
    return n;
}
template <ActorKind Kind>
double killed_selectively_by(const Ran& r) {
    double n = 0;
    for (const Event& e : r.detail.events)
        if (e.kind == EventKind::one_sided && e.manner == "selective" &&
            r.world.actors()[index(e.actor)].kind == Kind)
            n += static_cast<double>(e.civilian_deaths);
    return n;
}
template <ActorKind Kind>
double repression_by(const Ran& r) {
    double n = 0;
    for (const Event& e : r.detail.events) {
        const bool kind = e.kind == EventKind::repression ||
                          (e.kind == EventKind::one_sided && e.manner == "selective");
        if (kind && r.world.actors()[index(e.actor)].kind == Kind) n += 1;
    }
    return n;
}
inline double killed_here(const Ran& r) {
    return deaths_of_kind(r, EventKind::one_sided, &covered);
}
inline double killed_elsewhere(const Ran& r) { return one_sided_deaths(r) - killed_here(r); }
inline double killed_by_rebels_here(const Ran& r) {
    double n = 0;
    for (const Event& e : r.detail.events)
        if (e.kind == EventKind::one_sided &&
            r.world.actors()[index(e.actor)].kind == ActorKind::rebel_group &&
            covered.contains(r.world.places()[index(e.place)].name))
            n += static_cast<double>(e.civilian_deaths);
    return n;
}
inline double communal_deaths(const Ran& r) { return deaths_of_kind(r, EventKind::communal); }
inline double attention_of(const Ran& r) { return mean_of(r.out[Series::attention]); }
inline double truces(const Ran& r) {
    return events_of(r, EventKind::ceasefire) + events_of(r, EventKind::agreement);
}
inline double relapses_late(const Ran& r) {
    double n = 0;
    for (const Event& e : r.detail.events) n += e.kind == EventKind::relapse && e.step >= 52;
    return n / (1 + truces(r));
}
/// Weeks from when mitigation was first due to when it was seen; the end of the period if it never
/// was.
inline double warning_delay(const Ran& r) {
    const auto first = [&](Series s) {
        const auto& x = r.out[s];
        std::size_t t = 0;
        while (t < x.size() && x[t] < 2) ++t;
        return t;
    };
    const std::size_t due = first(Series::stage_true);
    if (due == r.out[Series::stage_true].size()) return 0;
    return static_cast<double>(first(Series::stage_observed)) - static_cast<double>(due);
}
template <std::size_t From, std::size_t To>
double killed_in_steps(const Ran& r) {
    double n = 0;
    for (const Event& e : r.detail.events)
        if (e.kind == EventKind::one_sided && e.step >= static_cast<std::int32_t>(From) &&
            e.step < static_cast<std::int32_t>(To))
            n += static_cast<double>(e.civilian_deaths);
    return n;
}

}  // namespace forestall::test
