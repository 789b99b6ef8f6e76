// SPDX-License-Identifier: Apache-2.0
// Tables of people by area as publishers make them (OCHA's population statistics, DTM, UNHCR): any
// column order, commas, semicolons or tabs, a row of HXL tags, numbers with separators, dates in
// several forms. A row that cannot be read is told and left out.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics.hpp"
#include "core/units.hpp"
#include "scenario/limits.hpp"
#include "scenario/tally.hpp"

namespace forestall {

/// In which order the numbers of a date stand that is not YYYY-MM-DD.
enum class DateOrder : std::uint8_t { none, day_month, month_day };

/// Columns by name; those left blank are found by known names (known_names.hpp).
struct PeopleColumns {
    std::string area = {};  ///< code or name
    std::string persons = {};
    std::string date = {};
    std::string origin = {};
};

struct PeopleWish {
    PeopleColumns columns = {};
    bool dated = false;  ///< a date is needed, and an origin looked for
    DateOrder order = DateOrder::none;
};

struct PeopleRow {
    std::string area;
    std::string origin;  ///< blank: the table does not say
    Persons persons = 0;
    std::int32_t date = 0;  ///< days since 1970-01-01
    int line = 0;           ///< of the file, from 1
};

struct PeopleReading {
    std::vector<PeopleRow> rows;  ///< in order of the file
    PeopleColumns columns;        ///< those that were read
    Tally tally;                  ///< rows of the file; left out by reason
    Diagnostics diagnostics;      ///< an error: nothing of the table can be used
};

PeopleReading read_people_table(std::string_view file, std::string text, const PeopleWish& wish,
                                const Limits& limits = {});

/// The text without ".0" or ".00" at its end, as spreadsheets write whole numbers.
std::string_view without_decimals(std::string_view text);
/// Whether it is digits, a point and three digits: a number or thousands of it, nobody can say.
bool may_be_thousands(std::string_view text);
/// Whole people, with or without separators of thousands: "12000", "12,000", "12 000", "12000.0".
/// Not "12.000": see may_be_thousands().
std::optional<Persons> parse_people(std::string_view text);
/// YYYY-MM-DD, also with a time; YYYY (its last day, as UNHCR's figures of a year are); numbers in
/// the order given, of which the year has two or four digits.
std::optional<std::int32_t> parse_count_date(std::string_view text, DateOrder order);

}  // namespace forestall
