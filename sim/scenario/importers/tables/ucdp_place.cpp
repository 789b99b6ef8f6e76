// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/ucdp_place.hpp"

#include <GeographicLib/Geodesic.hpp>
#include <algorithm>

#include "scenario/names.hpp"
#include "scenario/text.hpp"

namespace forestall {
namespace {

constexpr int district = 3;
constexpr int part_of_country = 5;
constexpr int no_country = 7;

double km_between(const UcdpEvent& event, const Place& place) {
    double metres = 0;
    GeographicLib::Geodesic::WGS84().Inverse(event.latitude, event.longitude, place.latitude,
                                             place.longitude, metres);
    return metres / 1000;
}

}  // namespace

std::string plain_country(const std::string& name) {
    return std::string(trimmed(std::string_view(name).substr(0, name.find('('))));
}

UcdpPlacer::UcdpPlacer(const Geography& geography, std::optional<Map> map, Rule rule)
    : geography_(geography), map_(map), rule_(std::move(rule)) {
    whole_country_ = !rule_.within_km;
    if (map_)
        whole_country_ = std::none_of(map_->rows.begin(), map_->rows.end(),
                                      [](const AreaRow& row) { return row.outside(); });
}

bool UcdpPlacer::is_home(const std::string& country) const {
    if (country.empty()) return true;
    return std::any_of(rule_.countries.begin(), rule_.countries.end(), [&](const auto& home) {
        const std::string folded = folded_name(home);
        return folded == folded_name(country) || folded == folded_name(plain_country(country));
    });
}

Placing UcdpPlacer::near(const UcdpEvent& event, std::span<const std::size_t> candidates) const {
    const Place* nearest = nullptr;
    double least = 0;
    for (const std::size_t i : candidates) {
        const double km = km_between(event, geography_.places()[i]);
        if (nearest != nullptr && km >= least) continue;
        nearest = &geography_.places()[i];
        least = km;
    }
    if (!map_ && (nearest == nullptr || (rule_.within_km && least > *rule_.within_km)))
        return {{}, elsewhere, {}};
    if (nearest == nullptr) return {};
    const bool placed = event.place_precision <= district && !rule_.by_region;
    Placing out;
    if (placed || (rule_.by_region && nearest->region.empty()))
        out.where.location = nearest->name;
    else
        out.where.region = nearest->region;
    if (!map_ && !rule_.within_km) out.km = least;
    return out;
}

std::optional<std::size_t> UcdpPlacer::area_of(const UcdpEvent& event) const {
    return map_->index.nearest({event.longitude, event.latitude}, map_->slack_km);
}

void UcdpPlacer::look_at(std::span<const UcdpEvent> events) {
    if (!map_ || !whole_country_) return;
    whole_country_ = std::all_of(events.begin(), events.end(), [&](const UcdpEvent& e) {
        return e.place_precision > part_of_country || !is_home(e.country) || area_of(e);
    });
}

Placing UcdpPlacer::place(const UcdpEvent& event) const {
    if (!is_home(event.country)) return {{}, other_country, {}};
    if (event.place_precision >= no_country) return {{}, nowhere, {}};
    if (event.place_precision > part_of_country) {
        if (whole_country_) return {};
        return {{}, "known by country only, and the scenario is a part of it", {}};
    }
    if (!map_) return near(event, geography_.settlements(""));
    const auto at = area_of(event);
    if (!at) return {{}, elsewhere, {}};
    const AreaRow& row = map_->rows[*at];
    if (row.outside()) return {{}, elsewhere, row.name};
    std::vector<std::size_t> candidates;
    for (const std::string& name : row.places)
        if (const auto i = geography_.place(name);
            i && geography_.places()[*i].kind == PlaceKind::settlement)
            candidates.push_back(*i);
    if (candidates.empty() && !row.region.empty()) candidates = geography_.settlements(row.region);
    Placing out = near(event, candidates);
    const bool settled = !candidates.empty();
    const bool in_region = event.place_precision > district || rule_.by_region || !settled;
    if (in_region && !row.region.empty()) out.where = {.region = row.region};
    if (!settled && row.region.empty()) out.where = {.location = row.places.front()};
    out.area = row.name;
    return out;
}

}  // namespace forestall
