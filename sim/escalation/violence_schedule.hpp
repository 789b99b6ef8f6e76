// SPDX-License-Identifier: Apache-2.0
// Rule: violence follows the scenario's dated schedule. While an event lasts its place is
// dangerous; its deaths, drawn once per event, fall on its days at random; victims are people who
// are there. Reads the World's schedule and the population; writes danger, alarm and deaths.
// Source: the scenario's own (docs/mechanisms/violence-schedule.md).
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/hash.hpp"
#include "core/random.hpp"
#include "population/population.hpp"
#include "population/rules/alarm.hpp"
#include "world/world.hpp"

namespace forestall {

/// Deaths of one event on one day.
struct Toll {
    std::size_t event = 0;           ///< position in World::violence()
    std::vector<Persons> civilians;  ///< by group
    Persons fighters = 0;
    Persons reported = 0;  ///< of the civilians
};

/// A value: what is still to come of each event. Draws are addressed by place, first day and kind
/// of the event.
class ViolenceSchedule {
public:
    ViolenceSchedule(const World& world, const Luck& luck, const PopulationParameters& parameters);

    /// Danger, alarm and unease of each place on a day; spans have a value per place. Returns
    /// whether danger differs from before.
    bool look(Day day, std::span<double> danger, std::span<double> alarm,
              std::span<double> unease) const;
    /// The day's deaths, of every event that lasts: civilians are taken out of the population, each
    /// reported with the given chance × access.
    void strike(Day day, Population& population, double reporting, const Luck& luck,
                std::vector<Toll>& out);
    void hash(StateHash& h) const;

private:
    struct Remaining {
        Persons civilians = 0;
        Persons fighters = 0;
    };
    Day last_day(std::size_t event) const;
    void spread(std::span<double> alarm) const;

    const World* world_;
    std::vector<double> dulled_;  ///< alarm by age in days
    std::vector<double> faded_;   ///< share left by days since the end
    std::vector<Remaining> remaining_;
    std::vector<std::uint64_t> address_;  ///< of each event, for draws
    /// For each place with scheduled violence: the places its alarm reaches, and the share felt
    /// there.
    struct Reach {
        std::uint32_t place;
        double share;
    };
    std::vector<std::vector<Reach>> reach_;
};

}  // namespace forestall
