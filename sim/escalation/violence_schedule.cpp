// SPDX-License-Identifier: Apache-2.0
#include "escalation/violence_schedule.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/samplers.hpp"
#include "escalation/scheduled_dead.hpp"
#include "world/travel_cost.hpp"

namespace forestall {
namespace {
constexpr auto kToll = process("violence.toll");
constexpr auto kDay = process("violence.day");
constexpr auto kReported = process("violence.report");
/// A reach below this share is not followed.
constexpr double faint = 0.01;

/// Digest of place, day, kind, target and actor.
std::uint64_t event_address(const World& world, const ScheduledViolence& v) {
    const std::uint64_t target =
        v.target == none<GroupId>() ? 0 : name_hash(world.groups()[index(v.target)].name);
    const std::uint64_t actor =
        v.actor == none<ActorId>() ? 0 : name_hash(world.actors()[index(v.actor)].name);
    const std::uint64_t when =
        (static_cast<std::uint64_t>(static_cast<std::uint32_t>(v.first)) << 8) +
        static_cast<std::uint64_t>(v.kind);
    return mix(mix(world.address(v.place), when), mix(target, actor));
}

/// Of each event, for draws: rows that differ in nothing but their numbers get draws of their own.
std::vector<std::uint64_t> event_addresses(const World& world) {
    std::vector<std::uint64_t> out;
    std::map<std::uint64_t, std::uint64_t> alike;
    for (const auto& event : world.violence()) {
        const std::uint64_t base = event_address(world, event);
        out.push_back(mix(base, alike[base]++));
    }
    return out;
}

Persons whole(double x) { return static_cast<Persons>(std::max(0.0, std::floor(x + 0.5))); }

Persons civilians_of(const ScheduledViolence& event, Stream& draws) {
    return whole(event.civilian_deaths.quantile(draws.uniform()));
}

}  // namespace

Persons scheduled_civilians(const World& world, const Luck& luck) {
    if (world.settings().violence_mode == ViolenceMode::endogenous) return 0;
    const auto addresses = event_addresses(world);
    Persons out = 0;
    for (std::size_t e = 0; e < addresses.size(); ++e) {
        Stream draws = luck.stream(kToll, addresses[e], 0);
        out += civilians_of(world.violence()[e], draws);
    }
    return out;
}

ViolenceSchedule::ViolenceSchedule(const World& world, const Luck& luck,
                                   const PopulationParameters& of_people)
    : world_(&world), remaining_(world.violence().size()), reach_(world.places().size()) {
    address_ = event_addresses(world);
    for (std::size_t e = 0; e < remaining_.size(); ++e) {
        const auto& event = world.violence()[e];
        Stream s = luck.stream(kToll, address_[e], 0);
        remaining_[e].civilians = civilians_of(event, s);
        remaining_[e].fighters = whole(event.battle_deaths.quantile(s.uniform()));
    }
    const rules::AlarmSettings settings{of_people.alarm_memory_days, of_people.alarm_fade_days};
    for (Day age = 0; age <= world.settings().days; ++age) {
        dulled_.push_back(rules::dulled(age, settings));
        faded_.push_back(rules::faded(age, settings));
    }
    if (of_people.alarm_reach_km <= 0) return;
    std::vector<PlaceId> sources;
    for (const auto& event : world.violence()) sources.push_back(event.place);
    std::sort(sources.begin(), sources.end());
    sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
    SafePaths roads(world.graph(), {}, Keep::wanted);
    std::vector<PathCost> km(world.graph().arcs());
    for (std::size_t arc = 0; arc < km.size(); ++arc)
        km[arc] = travel_cost(world.routes()[arc / 2].km, true, 0, false, {});
    roads.set_costs(km);
    for (const PlaceId source : sources) {
        const std::vector<PathCost> cost = roads.costs_from(source);  // there and back are as far
        for (std::uint32_t p = 0; p < cost.size(); ++p) {
            const PathCost c = cost[p];
            if (c == unreachable || p == index(source) || world.places()[p].foreign) continue;
            const double share =
                rules::alarm_reach(static_cast<double>(c) / cost_per_km, of_people.alarm_reach_km);
            if (share >= faint) reach_[index(source)].push_back({p, share});
        }
    }
}

Day ViolenceSchedule::last_day(std::size_t event) const {
    const Day last = world_->violence()[event].last;
    return last < 0 ? world_->settings().days - 1 : last;
}

bool ViolenceSchedule::look(Day day, std::span<double> danger, std::span<double> alarm,
                            std::span<double> unease) const {
    const std::vector<double> before(danger.begin(), danger.end());
    std::fill(danger.begin(), danger.end(), 0.0);
    std::fill(alarm.begin(), alarm.end(), 0.0);
    std::fill(unease.begin(), unease.end(), 0.0);
    for (std::size_t e = 0; e < remaining_.size(); ++e) {
        const auto& event = world_->violence()[e];
        if (day < event.first) continue;
        const std::size_t p = index(event.place);
        const Day last = last_day(e);
        if (day <= last) danger[p] = std::max(danger[p], event.intensity);
        // Ages before the start of the run count as the start: nothing older is known.
        const auto age = static_cast<std::size_t>(day - std::max(0, event.first));
        const double left =
            day <= last ? 1.0 : faded_[static_cast<std::size_t>(day - std::max(0, last))];
        unease[p] = std::max(unease[p], event.intensity * left);
        alarm[p] = std::max(alarm[p], event.intensity * dulled_[age] * left);
    }
    spread(alarm);
    return !std::equal(before.begin(), before.end(), danger.begin());
}

void ViolenceSchedule::spread(std::span<double> alarm) const {
    const std::vector<double> own(alarm.begin(), alarm.end());
    for (std::size_t p = 0; p < own.size(); ++p)
        if (own[p] > 0)
            for (const auto& r : reach_[p])
                alarm[r.place] = std::max(alarm[r.place], own[p] * r.share);
}

void ViolenceSchedule::strike(Day day, Population& population, double reporting, const Luck& luck,
                              std::vector<Toll>& out) {
    out.clear();
    const auto step = static_cast<std::uint32_t>(day);
    for (std::size_t e = 0; e < remaining_.size(); ++e) {
        const auto& event = world_->violence()[e];
        auto& rest = remaining_[e];
        if (day < event.first || day > last_day(e)) continue;
        Toll toll{e, std::vector<Persons>(world_->groups().size()), 0, 0};
        if (rest.civilians == 0 && rest.fighters == 0) {
            out.push_back(std::move(toll));
            continue;
        }
        const double share = 1.0 / static_cast<double>(last_day(e) - day + 1);
        Stream s = luck.stream(kDay, address_[e], step);
        const Persons civilians = sample::binomial(s, rest.civilians, share);
        toll.fighters = sample::binomial(s, rest.fighters, share);
        rest.civilians -= civilians;
        rest.fighters -= toll.fighters;
        if (civilians > 0) population.kill(event.place, event.target, civilians, s, toll.civilians);
        Persons died = 0;
        for (const Persons n : toll.civilians) died += n;
        Stream r = luck.stream(kReported, address_[e], step);
        toll.reported =
            sample::binomial(r, died, reporting * world_->places()[index(event.place)].access);
        out.push_back(std::move(toll));
    }
}

void ViolenceSchedule::hash(StateHash& h) const {
    for (const auto& r : remaining_) {
        h.add(r.civilians);
        h.add(r.fighters);
    }
}

}  // namespace forestall
