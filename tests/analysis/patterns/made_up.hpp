// SPDX-License-Identifier: Apache-2.0
// Made-up courses for the tests of the patterns.
#pragma once
#include <stdexcept>
#include <string>
#include <vector>

#include "analysis/patterns/course.hpp"
#include "analysis/patterns/pattern.hpp"

namespace forestall::patterns::test {

/// Ten years of weeks, two actors that claim a group each, one place where 1,000 of each live.
inline Course calm_course(int steps = 522) {
    Course c;
    c.steps = steps;
    c.places = 1;
    c.actors = 2;
    c.groups = 2;
    c.speaks = {1, 0, 0, 1};
    const auto years = static_cast<std::size_t>(c.years());
    c.strength.assign(years * 2, 500.0F);
    c.at_home.assign((years + 1) * 2, 1000.0F);
    const auto n = static_cast<std::size_t>(steps);
    c.risk.assign(n, 0.1F);
    c.reported.assign(n, 0.0F);
    c.seen.assign(n, 1);
    c.displaced.assign(n, 0.0F);
    c.capital.assign(n, 0.0F);
    return c;
}

/// Actor 0 kills civilians of group 1 at place 0.
inline Act killing(int step, double civilians, int actor = 0, int target = 1) {
    Act act;
    act.step = step;
    act.deed = Deed::one_sided;
    act.place = 0;
    act.actor = actor;
    act.target = target;
    act.civilians = civilians;
    act.reported = civilians / 2;
    return act;
}

inline Act battle(int step, double fighters) {
    Act act;
    act.step = step;
    act.deed = Deed::battle;
    act.place = 0;
    act.actor = 0;
    act.opponent = 1;
    act.fighters = fighters;
    return act;
}

inline const Part& part_named(const std::vector<Part>& parts, const std::string& begins) {
    for (const Part& p : parts)
        if (p.what.find(begins) != std::string::npos) return p;
    throw std::out_of_range("no part is named " + begins);
}

}  // namespace forestall::patterns::test
