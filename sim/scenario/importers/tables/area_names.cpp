// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/area_names.hpp"

#include <algorithm>

#include "scenario/names.hpp"

namespace forestall {
namespace {

/// Whether nothing of its region at home lies outside of the area.
bool is_region(const AreaRow& area, const Geography& geography, std::span<const AreaRow> areas) {
    if (area.region.empty()) return false;
    if (!area.places.empty()) {
        std::vector<std::string> places = area.places;
        std::sort(places.begin(), places.end());
        const auto all = geography.places_of(area.region);
        return std::includes(places.begin(), places.end(), all.begin(), all.end());
    }
    const auto of_region = [&](const AreaRow& other) { return other.region == area.region; };
    return std::count_if(areas.begin(), areas.end(), of_region) == 1;
}

Meant meant(const AreaRow& area, const Geography& geography, std::span<const AreaRow> areas) {
    if (area.outside()) return {Meant::What::outside, &area, {}};
    Meant out{Meant::What::area, &area, {}};
    if (area.places.size() == 1)
        out.spot = {.location = area.places.front()};
    else if (is_region(area, geography, areas))
        out.spot = {.region = area.region};
    else
        out.places = area.places;
    return out;
}

using Meanings = std::map<std::string, Meant>;

/// Adds a name; with another meaning in the same table it is ambiguous.
void add(Meanings& to, const std::string& name, const Meant& what) {
    if (name.empty()) return;
    const auto [found, fresh] = to.emplace(folded_name(name), what);
    if (!fresh && (found->second.area != what.area || found->second.spot != what.spot))
        found->second = {Meant::What::ambiguous, nullptr, {}};
}

}  // namespace

AreaNames::AreaNames(const Geography& geography, std::span<const AreaRow> areas) {
    Meanings codes;
    Meanings names;
    Meanings spots;
    for (const AreaRow& area : areas) {
        const Meant what = meant(area, geography, areas);
        add(codes, area.code, what);
        add(names, area.name, what);
    }
    for (const Place& p : geography.places()) {
        const bool alone = geography.places_of(p.name) == std::vector{p.name};
        if (!alone) add(spots, p.name, {Meant::What::spot, nullptr, {.location = p.name}});
    }
    for (const std::string& region : geography.regions(false))
        add(spots, region, {Meant::What::spot, nullptr, {.region = region}});
    for (Meanings* each : {&codes, &names, &spots}) by_name_.merge(*each);
    for (const std::string& country : geography.countries())
        by_name_.emplace(folded_name(country),
                         Meant{Meant::What::spot, nullptr, {.country = country}});
}

Meant AreaNames::find(const std::string& name) const {
    const auto found = by_name_.find(folded_name(name));
    return found == by_name_.end() ? Meant{} : found->second;
}

}  // namespace forestall
