// SPDX-License-Identifier: Apache-2.0
// A made-up run for tests of histories: weeks of it, and what is put into them. Series follow from
// the events. Nobody is anywhere and nobody holds anything unless it is said.
#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "analysis/explain/history.hpp"

namespace forestall::test::made {

inline constexpr ActorId army{0}, front{1}, guard{2};
inline constexpr PlaceId ford{0}, mill{1}, quay{2};
inline constexpr GroupId hill{0}, river{1};

struct MadeRun {
    Header header;
    MemberOutcome outcome;
    RunDetail detail;
    ActorId ruler = army;
    std::string given = {};

    explicit MadeRun(std::size_t weeks = 130) {
        header.title = "Aru";
        header.start_date = "2030-01-01";
        for (std::size_t t = 0; t < weeks; ++t) header.time.push_back(static_cast<int>(7 * t));
        header.options = {"none"};
        header.locations = {
            {"Ford", "Aru", "", 0, 0}, {"Mill", "Aru", "", 0, 0}, {"Quay", "Aru", "", 0, 0}};
        header.groups = {"Hill people", "River"};
        header.actors = {"Army of Aru", "Ridge Front", "Guard factions"};
        for (auto& series : outcome.series) series.assign(weeks, 0);
        outcome[Scalar::mass_killing_onset_step] = -1;
        detail.steps = weeks;
        detail.places = header.locations.size();
        detail.groups = header.groups.size();
        detail.actors = header.actors.size();
    }

    history::Record record() const {
        history::Record out{header, outcome, detail};
        out.ruler = ruler;
        out.given = given;
        return out;
    }
    history::History history() const { return history::history_of(record(), 3); }

    /// Something that kills nobody, on the first day of the week.
    Event& add(std::size_t week, EventKind kind, const char* manner = "",
               ActorId actor = none<ActorId>(), ActorId opponent = none<ActorId>()) {
        Event e;
        e.step = static_cast<int>(week);
        e.kind = kind;
        e.manner = manner;
        e.day = static_cast<Day>(7 * week);
        e.actor = actor;
        e.opponent = opponent;
        e.number = static_cast<int>(detail.events.size());
        detail.events.push_back(e);
        return detail.events.back();
    }
    /// Civilians killed by an actor on the third day of the week; half of them, rounded down, are
    /// reported.
    Event& kill(std::size_t week, ActorId actor, GroupId group, PlaceId place, Persons n,
                const char* manner = "indiscriminate") {
        Event& e = add(week, EventKind::one_sided, manner, actor);
        e.day += 2;
        e.target = group;
        e.place = place;
        e.deaths = e.civilian_deaths = n;
        e.reported = n / 2;
        outcome[Series::civilian_deaths][week] += real(n);
        outcome[Series::reported_civilian_deaths][week] += real(n / 2);
        return e;
    }
    /// Fighters killed in a battle.
    Event& fight(std::size_t week, ActorId a, ActorId b, PlaceId place, Persons n) {
        Event& e = add(week, EventKind::battle, "attack", a, b);
        e.day += 1;
        e.place = place;
        e.deaths = n;
        outcome[Series::battle_deaths][week] += real(n);
        return e;
    }
    /// `people` live at every place, and an actor has the share of it from a week on.
    void hold(PlaceId place, ActorId actor, double share, Persons people, std::size_t from = 0) {
        detail.control.resize(detail.steps * detail.places * detail.actors, 0.0);
        detail.settled.resize(detail.steps * detail.places * detail.groups, 0);
        for (std::size_t t = from; t < detail.steps; ++t) {
            const std::size_t row = t * detail.places + index(place);
            detail.control[row * detail.actors + index(actor)] = share;
            detail.settled[row * detail.groups] = people;
        }
    }
    /// An actor has men under arms in Ford from a week on.
    void arm(ActorId actor, Persons men, std::size_t from = 0) {
        detail.fighters.resize(detail.steps * detail.places * detail.actors, 0);
        for (std::size_t t = from; t < detail.steps; ++t)
            detail.fighters[t * detail.places * detail.actors + index(actor)] = men;
    }
    void set(Series series, std::size_t from, std::size_t end, double value) {
        std::fill(outcome[series].begin() + static_cast<std::ptrdiff_t>(from),
                  outcome[series].begin() + static_cast<std::ptrdiff_t>(end), value);
    }
    /// The front begins a war in week 30, takes power in week 60 and kills more than a thousand
    /// Hill people until week 90.
    static MadeRun war() {
        MadeRun run;
        Event& begins = run.add(30, EventKind::trigger, "offensive", front, army);
        const std::int32_t began = begins.number;
        run.add(30, EventKind::founding, "called", front, army).causes = {
            {"follows", 1, began, army}};
        for (std::size_t week = 31; week < 120; ++week)
            run.fight(week, front, army, week % 2 == 0 ? ford : mill, 12);
        run.add(60, EventKind::takeover, "by force", front, army).place = ford;
        for (std::size_t week = 62; week < 100; ++week)
            run.kill(week, front, hill, week == 80 ? mill : quay, week == 80 ? 90 : 30).causes = {
                {"animus", 3, -1, none<ActorId>()}, {"threat", 2, -1, none<ActorId>()}};
        run.outcome[Scalar::mass_killing_onset_step] = 94;
        run.set(Series::displaced, 31, 130, 40000);
        run.set(Series::displaced, 80, 100, 61234);
        run.set(Series::refugees, 31, 130, 9000);
        return run;
    }
};

}  // namespace forestall::test::made
