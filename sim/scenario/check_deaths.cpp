// SPDX-License-Identifier: Apache-2.0
// The scheduled dead must have lived where they die: W012 where nobody of them lives, W013 where
// fewer do. Warnings, since people move: those who have fled there die as well. A run says how many
// it could not place.
#include <fmt/format.h>

#include <map>
#include <utility>

#include "scenario/reading.hpp"

namespace forestall {
namespace {

/// People at the start, at most, and the dead that rows so far want.
struct Cell {
    Persons people = 0;
    double dead = 0;
    bool told = false;
};

/// Civilians that an event kills, by its best estimate and at most.
struct Dead {
    double best = 0;
    double most = 0;
};

Dead dead_of(const ScheduledViolence& event) {
    const auto& d = event.civilian_deaths;
    const bool range = d.shape == Shape::triangular;
    return {range ? d.args[1] : d.args[0], range ? d.args[2] : d.args[0]};
}

std::string whom(const Reading& r, GroupId group) {
    return group == none<GroupId>() ? std::string("people")
                                    : "people of " + shown(r.tables.groups[index(group)].name);
}

class Schedule {
public:
    explicit Schedule(Reading& r) : r_(r) {
        for (const auto& home : r.tables.populations) {
            cell(home.place, home.group).people += home.high;
            cell(home.place, none<GroupId>()).people += home.high;
        }
    }

    void add(const ScheduledViolence& event, int line) {
        const Dead dead = dead_of(event);
        if (dead.most < 0.5) return;
        const SourcePosition at{"violence.csv", line, 1};
        Cell& here = cell(event.place, event.target);
        const std::string place = shown(r_.tables.places[index(event.place)].name);
        if (here.people == 0) {
            r_.report.add("W012", at,
                          fmt::format("{:.0f} are to be killed at {}, where no {} live", dead.most,
                                      place, whom(r_, event.target)));
            return;
        }
        count(event.place, event.target, dead.best, at);
        if (event.target != none<GroupId>()) count(event.place, none<GroupId>(), dead.best, at);
    }

private:
    Cell& cell(PlaceId place, GroupId group) {
        return cells_[std::pair(index(place), index(group))];
    }

    void count(PlaceId place, GroupId group, double dead, const SourcePosition& at) {
        Cell& here = cell(place, group);
        here.dead += dead;
        if (here.told || here.dead <= static_cast<double>(here.people)) return;
        here.told = true;
        r_.report.add(
            "W013", at,
            fmt::format("with this row {:.0f} {} are to be killed at {}, where {} live", here.dead,
                        whom(r_, group), shown(r_.tables.places[index(place)].name), here.people));
    }

    Reading& r_;
    std::map<std::pair<std::size_t, std::size_t>, Cell>
        cells_;  ///< by place and group; none: everyone
};

}  // namespace

void check_deaths(Reading& r) {
    if (!r.people_known || !r.places.known || !r.groups.known) return;
    if (r.tables.settings.violence_mode != ViolenceMode::scheduled) return;
    if (r.violence_line.size() != r.tables.violence.size()) return;
    Schedule schedule(r);
    for (std::size_t i = 0; i < r.tables.violence.size(); ++i)
        schedule.add(r.tables.violence[i], r.violence_line[i]);
}

}  // namespace forestall
