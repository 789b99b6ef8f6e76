// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/at_cost.hpp"

#include <algorithm>
#include <cmath>

#include "engine/engine.hpp"

namespace forestall::analysis {
namespace {

constexpr double weeks_a_year = 52;
/// Less than this of a package is not worth setting up.
constexpr double least_part = 0.1;

double median_of(const std::map<std::string, Distribution, std::less<>>& numbers,
                 const std::string& name) {
    const auto found = numbers.find(name);
    return found == numbers.end() ? 0 : std::max(0.0, found->second.median());
}

}  // namespace

double package_cost(const Intervention& what,
                    const std::map<std::string, Distribution, std::less<>>& numbers) {
    const double weeks = what.duration > 0
                             ? std::min(weeks_a_year, static_cast<double>(what.duration) / 7)
                             : weeks_a_year;
    return median_of(numbers, "cost." + what.name + ".setup") +
           weeks * median_of(numbers, "cost." + what.name + ".weekly");
}

bool can_be_scaled(const Intervention& what) { return what.target == TargetKind::place; }

std::vector<Package> packages(double cost, const AtCost& at) {
    std::vector<Package> out;
    if (!(cost > 0) || at.places.empty()) return out;
    double left = at.usd / cost;
    std::size_t next = 0;
    while (left >= least_part && next < at.places.size()) {
        const double scale = std::min(1.0, left);
        const auto wanted =
            static_cast<std::size_t>(std::max(1.0, std::floor(scale * places_of_a_package + 0.5)));
        const std::size_t end = std::min(next + wanted, at.places.size());
        out.push_back({scale,
                       {at.places.begin() + static_cast<std::ptrdiff_t>(next),
                        at.places.begin() + static_cast<std::ptrdiff_t>(end)}});
        left -= scale;
        next = end;
    }
    if (out.empty()) out.push_back({left, {at.places.front()}});
    return out;
}

std::vector<std::string> places_by_need(const World& world, std::uint64_t seed, std::uint64_t first,
                                        std::uint64_t count, const Parallel& parallel) {
    const std::size_t places = world.places().size();
    using Killed = std::vector<double>;
    const auto run = [&](std::size_t begin, std::size_t end) {
        Killed out(places);
        for (std::size_t m = begin; m < end; ++m) {
            RunRequest request;
            request.seed = seed;
            request.member = first + m;
            const MemberOutcome outcome = run_member(world, request);
            for (std::size_t p = 0; p < places; ++p)
                out[p] += outcome[PerPlace::deaths_by_location][p];
        }
        return out;
    };
    Killed killed(places);
    for (const Killed& some : parallel.map_chunks<Killed>(static_cast<std::size_t>(count), 1, run))
        for (std::size_t p = 0; p < places; ++p) killed[p] += some[p];
    std::vector<bool> lived_in(places);
    for (const HomePopulation& h : world.populations())
        lived_in[index(h.place)] = lived_in[index(h.place)] || h.persons > 0;
    std::vector<std::pair<double, std::string>> order;
    for (std::size_t p = 0; p < places; ++p)
        if (lived_in[p] && !world.places()[p].foreign)
            order.emplace_back(-killed[p], world.places()[p].name);
    std::sort(order.begin(), order.end());
    std::vector<std::string> out;
    for (const auto& [deaths, name] : order) out.push_back(name);
    return out;
}

}  // namespace forestall::analysis
