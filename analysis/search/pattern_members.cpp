// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/pattern_members.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "engine/engine.hpp"

namespace forestall::patterns {
namespace {

template <class Id>
int number_of(Id id) {
    return id == none<Id>() ? -1 : static_cast<int>(index(id));
}

std::optional<Deed> deed_of(EventKind kind) {
    if (kind == EventKind::battle) return Deed::battle;
    if (kind == EventKind::one_sided) return Deed::one_sided;
    if (kind == EventKind::communal) return Deed::communal;
    return std::nullopt;
}

std::vector<float> as_floats(const std::vector<double>& x) { return {x.begin(), x.end()}; }

void keep_series(const MemberOutcome& outcome, Course& out) {
    out.onset = static_cast<int>(outcome[Scalar::mass_killing_onset_step]);
    out.risk = as_floats(outcome[Series::risk]);
    out.reported = as_floats(outcome[Series::reported_civilian_deaths]);
    out.displaced = as_floats(outcome[Series::displaced]);
    for (const double stage : outcome[Series::stage_observed])
        out.seen.push_back(static_cast<std::int8_t>(stage));
}

void keep_acts(const std::vector<Event>& events, Course& out) {
    for (const Event& e : events) {
        const auto deed = deed_of(e.kind);
        if (!deed || (e.deaths < 1 && e.displaced < 1)) continue;
        Act act;
        act.step = e.step;
        act.deed = *deed;
        act.place = number_of(e.place);
        act.actor = number_of(e.actor);
        act.opponent = number_of(e.opponent);
        act.target = number_of(e.target);
        act.civilians = static_cast<double>(e.civilian_deaths);
        act.fighters = static_cast<double>(e.deaths - e.civilian_deaths);
        act.reported = static_cast<double>(e.reported);
        act.displaced = static_cast<double>(e.displaced);
        act.expulsion = e.manner == "expulsion";
        out.acts.push_back(act);
    }
}

void keep_capital(const World& world, const RunDetail& detail, const Keep& keep, Course& out) {
    if (keep.capital.empty() || detail.control.empty()) return;
    const std::size_t place = index(world.place(keep.capital)),
                      actor = index(world.actor(keep.challenger));
    for (std::size_t t = 0; t < detail.steps; ++t)
        out.capital.push_back(static_cast<float>(
            detail.control[(t * detail.places + place) * detail.actors + actor]));
}

/// Forces as a mean over each year, homes at each year's start and at the end.
void keep_years(const RunDetail& detail, Course& out) {
    const auto years = static_cast<std::size_t>(std::max(0, out.years()));
    out.strength.assign(years * detail.actors, 0.0F);
    std::vector<float> steps(years, 0.0F);
    for (std::size_t t = 0; t < detail.steps && !detail.fighters.empty(); ++t) {
        const auto year = static_cast<std::size_t>(out.year_of(static_cast<int>(t)));
        if (year >= years) break;
        steps[year] += 1;
        for (std::size_t p = 0; p < detail.places; ++p)
            for (std::size_t a = 0; a < detail.actors; ++a)
                out.strength[year * detail.actors + a] += static_cast<float>(
                    detail.fighters[(t * detail.places + p) * detail.actors + a]);
    }
    for (std::size_t i = 0; i < out.strength.size(); ++i)
        out.strength[i] /= std::max(1.0F, steps[i / detail.actors]);
    const std::size_t cells = detail.places * detail.groups;
    for (std::size_t year = 0; year <= years; ++year) {
        const auto step = std::min(detail.steps - 1, (year * analysis::year_days +
                                                      static_cast<std::size_t>(out.step_days) - 1) /
                                                         static_cast<std::size_t>(out.step_days));
        for (std::size_t c = 0; c < cells; ++c)
            out.at_home.push_back(static_cast<float>(detail.settled[step * cells + c]));
    }
}

void keep_claims(const World& world, Course& out) {
    out.speaks.assign(world.actors().size() * world.groups().size(), 0);
    for (std::size_t a = 0; a < world.actors().size(); ++a)
        for (const GroupId g : world.actors()[a].claims)
            out.speaks[a * world.groups().size() + index(g)] = 1;
}

}  // namespace

std::vector<Truce> truces_of(const std::vector<Event>& events, int steps) {
    std::vector<Truce> out;
    std::map<std::pair<int, int>, std::size_t> open;
    for (const Event& e : events) {
        if (e.actor == none<ActorId>() || e.opponent == none<ActorId>()) continue;
        const auto [a, b] = std::minmax({number_of(e.actor), number_of(e.opponent)});
        const auto at = open.find({a, b});
        if (e.kind == EventKind::ceasefire || e.kind == EventKind::agreement) {
            if (at != open.end()) continue;
            open[{a, b}] = out.size();
            out.push_back({a, b, e.step, steps, false});
        } else if ((e.kind == EventKind::relapse || e.kind == EventKind::battle) &&
                   at != open.end()) {
            out[at->second].to = e.step;
            out[at->second].relapsed = true;
            open.erase(at);
        }
    }
    return out;
}

Course course_of(const World& world, const MemberOutcome& outcome, const RunDetail& detail,
                 const Keep& keep) {
    Course out;
    out.steps = static_cast<int>(step_count(world));
    out.step_days = static_cast<int>(world.settings().step_days);
    out.places = static_cast<int>(world.places().size());
    out.actors = static_cast<int>(world.actors().size());
    out.groups = static_cast<int>(world.groups().size());
    keep_series(outcome, out);
    if (!keep.acts) return out;
    keep_acts(detail.events, out);
    out.truces = truces_of(detail.events, out.steps);
    keep_capital(world, detail, keep, out);
    keep_years(detail, out);
    keep_claims(world, out);
    return out;
}

std::vector<Course> run_courses(const World& world, std::uint64_t seed, std::uint64_t members,
                                const Keep& keep, const Parallel& parallel,
                                const std::string& option) {
    std::vector<Course> out(members);
    parallel.for_chunks(members, 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t m = begin; m < end; ++m) {
            RunDetail detail;
            RunRequest request;
            request.seed = seed;
            request.member = m;
            request.option = option;
            if (keep.acts) request.detail = &detail;
            const MemberOutcome outcome = run_member(world, request);
            out[m] = course_of(world, outcome, detail, keep);
        }
    });
    return out;
}

}  // namespace forestall::patterns
