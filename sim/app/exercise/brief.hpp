// SPDX-License-Identifier: Apache-2.0
// What was known at the end of a week of a run, by one seat of the exercise or by the country's
// desk: indicators as they stood, reports that had come, what was under way, what was open. Nothing
// of it is true by itself: a seat sees through its fog, the desk through its monitoring. A pure
// function of a run's file.
#pragma once
#include <string>
#include <vector>

#include "analysis/search/stored_case.hpp"
#include "app/exercise/fog.hpp"
#include "app/frame/json.hpp"

namespace forestall::app::exercise {

/// The name under which the desk of the model itself can be asked for.
inline constexpr const char* desk_seat = "desk";

struct OpenChoice {
    std::string name;
    std::string title;
    std::string lead_time;
    std::string leads;  ///< partners, or kinds of partner
    std::string consent;
};

struct Brief {
    std::string title;
    std::string seat;
    std::string briefing;
    std::string date;  ///< last day that is known of
    std::int64_t week = 0;
    std::string option;
    std::vector<IndicatorValue> indicators;
    std::vector<Report> reports;  ///< newest first
    std::size_t earlier = 0;      ///< reports older than those listed
    std::vector<std::string> under_way;
    std::vector<OpenChoice> open;  ///< what fits the stage that is seen
    std::string start;             ///< of the run, for dates
};

/// `week` from 1; `seat`: of the exercise in the file, or made from its partners, or "desk".
/// UsageError for a week or seat that is not there, InputError if the file holds no events.
Brief brief_of(const analysis::StoredCase& stored, std::int64_t week, const std::string& seat);

/// The date of a day of the run.
std::string date_in(const Brief& brief, Day day);
std::string brief_text(const Brief& brief);
Json to_json(const Brief& brief);
/// One page that loads nothing and has no script. `file`, `program`, `again`: where it comes from.
std::string brief_page(const Brief& brief, const std::string& file, const std::string& program,
                       const std::string& again);

}  // namespace forestall::app::exercise
