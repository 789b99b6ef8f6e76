// SPDX-License-Identifier: Apache-2.0
// UCDP's georeferenced events (GED; Sundberg & Melander 2013, Journal of Peace Research 50:523-532)
// out of CSV. Two schemas: the full one (date_start, date_end, low, best, high, deaths_civilians,
// where_prec) and a short one with one date (date, low_death, best_death, high_death); dates with
// or without a time of day. What cannot be read is told with its line and left out.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics.hpp"
#include "core/units.hpp"
#include "scenario/limits.hpp"
#include "scenario/tally.hpp"

namespace forestall {

enum class UcdpType : std::uint8_t { state_based = 1, non_state = 2, one_sided = 3 };

struct UcdpEvent {
    std::string id;
    std::int32_t first = 0;  ///< days since 1970-01-01
    std::int32_t last = 0;   ///< >= first
    double latitude = 0;     ///< degrees
    double longitude = 0;
    int place_precision = 0;  ///< 1 exact … 7; 0: the file does not say
    UcdpType type = UcdpType::state_based;
    std::string country;
    std::string side_a;
    std::string side_b;
    Persons low = 0;  ///< deaths, all kinds
    Persons best = 0;
    Persons high = 0;
    Persons civilians = -1;  ///< of best; -1: the file does not say
};

struct UcdpReading {
    std::vector<UcdpEvent> events;  ///< in order of the file
    std::uint64_t rows = 0;         ///< of data, read or left out
    Tally tally;              ///< rows of the file and deaths (best estimate); left out by reason
    Diagnostics diagnostics;  ///< an error: not a UCDP file, one that breaks off, or without an
                              ///< event that can be read
};

/// `file` names the text in diagnostics. Columns in any order, others are ignored.
UcdpReading read_ucdp(std::string_view file, std::string text, const Limits& limits = {});

}  // namespace forestall
