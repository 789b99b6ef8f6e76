// SPDX-License-Identifier: Apache-2.0
// Where in a scenario an event of UCDP was: at a place, in a region, somewhere, or elsewhere.
#pragma once
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "scenario/importers/tables/area_index.hpp"
#include "scenario/importers/ucdp.hpp"
#include "scenario/observed/geography.hpp"

namespace forestall {

/// The reason of events that are in the country, but not in the part of it that is the scenario.
inline constexpr const char* elsewhere = "elsewhere in the country, outside this scenario";
inline constexpr const char* nowhere = "in international waters or airspace";
inline constexpr const char* other_country = "in another country";

struct Placing {
    Spot where;
    std::string reason;  ///< why it is left out; "": it is not
    std::string area;    ///< that it lies in; "": none is known
    double km = 0;       ///< to the place, where neither a map nor a distance says what is too far
};

/// Rule: by the map, if there is one: an event is in the region of the area that holds its point.
/// Its place is the nearest settlement at home, of those in the area if it has any, else of the
/// region; a region without a settlement stays a region. Without a map: the nearest settlement of
/// all. UCDP's precision says how much is kept: 1 to 3 the place, 4 and 5 (a line or an outline)
/// the region, 6 that it was in the country. 7, waters and air of nobody, is left out.
class UcdpPlacer {
public:
    struct Map {
        const AreaIndex& index;
        std::span<const AreaRow> rows;  ///< of the same areas
        double slack_km = outline_slack_km;
    };
    struct Rule {
        std::set<std::string> countries;  ///< as the file calls them
        bool by_region = false;           ///< keep no place
        std::optional<double> within_km;  ///< of a settlement, else it is elsewhere; none: any
    };

    /// Both live longer than the placer.
    UcdpPlacer(const Geography& geography, std::optional<Map> map, Rule rule);

    /// Looks for events of the country that lie in no area of the map: then the map is a part of
    /// the country, and so is the scenario.
    void look_at(std::span<const UcdpEvent> events);

    Placing place(const UcdpEvent& event) const;

private:
    std::optional<std::size_t> area_of(const UcdpEvent& event) const;

    Placing near(const UcdpEvent& event, std::span<const std::size_t> candidates) const;
    bool is_home(const std::string& country) const;

    const Geography& geography_;
    std::optional<Map> map_;
    Rule rule_;
    bool whole_country_;  ///< nothing of the country lies outside
};

/// A country's name without what UCDP adds in brackets: "Myanmar" of "Myanmar (Burma)".
std::string plain_country(const std::string& name);

}  // namespace forestall
