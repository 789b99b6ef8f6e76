// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/ucdp.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <set>

#include "scenario/csv.hpp"
#include "scenario/importers/latin1.hpp"
#include "scenario/importers/separator.hpp"
#include "scenario/importers/tables/people_table.hpp"
#include "scenario/report.hpp"
#include "scenario/text.hpp"

namespace forestall {
namespace {

enum Column : std::uint8_t {
    id,
    type,
    side_a,
    side_b,
    latitude,
    longitude,
    low,
    best,
    high,
    first,
    last,
    civilians,
    place_precision,
    country,
    count_
};
struct Names {
    std::string_view full;
    std::string_view shorter;
    std::string_view older;  ///< of versions before 17
    bool needed;
};
constexpr std::array<Names, count_> names{
    {{"id", "id", "id", true},
     {"type_of_violence", "type_of_violence", "type_of_violence", true},
     {"side_a", "side_a", "side_a", true},
     {"side_b", "side_b", "side_b", true},
     {"latitude", "latitude", "latitude", true},
     {"longitude", "longitude", "longitude", true},
     {"low", "low_death", "low_est", true},
     {"best", "best_death", "best_est", true},
     {"high", "high_death", "high_est", true},
     {"date_start", "date", "date_start", true},
     {"date_end", "date", "date_end", true},
     {"deaths_civilians", "deaths_civilians", "deaths_civilians", false},
     {"where_prec", "where_prec", "where_prec", false},
     {"country", "country", "country", false}}};

class Reading {
public:
    Reading(std::string_view file, const std::string& text, const Limits& limits, UcdpReading& out)
        : file_(file),
          limits_(limits),
          out_(out),
          report_(out.diagnostics, limits.shown),
          reader_(text, CsvDialect{.separator = separator_in_header(text),
                                   .comments = false,
                                   .columns = limits.columns}) {}

    void read() {
        if (read_header()) {
            while (reader_.next(row_)) {
                if (is_tags()) continue;
                if (++out_.rows > limits_.violence) {
                    report_.add("E042", position(),
                                fmt::format("more than {} events", limits_.violence));
                    break;
                }
                read_row();
            }
        }
        if (reader_.problem())
            report_.add("E005", {file_, reader_.problem()->line, reader_.problem()->column},
                        reader_.problem()->what);
        count();
        report_.finish();
    }
    Report& report() { return report_; }

private:
    SourcePosition position() const { return {file_, row_.empty() ? 0 : row_.front().line, 1}; }

    TallyLine& rows() { return out_.tally.rows[file_]; }
    TallyLine& deaths() { return out_.tally.things["deaths"]; }

    /// What came of the rows; none that can be read is an error.
    void count() {
        rows().in_world = static_cast<double>(out_.events.size());
        for (const UcdpEvent& e : out_.events) deaths().in_world += static_cast<double>(e.best);
        if (!out_.events.empty() || report_.failed()) return;
        if (out_.rows == 0)
            return report_.add("E202", {file_, 0, 0}, "the file has a header but no event",
                               "export a region or a period with events");
        std::string why;
        for (const auto& [reason, amount] : rows().dropped)
            why += fmt::format("; {:.0f}: {}", amount, reason);
        report_.add("E202", {file_, 0, 0},
                    fmt::format("none of {} rows can be read{}", out_.rows, why));
    }

    bool read_header() {
        if (!reader_.next(row_)) {
            if (!reader_.problem()) report_.add("E201", {file_, 1, 1}, "the file is empty");
            return false;
        }
        const auto find = [&](std::string_view name) {
            const auto it = std::find_if(row_.begin(), row_.end(),
                                         [&](const CsvCell& c) { return c.text == name; });
            return it == row_.end() ? std::nullopt
                                    : std::optional(static_cast<std::size_t>(it - row_.begin()));
        };
        std::string missing;
        for (std::size_t c = 0; c < count_; ++c) {
            at_[c] = find(names[c].full);
            if (!at_[c]) at_[c] = find(names[c].shorter);
            if (!at_[c]) at_[c] = find(names[c].older);
            if (at_[c] && !is_only(row_[*at_[c]])) return false;
            if (at_[c] || !names[c].needed) continue;
            missing += missing.empty() ? "" : ", ";
            missing += names[c].full;
            if (names[c].full != names[c].shorter)
                missing += fmt::format(" (or {})", names[c].shorter);
        }
        if (missing.empty()) return true;
        report_.add("E201", {file_, row_.front().line, 1}, "columns are missing: " + missing);
        return false;
    }

    /// E217 if another column has its name.
    bool is_only(const CsvCell& cell) {
        const auto columns = std::count_if(row_.begin(), row_.end(), [&](const CsvCell& other) {
            return other.text == cell.text;
        });
        if (columns == 1) return true;
        report_.add("E217", {file_, cell.line, cell.column},
                    fmt::format("{} columns are called {}", columns, shown(cell.text)),
                    "give each a name of its own");
        return false;
    }

    /// A row of HXL: what is not blank begins with '#'.
    bool is_tags() const {
        return row_.front().text.starts_with('#') &&
               std::all_of(row_.begin(), row_.end(), [](const CsvCell& cell) {
                   return cell.text.empty() || cell.text.starts_with('#');
               });
    }

