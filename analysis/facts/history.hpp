// SPDX-License-Identifier: Apache-2.0
// The events of one conflict as the stylised facts see them: of a simulated member or of a coded
// data set, in the same terms. Days count from the start of the period; coordinates in degrees.
#pragma once
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace forestall::analysis {

enum class Deed : std::uint8_t { battle, one_sided, communal };

/// Something that killed at least one person.
struct Occurrence {
    int first = 0;  ///< first day it may have happened on
    int last = 0;   ///< last day, >= first
    double latitude = 0;
    double longitude = 0;
    bool placed = true;  ///< the place is known to its district or better
    Deed deed = Deed::battle;
    std::int64_t deaths = 0;
    std::uint64_t dyad = 0;  ///< digest of the two sides
    bool selective = false;  ///< violence against chosen persons
    int zone = 0;  ///< control zone of the place, 1 (incumbent's) to 5 (challenger's); 0: unknown
};

/// Index 1 to 5; 0 is not used.
using ByZone = std::array<double, 6>;

struct History {
    int days = 0;                                    ///< length of the period
    int bin_days = 1;                                ///< how finely days are known
    std::vector<Occurrence> events;                  ///< in any order
    std::vector<std::pair<double, double>> at_risk;  ///< latitude, longitude of every place that
                                                     ///< could have had one; empty: unknown
    ByZone exposure{};  ///< place-steps spent in each control zone; all 0: unknown
};

/// Days of a month and a year of the calendar, on average.
inline constexpr double month_days = 30.4375;
inline constexpr int year_days = 365;
/// Dates that spread over more than a week say nothing about gaps of days; over more than a month,
/// nothing about months.
inline constexpr int dated_to_the_week = 7;
inline constexpr int dated_to_the_month = 31;

inline int span_of(const Occurrence& e) { return e.last - e.first + 1; }

}  // namespace forestall::analysis
