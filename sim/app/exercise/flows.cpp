// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/flows.hpp"

#include <algorithm>
#include <cmath>

#include "core/math.hpp"
#include "core/samplers.hpp"

namespace forestall::app::exercise {
namespace {

constexpr auto kFlow = process("fog.flow");
/// Chance that people say, or are asked, where they come from.
constexpr double home_told = 0.8;

/// A home before it is known what is told of the host place as a whole.
struct Share {
    PlaceId from{};
    double weight = 0;
    bool told = false;
};

std::vector<Share> shares_of(const FogInput& in, std::span<const Flow> flows, PlaceId host,
                             std::size_t step) {
    const FogProfile* fog = in.plan.fog(in.seat.fog);
    const double error = fog == nullptr ? 0 : fog->indicator_error;
    std::vector<Share> out;
    for (const Flow& flow : flows) {
        if (flow.to != host) continue;
        const std::uint64_t who =
            mix(mix(name_hash(in.seat.name), name_hash(in.world.at(host).name)),
                name_hash(in.world.at(flow.from).name));
        Stream draw = in.luck.stream(kFlow, who, static_cast<std::uint32_t>(step));
        Share share{flow.from, real(flow.people), false};
        share.weight *= math::exp(error * sample::normal(draw.uniform()));
        share.told = draw.uniform() < home_told;
        out.push_back(share);
    }
    return out;
}

/// The largest first; equal ones stay in order.
void sort_largest(std::span<FlowSeen> flows) {
    std::stable_sort(flows.begin(), flows.end(),
                     [](const FlowSeen& a, const FlowSeen& b) { return a.people > b.people; });
}

}  // namespace

double about(double count) {
    if (count < 10) return std::floor(count + 0.5);
    const double unit = std::pow(10.0, std::floor(std::log10(count)) - 1);
    return std::floor(count / unit + 0.5) * unit;
}

std::vector<Flow> flows_of(const Population& people, const World& world) {
    std::vector<Flow> out;
    for (const PlaceId to : ids<PlaceId>(world.places().size())) {
        const std::vector<Persons> by_home = people.sheltered_by_home(to);
        for (const PlaceId from : ids<PlaceId>(by_home.size()))
            if (from != to && by_home[index(from)] > 0)
                out.push_back({from, to, by_home[index(from)]});
    }
    return out;
}

std::vector<FlowSeen> flows_told(const FogInput& in, std::span<const Flow> flows,
                                 std::span<const HostSeen> hosts, std::size_t step) {
    std::vector<FlowSeen> out;
    for (const HostSeen& host : hosts) {
        const std::vector<Share> shares = shares_of(in, flows, host.place, step);
        double all = 0;
        for (const Share& share : shares) all += share.weight;
        std::vector<FlowSeen> here;
        for (const Share& share : shares) {
            const double people = about(host.sheltered * share.weight / all);
            if (share.told && people >= least_flow)
                here.push_back(
                    {in.world.at(share.from).name, in.world.at(host.place).name, people});
        }
        sort_largest(here);
        here.resize(std::min(here.size(), most_homes));
        out.insert(out.end(), here.begin(), here.end());
    }
    return out;
}

std::vector<FlowSeen> true_flows(std::span<const Flow> flows, const World& world) {
    std::vector<FlowSeen> out;
    std::size_t host = 0;
    for (std::size_t i = 0; i < flows.size(); ++i) {
        const Flow& flow = flows[i];
        if (i > 0 && flow.to != flows[i - 1].to) {
            sort_largest(std::span(out).subspan(host));
            host = out.size();
        }
        if (real(flow.people) >= least_flow)
            out.push_back({world.at(flow.from).name, world.at(flow.to).name, real(flow.people)});
    }
    sort_largest(std::span(out).subspan(host));
    return out;
}

Json to_json(std::span<const FlowSeen> flows) {
    Json out = Json::array();
    for (const FlowSeen& flow : flows)
        out.push_back({{"from", flow.from}, {"to", flow.to}, {"people", flow.people}});
    return out;
}

}  // namespace forestall::app::exercise
