// SPDX-License-Identifier: Apache-2.0
// The names that observations may use for where something was: places, regions and countries of a
// scenario.
#pragma once
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scenario/csv_table.hpp"
#include "scenario/observed/observations.hpp"
#include "world/world.hpp"

namespace forestall {

class Geography {
public:
    explicit Geography(const WorldTables& tables);

    const std::vector<Place>& places() const { return *places_; }
    /// Position in places(); none if there is no such place.
    std::optional<std::size_t> place(std::string_view name) const;
    bool has_region(const std::string& name, bool at_home) const;
    bool has_country(const std::string& name) const { return countries_.contains(name); }
    /// Names that people may have meant, for hints.
    std::vector<std::string> regions(bool at_home) const;
    std::vector<std::string> countries() const { return {countries_.begin(), countries_.end()}; }
    /// Settlements at home of a region, or of all if it is blank; positions in places().
    std::vector<std::size_t> settlements(std::string_view region) const;
    /// All places at home of a region, by name.
    std::vector<std::string> places_of(std::string_view region) const;

private:
    const std::vector<Place>* places_;
    std::unordered_map<std::string, std::size_t> by_name_;
    std::set<std::string> home_regions_;
    std::set<std::string> all_regions_;
    std::set<std::string> countries_;
};

/// Which columns name a spot: PREFIXlocation, PREFIXregion, and PREFIXcountry where there is one.
struct SpotColumns {
    std::string prefix;
    bool at_home = true;  ///< regions abroad are unknown
};

/// The spot of a row; E212 if two columns are filled in, E021, E213 or E043 if the name is not
/// known, E214 if it should be at home and is not, and nothing.
std::optional<Spot> read_spot(const CsvTable& table, const SpotColumns& columns,
                              const Geography& geography, Report& report);

/// Names with semicolons between them; nothing if one is not known (E021) or, where all should be
/// at home, abroad (E214).
std::optional<std::vector<std::string>> read_places(const CsvTable& table, std::string_view column,
                                                    bool at_home, const Geography& geography,
                                                    Report& report);

/// E021 under the cell's position if there is no such place.
bool check_place(const CsvTable& table, const CsvCell& cell, const Geography& geography,
                 Report& report);

}  // namespace forestall
