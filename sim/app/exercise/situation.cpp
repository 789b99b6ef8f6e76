// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/situation.hpp"

#include "core/math.hpp"
#include "core/samplers.hpp"

namespace forestall::app::exercise {
namespace {

constexpr auto kSituation = process("fog.situation");
/// Below this nobody holds a place alone.
constexpr double held = 0.75;
/// Chance that word comes from a place that cannot be reached; of one that can, 1.
constexpr double word_without_access = 0.5;

std::string name_of(const World& world, const PlaceState& state) {
    return state.holder == none<ActorId>() ? "" : world.at(state.holder).name;
}

}  // namespace

Situation situation_of(const FogInput& in, const Course& course) {
    Situation out;
    const FogProfile* fog = in.plan.fog(in.seat.fog);
    const World& world = in.world;
    const std::size_t places = world.places().size(), lag = indicator_lag(in);
    const std::size_t steps = course.outcome[Series::risk].size();
    if (steps <= lag) return out;
    const std::size_t step = steps - 1 - lag;
    out.as_of = static_cast<Day>(step + 1) * world.settings().step_days;
    std::vector<HostSeen> hosts;
    for (const PlaceId p : ids<PlaceId>(places)) {
        const PlaceState& is = course.places[step * places + index(p)];
        const Place& place = world.at(p);
        const std::uint64_t who = mix(name_hash(in.seat.name), name_hash(place.name));
        Stream draw = in.luck.stream(kSituation, who, static_cast<std::uint32_t>(step));
        const double error = fog == nullptr ? 0 : fog->indicator_error;
        const double count = real(is.sheltered) * math::exp(error * sample::normal(draw.uniform()));
        PlaceSeen seen{place.name, std::nullopt, "", false};
        if (draw.uniform() < word_without_access + (1 - word_without_access) * place.access) {
            seen.sheltered = about(count);
            seen.holder = name_of(world, is);
            seen.contested = is.holder != none<ActorId>() && is.share < held;
            if (*seen.sheltered > 0) hosts.push_back({p, *seen.sheltered});
        }
        out.places.push_back(std::move(seen));
    }
    out.flows = flows_told(in, course.flows[step], hosts, step);
    return out;
}

Situation true_situation(const Course& course) {
    Situation out;
    const World& world = *course.world;
    const std::size_t places = world.places().size();
    if (course.places.size() < places) return out;
    out.as_of = course.days;
    for (const PlaceId p : ids<PlaceId>(places)) {
        const PlaceState& is = course.places[course.places.size() - places + index(p)];
        out.places.push_back({world.at(p).name, real(is.sheltered), name_of(world, is),
                              is.holder != none<ActorId>() && is.share < held});
    }
    out.flows = true_flows(course.flows.back(), world);
    return out;
}

Json to_json(const Situation& situation, const Case& on) {
    Json places = Json::array();
    for (const PlaceSeen& p : situation.places)
        places.push_back({{"place", p.place},
                          {"sheltered", p.sheltered ? Json(*p.sheltered) : Json()},
                          {"holder", p.holder.empty() ? Json() : Json(p.holder)},
                          {"contested", p.contested}});
    return {{"as_of", situation.as_of > 0 ? Json(on.date(situation.as_of - 1)) : Json()},
            {"places", places},
            {"flows", to_json(situation.flows)}};
}

}  // namespace forestall::app::exercise
