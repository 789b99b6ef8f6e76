// SPDX-License-Identifier: Apache-2.0
// One member's run as the patterns see it: who killed whom where and when, truces, what the desk
// saw, how strong each actor was and where each group lived. Made by
// analysis/search/pattern_members; made up by tests. Places, actors and groups are positions in the
// world's tables; -1: none.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/facts/history.hpp"

namespace forestall::patterns {

using analysis::Deed;

/// An event that killed at least one person, or drove people out.
struct Act {
    int step = 0;
    Deed deed = Deed::battle;
    int place = -1;
    int actor = -1;
    int opponent = -1;  ///< the other armed actor of a battle
    int target = -1;    ///< the group aimed at
    double civilians = 0;
    double fighters = 0;
    double reported = 0;  ///< civilians, as observers report them
    double displaced = 0;
    bool expulsion = false;  ///< meant to drive people out
    double dead() const { return civilians + fighters; }
};

/// A ceasefire or an agreement between two actors, the one after the other counted as one.
struct Truce {
    int a = -1;
    int b = -1;
    int from = 0;  ///< step in which it began
    int to = 0;    ///< first step after it; the end of the run if it held
    bool relapsed = false;
};

struct Course {
    int steps = 0;
    int step_days = 7;
    int places = 0;
    int actors = 0;
    int groups = 0;
    int onset = -1;  ///< step of the first mass killing; -1: none
    std::vector<Act> acts;
    std::vector<Truce> truces;
    std::vector<float> risk;           ///< [step] the desk's
    std::vector<float> reported;       ///< [step] civilian deaths as reported
    std::vector<std::int8_t> seen;     ///< [step] observed stage, 0 to 3
    std::vector<float> displaced;      ///< [step] persons
    std::vector<float> capital;        ///< [step] share of the capital that the challenger holds
    std::vector<float> strength;       ///< [year][actor] fighters, mean over the year
    std::vector<float> at_home;        ///< [year][place][group] persons at the year's start; one
                                       ///< year more than `strength` has
    std::vector<std::uint8_t> speaks;  ///< [actor][group] the actor claims to speak for it

    int years() const { return steps * step_days / analysis::year_days; }
    int year_of(int step) const { return step * step_days / analysis::year_days; }
    double strength_of(int year, int actor) const { return strength[at(year, actors, actor)]; }
    double home_of(int year, int place, int group) const {
        return at_home[at(year, places, place) * static_cast<std::size_t>(groups) +
                       static_cast<std::size_t>(group)];
    }
    bool speaks_for(int actor, int group) const {
        return group >= 0 && speaks[at(actor, groups, group)] != 0;
    }

private:
    /// Position in a table of so many columns.
    static std::size_t at(int row, int columns, int column) {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
               static_cast<std::size_t>(column);
    }
};

}  // namespace forestall::patterns
