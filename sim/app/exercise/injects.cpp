// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/injects.hpp"

#include <algorithm>

#include "scenario/exercise/condition.hpp"

namespace forestall::app::exercise {
namespace {

/// What the country desk sees at the end of a course; nothing before the first step.
DeskView desk_view(const Case& on, const Course& course) {
    DeskView out;
    const MemberOutcome& o = course.outcome;
    if (o[Series::risk].empty()) return out;
    out.risk = o[Series::risk].back();
    out.attention = o[Series::attention].back();
    out.stage = static_cast<Stage>(o[Series::stage_observed].back());
    const auto& reported = o[Series::reported_civilian_deaths];
    const auto quarter =
        static_cast<std::size_t>(std::max<Day>(1, 91 / on.tables().settings.step_days));
    for (std::size_t s = reported.size() > quarter ? reported.size() - quarter : 0;
         s < reported.size(); ++s)
        out.reported_deaths += reported[s];
    double people = 0;
    for (const HomePopulation& h : course.world->populations()) people += real(h.persons);
    out.displaced = o[Series::displaced].back() / std::max(1.0, people);
    return out;
}

bool holds(const InjectCondition& condition, const Case& on, const Branch& branch,
           const Course& course) {
    switch (condition.kind) {
        case InjectCondition::Kind::turn:
            return branch.turn >= condition.at_least;
        case InjectCondition::Kind::indicator:
            return course.turn > 0 &&
                   read(condition.indicator, desk_view(on, course)) >= condition.at_least;
        case InjectCondition::Kind::event:
            return std::any_of(course.events.begin(), course.events.end(),
                               [&](const Event& e) { return e.kind == condition.event; });
        case InjectCondition::Kind::order:
            return std::any_of(
                branch.orders.begin(), branch.orders.end(), [&](const PlayedOrder& o) {
                    return !o.withdrawn && o.order.intervention == condition.intervention &&
                           (condition.seat.empty() || o.seat == condition.seat);
                });
    }
    return false;
}

}  // namespace

std::vector<Proposal> due(const Case& on, const Branch& branch, const Course& course) {
    std::vector<Proposal> out;
    const Msel& msel = on.msel();
    for (std::size_t row = 0; row < msel.size(); ++row) {
        const std::string number = msel.at(row, "number"), status = msel.at(row, "status");
        if (branch.inject(number) != nullptr || (!status.empty() && status != "ready")) continue;
        const std::string when = msel.at(row, "when"), condition = msel.at(row, "condition");
        const auto turn = parse_turn(when);
        const auto parsed = turn ? std::nullopt : parse_condition(condition);
        const bool now = turn ? *turn <= branch.turn : parsed && holds(*parsed, on, branch, course);
        if (now)
            out.push_back({row, number, msel.at(row, "title"), turn ? when : condition,
                           msel.at(row, "auto") == "yes", msel.at(row, "kind") == "trigger"});
    }
    return out;
}

Msel msel_of(const Case& on, const Branch& branch) {
    Msel out = on.msel();
    for (const PlayedInject& inject : branch.injects)
        if (const auto row = out.find(inject.number))
            out.set(*row, "status", inject.fired ? "fired" : "skipped");
    return out;
}

}  // namespace forestall::app::exercise
