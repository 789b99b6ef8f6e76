// SPDX-License-Identifier: Apache-2.0
// Events of UCDP as deaths by kind, place and month. Every row and every death of the files is in
// the table or left out for a reason.
#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "scenario/importers/tables/ucdp_place.hpp"

namespace forestall {

struct UcdpFile {
    std::string name;
    UcdpReading reading;
};

struct DeathsWish {
    std::int32_t first = 0;  ///< days since 1970-01-01; deaths before are left out
    std::int32_t last = 0;   ///< and after
    /// The days that the files cover; none: from the month of their first event to that of their
    /// last.
    std::optional<std::int32_t> since = std::nullopt;
    std::optional<std::int32_t> until = std::nullopt;
    std::map<ViolenceKind, double> coverage = {};  ///< share of what UCDP counts, where it is known
    std::string source;
};

struct DeathsImport {
    std::vector<DeathsRow> rows;  ///< by month, kind, spot; a row of 0 for a month without deaths
    Tally tally;  ///< rows by file, "deaths": read, in the table, left out by reason
    struct Outside {
        std::uint64_t events = 0;
        Persons deaths = 0;
    };
    std::map<std::string, Outside> elsewhere;              ///< by area; "": in none that is known
    std::map<std::string, std::uint64_t> other_countries;  ///< events by country
    std::uint64_t events = 0;                              ///< in the table
    Diagnostics diagnostics;  ///< W217 for events far from all settlements
};

/// Best estimates are kept to the person: an event of several months is shared out among them by
/// days. Its days outside of the period are left out with their share of its deaths, and so are
/// days of months that `since` and `until` cut: a row is of all days of its month that the period
/// has.
DeathsImport deaths_of(std::span<const UcdpFile> files, const UcdpPlacer& placer,
                       const DeathsWish& wish);

}  // namespace forestall
