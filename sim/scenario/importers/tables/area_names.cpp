// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/area_names.hpp"

#include "scenario/names.hpp"

namespace forestall {
namespace {

Meant meant(const AreaRow& area) {
    if (area.outside()) return {Meant::What::outside, &area, {}};
    Meant out{Meant::What::area, &area, {.region = area.region}};
    if (area.places.size() == 1 || area.region.empty())
        out.spot = {.location = area.places.front()};
    return out;
}

}  // namespace

AreaNames::AreaNames(const Geography& geography, std::span<const AreaRow> areas) {
    const auto add = [&](const std::string& name, const Meant& what) {
        if (!name.empty()) by_name_.emplace(folded_name(name), what);
    };
    for (const AreaRow& area : areas) add(area.code, meant(area));
    for (const AreaRow& area : areas) add(area.name, meant(area));
    for (const Place& p : geography.places())
        add(p.name, {Meant::What::spot, nullptr, {.location = p.name}});
    for (const std::string& region : geography.regions(false))
        add(region, {Meant::What::spot, nullptr, {.region = region}});
    for (const std::string& country : geography.countries())
        add(country, {Meant::What::spot, nullptr, {.country = country}});
}

Meant AreaNames::find(const std::string& name) const {
    const auto found = by_name_.find(folded_name(name));
    return found == by_name_.end() ? Meant{} : found->second;
}

}  // namespace forestall
