// SPDX-License-Identifier: Apache-2.0
#include "app/job/scheduled_dead.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

#include "app/frame/numbers.hpp"
#include "core/random.hpp"
#include "escalation/scheduled_dead.hpp"

namespace forestall::app {
namespace {

constexpr std::size_t block = 512;  // members read at a time

/// Agents of several persons die whole, the remainder of each day settled by a draw: four standard
/// deviations of that.
Persons rounding(const World& world, Persons scheduled) {
    const Settings& settings = world.settings();
    if (settings.representation == Representation::cohort || settings.persons_per_agent <= 1)
        return 0;
    double days = 0;
    for (const auto& event : world.violence())
        days += static_cast<double>((event.last < 0 ? settings.days - 1 : event.last) -
                                    event.first + 1);
    return static_cast<Persons>(2 * static_cast<double>(settings.persons_per_agent) *
                                std::sqrt(std::min(days, static_cast<double>(scheduled))));
}

/// `deaths`: of one member, by step; NaN if it was not run.
void add(ScheduledDead& dead, const World& world, Persons scheduled,
         std::span<const double> deaths) {
    const double died = std::accumulate(deaths.begin(), deaths.end(), 0.0);
    if (std::isnan(died)) return;
    Persons missing = scheduled - static_cast<Persons>(died);
    if (missing <= rounding(world, scheduled)) missing = 0;
    ++dead.members;
    dead.scheduled += scheduled;
    dead.not_placed += missing;
    if (missing > 0) ++dead.members_short;
}

}  // namespace

std::vector<ScheduledDead> scheduled_dead(const Results& results, const World& world,
                                          std::uint64_t seed) {
    std::vector<ScheduledDead> out;
    const Variable& killed = *find_variable("civilian_deaths");
    if (world.settings().violence_mode == ViolenceMode::endogenous || world.violence().empty() ||
        !results.has(killed))
        return out;
    for (std::size_t o = 0; o < results.header().options.size(); ++o) {
        ScheduledDead& dead = out.emplace_back();
        dead.option = results.header().options[o];
        const std::size_t steps = results.length(killed);
        for (std::size_t first = 0; first < results.members().size(); first += block) {
            const auto members = std::span(results.members()).subspan(first);
            const std::size_t count = std::min(block, members.size());
            const auto deaths = results.values(killed, o, first, count);
            for (std::size_t m = 0; m < count; ++m)
                add(dead, world, scheduled_civilians(world, Luck(seed, members[m])),
                    std::span(deaths).subspan(m * steps, steps));
        }
    }
    return out;
}

std::string scheduled_dead_text(const std::vector<ScheduledDead>& dead) {
    std::string out;
    for (const ScheduledDead& d : dead) {
        if (d.not_placed == 0) continue;
        const std::string where =
            d.members == 1 ? ""
                           : fmt::format(", in {} of {} members together",
                                         thousands(d.members_short), thousands(d.members));
        out += fmt::format(
            "{} of {} scheduled dead could not be placed{}{}: too few people were there\n",
            thousands(d.not_placed), thousands(d.scheduled),
            dead.size() > 1 ? " (option " + d.option + ")" : "", where);
    }
    if (!out.empty())
        out += "  `forestall check` names rows of violence.csv whose dead do not live there\n";
    return out;
}

Json scheduled_dead_json(const std::vector<ScheduledDead>& dead) {
    Json out = Json::array();
    for (const ScheduledDead& d : dead)
        out.push_back({{"option", d.option},
                       {"scheduled", d.scheduled},
                       {"not_placed", d.not_placed},
                       {"members", d.members},
                       {"members_short", d.members_short}});
    return out;
}

}  // namespace forestall::app