    /// "2", or "2.0" as spreadsheets have it.
    std::optional<std::int64_t> number(Column column) const {
        return parse_integer(without_decimals(text(column)));
    }

    std::string text(Column column) const {
        return at_[column] && *at_[column] < row_.size() ? row_[*at_[column]].text : std::string();
    }

    void leave_out(std::string_view reason, const std::string& why,
                   std::string_view code = "W201") {
        report_.add(code, position(), why);
        rows().drop(reason, 1);
        deaths().drop(reason, dead_);
    }

    /// A whole number from `least` on in a needed column; tells and gives nothing otherwise.
    std::optional<Persons> whole(Column column) {
        const auto value = number(column);
        if (value && *value >= 0 && *value <= limits_.persons) return *value;
        leave_out("no number of deaths", fmt::format("{} is {}, not a number of people",
                                                     names[column].full, shown(text(column))));
        return std::nullopt;
    }

    std::optional<double> degrees(Column column, double most) {
        const auto value = parse_number(text(column));
        if (value && *value >= -most && *value <= most) return value;
        leave_out("no position", fmt::format("{} is {}, not within ±{}", names[column].full,
                                             shown(text(column)), most));
        return std::nullopt;
    }

    std::optional<std::int32_t> date(Column column) {
        const auto value =
            parse_date_of_time(text(column));  // later versions write a time behind the date
        if (!value)
            leave_out("no date",
                      fmt::format("{} is {}, not a date", names[column].full, shown(text(column))));
        return value;
    }

    std::optional<UcdpType> kind() {
        const std::string word = text(type);
        if (word == "1" || word == "State-based violence") return UcdpType::state_based;
        if (word == "2" || word == "Non-state violence") return UcdpType::non_state;
        if (word == "3" || word == "One-sided violence") return UcdpType::one_sided;
        leave_out("no type of violence",
                  fmt::format("type_of_violence is {}, not 1, 2 or 3", shown(word)));
        return std::nullopt;
    }

    /// 1 to 7; 0 if the file does not say.
    std::optional<int> precision() {
        if (text(place_precision).empty()) return 0;
        const auto value = number(place_precision);
        if (value && *value >= 1 && *value <= 7) return static_cast<int>(*value);
        leave_out("no precision of place",
                  fmt::format("where_prec is {}, not 1 to 7", shown(text(place_precision))));
        return std::nullopt;
    }

    void read_row() {
        UcdpEvent e;
        e.id = text(id);
        const auto dead = number(best);
        dead_ = dead && *dead >= 0 && *dead <= limits_.persons ? static_cast<double>(*dead) : 0;
        rows().read += 1;
        deaths().read += dead_;
        if (e.id.empty()) return leave_out("no id", "no id");
        const auto sort = kind();
        if (!sort) return;
        const auto begins = date(first);
        const auto ends = begins ? date(last) : std::nullopt;
        if (!ends) return;
        const auto north = degrees(latitude, 90);
        const auto east = north ? degrees(longitude, 180) : std::nullopt;
        if (!east) return;
        const auto deaths = whole(best);
        const auto least = deaths ? whole(low) : std::nullopt;
        const auto most = least ? whole(high) : std::nullopt;
        const auto precise = most ? precision() : std::nullopt;
        if (!precise) return;
        if (!seen_.insert(e.id).second) {
            leave_out("repeats an event", fmt::format("event {} was read before", shown(e.id)),
                      "W202");
            return;
        }
        if (*ends < *begins)
            report_.add("W204", position(),
                        fmt::format("event {} ends before it starts", shown(e.id)));
        if (*least > *deaths || *deaths > *most)
            report_.add("W203", position(),
                        fmt::format("event {}: {}, {}, {}", shown(e.id), *least, *deaths, *most));
        e.type = *sort;
        e.first = std::min(*begins, *ends);
        e.last = std::max(*begins, *ends);
        e.latitude = *north;
        e.longitude = *east;
        e.best = *deaths;
        e.low = *least;
        e.high = *most;
        e.side_a = text(side_a);
        e.side_b = text(side_b);
        e.country = text(country);
        e.civilians = number(civilians).value_or(-1);
        e.place_precision = *precise;
        out_.events.push_back(std::move(e));
    }

    std::string file_;
    Limits limits_;
    UcdpReading& out_;
    Report report_;
    CsvReader reader_;
    std::vector<CsvCell> row_;
    std::array<std::optional<std::size_t>, count_> at_{};
    std::set<std::string> seen_;
    double dead_ = 0;  ///< of the row, as far as it says
};

}  // namespace

UcdpReading read_ucdp(std::string_view file, std::string text, const Limits& limits) {
    UcdpReading out;
    Diagnostics encoding;
    if (const auto offset = invalid_utf8(text)) {
        SourcePosition at{std::string(file), 1, 1};
        locate(text, *offset, at.line, at.column);
        Report report(out.diagnostics, limits.shown);
        report.add("W115", at, "a byte that is not UTF-8");
        text = from_latin1(text);
    }
    Reading(file, text, limits, out).read();
    out.diagnostics.sort();
    return out;
}

}  // namespace forestall
