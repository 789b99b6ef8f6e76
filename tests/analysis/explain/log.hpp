// SPDX-License-Identifier: Apache-2.0
// A made-up log of a run for tests of explanations: a coup (0), an order (1), a killing (2), a
// battle (3) for revenge that was ordered, and a stage (4).
#pragma once
#include <vector>

#include "results/header.hpp"

namespace forestall::test {

inline Header header_of_log() {
    Header h;
    h.title = "Aru";
    h.start_date = "2030-01-01";
    for (std::int64_t t = 0; t < 60; ++t) h.time.push_back(7 * t);
    h.locations = {{"Ford", "Aru", "", 0, 0}, {"Mill", "Aru", "", 0, 0}};
    h.groups = {"Hill people", "River people"};
    h.actors = {"Army of Aru", "Ridge Front"};
    return h;
}

inline std::vector<Event> log_of_a_run() {
    const auto at = [](std::int32_t number, EventKind kind, const char* manner, Day day) {
        Event e;
        e.number = number;
        e.kind = kind;
        e.manner = manner;
        e.day = day;
        e.step = day / 7;
        return e;
    };
    Event coup = at(0, EventKind::trigger, "coup", 3);
    Event order = at(1, EventKind::offensive, "", 21);
    order.actor = ActorId{1};
    order.opponent = ActorId{0};
    order.probability = 0.004;
    order.causes = {{"inertia", -8, -1, none<ActorId>()}, {"shock", 1.5, 0, none<ActorId>()}};
    Event killing = at(2, EventKind::one_sided, "selective", 30);
    killing.place = PlaceId{0};
    killing.actor = ActorId{0};
    killing.target = GroupId{0};
    killing.deaths = killing.civilian_deaths = 9;
    killing.probability = 0.02;
    killing.causes = {{"information", 1, -1, none<ActorId>()},
                      {"losing", 0.01, 0, none<ActorId>()}};
    Event battle = at(3, EventKind::battle, "offensive", 40);
    battle.place = PlaceId{1};
    battle.actor = ActorId{1};
    battle.opponent = ActorId{0};
    battle.deaths = 1240;
    battle.civilian_deaths = 40;
    battle.reported = 10;
    battle.zone = 3;
    battle.probability = 0.25;
    battle.causes = {{"orders", 3, 1, none<ActorId>()},
                     {"inertia", -6, -1, none<ActorId>()},
                     {"revenge", 1, 2, ActorId{0}},
                     {"shock", 1, 0, none<ActorId>()}};
    return {coup, order, killing, battle, at(4, EventKind::stage, "true: mitigation", 48)};
}

}  // namespace forestall::test
