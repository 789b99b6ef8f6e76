// SPDX-License-Identifier: Apache-2.0
// What was seen of a country, beside camps and totals (loader.hpp): deaths by kind and month,
// displaced people by origin and host, and who held which place. Rows as the files of observed/
// have them; nothing in a run reads them.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostics.hpp"
#include "core/units.hpp"
#include "core/vocabulary.hpp"
#include "scenario/observed/month.hpp"
#include "scenario/tally.hpp"
#include "world/place.hpp"

namespace forestall {

inline constexpr const char* deaths_file = "observed/deaths.csv";
inline constexpr const char* displaced_file = "observed/displaced.csv";
inline constexpr const char* held_file = "observed/control.csv";
inline constexpr const char* areas_file = "observed/areas.csv";

/// The words of a kind of violence, as in violence.csv.
inline constexpr auto violence_words =
    vocabulary<ViolenceKind>({{ViolenceKind::battle, "battle"},
                              {ViolenceKind::one_sided, "one_sided"},
                              {ViolenceKind::communal, "communal"}});

/// Where something was counted: at most one is given. None: somewhere in the scenario.
struct Spot {
    std::string location;
    std::string region;
    std::string country;
    bool anywhere() const { return location.empty() && region.empty() && country.empty(); }
    // NOLINTNEXTLINE(modernize-use-nullptr): the zero that it sees is the compiler's, not ours
    auto operator<=>(const Spot&) const = default;
};

/// Deaths of one kind in one month. A kind has been watched in a month if it has a row there; where
/// such a month has no row of a place, nobody was known to have died there.
struct DeathsRow {
    Month month = 0;
    ViolenceKind kind = ViolenceKind::battle;
    Spot where;  ///< at home
    Persons low = 0;
    Persons deaths = 0;  ///< best estimate, low <= deaths <= high
    Persons high = 0;
    std::optional<double> coverage;  ///< share of what the source counts; none: unknown
    std::string source;
};

/// People away from home on a day, a stock.
struct DisplacedRow {
    std::int32_t date = 0;  ///< days since 1970-01-01
    Spot origin;            ///< at home
    Spot host;
    Persons persons = 0;
    std::string source;
    /// Where they are all together, if neither one place nor a region is that; `host` is blank.
    std::vector<std::string> host_places = {};
};

/// The share of a place that an actor held on a day.
struct HeldRow {
    std::int32_t date = 0;  ///< days since 1970-01-01
    std::string location;
    std::string actor;
    double share = 0;
    std::string source;
};

/// What no two areas of a map share: without a code, names are told apart by what they are part of.
inline std::string area_key(const std::string& code, const std::string& name,
                            const std::string& parent) {
    if (!code.empty()) return code;
    return parent.empty() ? name : parent + "/" + name;
}

/// An area of a map, a district say, and what it is to the scenario.
struct AreaRow {
    std::string code;  ///< p-code; may be blank
    std::string name;
    std::string region;               ///< of the scenario, at home; blank: none
    std::vector<std::string> places;  ///< those at home that lie in it
    double latitude = 0;              ///< degrees, of a point in it
    double longitude = 0;
    double square_km = 0;
    std::string parent = {};  ///< name of the area that it is part of; may be blank
    /// In the country perhaps, but not in the scenario.
    bool outside() const { return region.empty() && places.empty(); }
    /// What no two areas of a map share.
    std::string key() const { return area_key(code, name, parent); }
};

struct Observations {
    std::vector<DeathsRow> deaths;  ///< each table in order of its file
    std::vector<DisplacedRow> displaced;
    std::vector<HeldRow> held;
    std::vector<AreaRow> areas;
    Tally tally;              ///< rows, and "deaths_observed"; what was dropped, by reason
    Diagnostics diagnostics;  ///< sorted
};

}  // namespace forestall
