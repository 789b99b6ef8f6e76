// SPDX-License-Identifier: Apache-2.0
// What UCDP's table of georeferenced events looks like: columns and codes of its codebook, version
// 24.1 (Högbladh 2024).
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace forestall {

/// In the order of the published file.
inline constexpr std::array<std::string_view, 49> ged_columns = {"id",
                                                                 "relid",
                                                                 "year",
                                                                 "active_year",
                                                                 "code_status",
                                                                 "type_of_violence",
                                                                 "conflict_dset_id",
                                                                 "conflict_new_id",
                                                                 "conflict_name",
                                                                 "dyad_dset_id",
                                                                 "dyad_new_id",
                                                                 "dyad_name",
                                                                 "side_a_dset_id",
                                                                 "side_a_new_id",
                                                                 "side_a",
                                                                 "side_b_dset_id",
                                                                 "side_b_new_id",
                                                                 "side_b",
                                                                 "number_of_sources",
                                                                 "source_article",
                                                                 "source_office",
                                                                 "source_date",
                                                                 "source_headline",
                                                                 "source_original",
                                                                 "where_prec",
                                                                 "where_coordinates",
                                                                 "where_description",
                                                                 "adm_1",
                                                                 "adm_2",
                                                                 "latitude",
                                                                 "longitude",
                                                                 "geom_wkt",
                                                                 "priogrid_gid",
                                                                 "country",
                                                                 "country_id",
                                                                 "region",
                                                                 "event_clarity",
                                                                 "date_prec",
                                                                 "date_start",
                                                                 "date_end",
                                                                 "deaths_a",
                                                                 "deaths_b",
                                                                 "deaths_civilians",
                                                                 "deaths_unknown",
                                                                 "best",
                                                                 "high",
                                                                 "low",
                                                                 "gwnoa",
                                                                 "gwnob"};

/// `date_prec` of an event of which so many days are possible: 1 the day, 2 two to six days, 3 the
/// week, 4 up to a month, 5 longer.
constexpr int ged_date_precision(std::int64_t days) {
    if (days <= 1) return 1;
    if (days < 7) return 2;
    if (days == 7) return 3;
    return days <= 31 ? 4 : 5;
}

}  // namespace forestall
