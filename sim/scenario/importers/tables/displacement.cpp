// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/displacement.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <tuple>

#include "scenario/importers/tables/ucdp_place.hpp"

namespace forestall {
namespace {

struct Found {
    std::optional<Spot> spot;
    std::string reason;  ///< why there is none
};

Found find(const std::string& name, const AreaNames& names) {
    const Meant meant = names.find(name);
    if (meant.what == Meant::What::outside) return {std::nullopt, elsewhere};
    if (meant.what == Meant::What::unknown) return {std::nullopt, "an area that is not known"};
    return {meant.spot, ""};
}

/// A country is no place within it: people from there are from anywhere.
Spot as_origin(Spot spot) {
    spot.country.clear();
    return spot;
}

}  // namespace

DisplacedImport displaced_of(const std::string& file, const PeopleReading& reading,
                             const Geography& geography, std::span<const AreaRow> areas,
                             const std::string& source) {
    DisplacedImport out;
    out.tally = reading.tally;
    Report report(out.diagnostics, Limits{}.shown);
    const AreaNames names(geography, areas);
    std::map<std::tuple<std::int32_t, Spot, Spot>, Persons> sums;
    for (const PeopleRow& row : reading.rows) {
        const Found host = find(row.area, names);
        const Found origin = row.origin.empty() ? Found{Spot{}, ""} : find(row.origin, names);
        if (host.spot && origin.spot) {
            sums[{row.date, as_origin(*origin.spot), *host.spot}] += row.persons;
            continue;
        }
        const Found& fault = host.spot ? origin : host;
        const std::string& name = host.spot ? row.origin : row.area;
        out.tally.rows[file].in_world -= 1;
        out.tally.rows[file].drop(fault.reason, 1);
        if (fault.reason != elsewhere)
            report.add_cause("W214", {file, row.line, 1}, name,
                             fmt::format("unknown area {}", shown(name)));
    }
    for (const auto& [key, persons] : sums)
        out.rows.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), persons, source});
    if (out.rows.empty()) report.add("E218", {file, 0, 0}, "no row is of an area of the scenario");
    report.finish();
    out.diagnostics.sort();
    return out;
}

}  // namespace forestall
