// SPDX-License-Identifier: Apache-2.0
#include "scenario/observed/observations_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "scenario/csv_cell.hpp"
#include "scenario/text.hpp"

namespace forestall {
namespace {

std::string list_text(const std::vector<std::string>& names) {
    return fmt::format("{}", fmt::join(names, ";"));
}

}  // namespace

std::string deaths_text(std::span<const DeathsRow> rows) {
    std::string out = "month,kind,location,region,deaths_low,deaths,deaths_high,coverage,source\n";
    for (const DeathsRow& r : rows)
        out += fmt::format("{},{},{},{},{},{},{},{},{}\n", month_text(r.month),
                           violence_words.text(r.kind), csv_cell(r.where.location),
                           csv_cell(r.where.region), r.low, r.deaths, r.high,
                           r.coverage ? fmt::format("{}", *r.coverage) : "", csv_cell(r.source));
    return out;
}

std::string displaced_text(std::span<const DisplacedRow> rows) {
    std::string out =
        "date,origin_location,origin_region,host_location,host_locations,host_region,"
        "host_country,persons,source\n";
    for (const DisplacedRow& r : rows)
        out += fmt::format("{},{},{},{},{},{},{},{},{}\n", date_text(r.date),
                           csv_cell(r.origin.location), csv_cell(r.origin.region),
                           csv_cell(r.host.location), csv_cell(list_text(r.host_places)),
                           csv_cell(r.host.region), csv_cell(r.host.country), r.persons,
                           csv_cell(r.source));
    return out;
}

std::string areas_text(std::span<const AreaRow> rows) {
    std::string out = "code,name,parent,region,locations,latitude,longitude,square_km\n";
    for (const AreaRow& r : rows)
        out += fmt::format("{},{},{},{},{},{:.4f},{:.4f},{:.0f}\n", csv_cell(r.code),
                           csv_cell(r.name), csv_cell(r.parent), csv_cell(r.region),
                           csv_cell(list_text(r.places)), r.latitude, r.longitude, r.square_km);
    return out;
}

}  // namespace forestall
