// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/displacement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "scenario/importers/tables/ucdp_place.hpp"

namespace forestall {
namespace {

constexpr const char* part_of_region = "in a part of a region where the scenario has no place";

/// A country is no place within it: people from there are from anywhere.
Spot as_origin(Spot spot) {
    spot.country.clear();
    return spot;
}

/// An origin that is no one spot: no run has a figure for it, so its region is enough.
Spot roughly(const AreaRow& area) {
    if (area.region.empty()) return {.location = area.places.front()};
    return {.region = area.region};
}

/// Why a name is of no use; "" if it is. One in a part of a region is seen to later.
std::string fault_of(const Meant& meant) {
    if (meant.what == Meant::What::outside) return elsewhere;
    if (meant.what == Meant::What::ambiguous) return "a name of several areas";
    return meant.what == Meant::What::unknown ? "an area that is not known" : "";
}

/// Neither a spot nor places: a part of its region.
bool is_part(const Meant& meant) {
    return meant.what == Meant::What::area && meant.spot.anywhere() && meant.places.empty();
}

class Adding {
public:
    Adding(const std::string& file, const AreaNames& names, std::span<const AreaRow> areas,
           DisplacedImport& out)
        : file_(file),
          names_(names),
          areas_(areas),
          out_(out),
          report_(out.diagnostics, Limits{}.shown) {}

    void add(const PeopleReading& reading, const std::string& source) {
        out_.tally = reading.tally;
        for (const PeopleRow& row : reading.rows) look_at(row);
        for (const Count& each : counted_) place(each);
        for (const auto& [key, persons] : sums_) {
            const auto& [date, origin, host, places] = key;
            out_.rows.push_back({date, origin, host, persons, source, places});
        }
        if (out_.rows.empty())
            report_.add("E218", {file_, 0, 0}, "no row is of an area of the scenario");
        report_.finish();
        out_.diagnostics.sort();
    }

private:
    struct Count {
        const PeopleRow* row;
        Meant host;
        Spot origin;
    };
    using Round = std::tuple<std::int32_t, Spot, std::string>;  ///< date, origin, region

    static Round round_of(const Count& each) {
        return {each.row->date, each.origin, each.host.area->region};
    }

    void lose(const PeopleRow& row, const std::string& reason) {
        TallyLine& persons = out_.tally.things["persons"];
        persons.in_world -= real(row.persons);
        persons.drop(reason, real(row.persons));
        out_.tally.rows[file_].in_world -= 1;
        out_.tally.rows[file_].drop(reason, 1);
    }

    void look_at(const PeopleRow& row) {
        out_.tally.things["persons"].read += real(row.persons);
        out_.tally.things["persons"].in_world += real(row.persons);
        const Meant host = names_.find(row.area);
        Meant origin{Meant::What::spot, nullptr, {}};
        if (!row.origin.empty()) origin = names_.find(row.origin);
        const bool of_host = !fault_of(host).empty();
        const std::string reason = fault_of(of_host ? host : origin);
        if (!reason.empty()) {
            lose(row, reason);
            const std::string& name = of_host ? row.area : row.origin;
            if (reason != elsewhere)
                report_.add_cause("W214", {file_, row.line, 1}, name,
                                  fmt::format("{} is {}", shown(name), reason));
            return;
        }
        if (origin.what == Meant::What::area && origin.spot.anywhere())
            origin.spot = roughly(*origin.area);
        counted_.push_back({&row, host, as_origin(origin.spot)});
        if (host.area == nullptr) return;
        counted_areas_[round_of(counted_.back())].insert(host.area->key());
        if (is_part(host)) parts_.insert(round_of(counted_.back()));
    }

    /// Whether all areas of a region were counted, so that their sum is that of the region.
    bool whole(const Round& round) const {
        const auto& counted = counted_areas_.at(round);
        return std::all_of(areas_.begin(), areas_.end(), [&](const AreaRow& area) {
            return area.region != std::get<2>(round) || counted.contains(area.key());
        });
    }

    void place(const Count& each) {
        Spot host = each.host.spot;
        std::vector<std::string> places = each.host.places;
        if (each.host.area != nullptr && parts_.contains(round_of(each))) {
            if (whole(round_of(each))) {
                host = {.region = each.host.area->region};
                places.clear();
            } else if (is_part(each.host)) {
                lose(*each.row, part_of_region);
                return report_.add_cause("W218", {file_, each.row->line, 1}, each.row->area,
                                         fmt::format("{} is a part of {}", shown(each.row->area),
                                                     shown(each.host.area->region)));
            }
        }
        sums_[{each.row->date, each.origin, host, places}] += each.row->persons;
    }

    const std::string& file_;
    const AreaNames& names_;
    std::span<const AreaRow> areas_;
    DisplacedImport& out_;
    Report report_;
    std::vector<Count> counted_;
    std::map<Round, std::set<std::string>> counted_areas_;
    std::set<Round> parts_;  ///< with a row of an area that has no place
    std::map<std::tuple<std::int32_t, Spot, Spot, std::vector<std::string>>, Persons> sums_;
};

}  // namespace

DisplacedImport displaced_of(const std::string& file, const PeopleReading& reading,
                             const Geography& geography, std::span<const AreaRow> areas,
                             const std::string& source) {
    DisplacedImport out;
    const AreaNames names(geography, areas);
    Adding(file, names, areas, out).add(reading, source);
    return out;
}

}  // namespace forestall
