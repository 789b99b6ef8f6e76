// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <set>
#include <tuple>

#include "scenario/observed/reading.hpp"
#include "scenario/text.hpp"

namespace forestall {
namespace {

std::optional<Month> month(const CsvTable& table, const CsvCell* cell, Report& report) {
    if (cell == nullptr) return std::nullopt;
    const auto value = parse_month(cell->text);
    if (!value)
        report.add("E211", table.position(*cell),
                   fmt::format("{} is not a month", shown(cell->text)));
    return value;
}

/// The three estimates; the ends are the best estimate where they are blank.
bool read_estimates(CsvTable& table, DeathsRow& row, Report& report) {
    table.required("deaths");
    const auto best = table.persons("deaths");
    const auto low = table.persons("deaths_low");
    const auto high = table.persons("deaths_high");
    if (best) table.measure("deaths_observed", real(*best));
    if (!best || table.row_failed()) return false;
    row.deaths = *best;
    row.low = low.value_or(*best);
    row.high = high.value_or(*best);
    if (row.low <= row.deaths && row.deaths <= row.high) return true;
    report.add("E028", table.row_position(),
               fmt::format("deaths {}, {}, {}", row.low, row.deaths, row.high));
    return false;
}

bool is_outside(Month month, const Settings& settings) {
    const auto start = parse_date(settings.start_date);
    if (!start || settings.days <= 0) return false;
    return month < month_of(*start) || month > month_of(*start + settings.days - 1);
}

}  // namespace

void read_observed_deaths(ObservedReading& r) {
    const std::string* text = r.text(deaths_file);
    if (text == nullptr) return;
    CsvTable table(deaths_file, *text, r.limits.observations, r.report, r.limits, r.out.tally);
    std::set<std::tuple<Month, ViolenceKind, Spot>> seen;
    while (table.next()) {
        DeathsRow row;
        const auto when = month(table, table.required("month"), r.report);
        table.required("kind");
        row.kind = static_cast<ViolenceKind>(table.choice("kind"));
        const bool counted = read_estimates(table, row, r.report);
        row.coverage = table.share("coverage");
        const auto where = read_spot(table, {}, r.geography, r.report);
        if (!when || !counted || !where || table.row_failed()) continue;
        row.month = *when;
        row.where = *where;
        row.source = table.text("source");
        if (!seen.emplace(row.month, row.kind, row.where).second) {
            r.report.add("E031", table.row_position(),
                         fmt::format("{} deaths of {} there already have a row",
                                     violence_words.text(row.kind), month_text(row.month)));
            continue;
        }
        if (is_outside(row.month, r.tables.settings))
            r.report.add("W215", table.row_position(),
                         fmt::format("{} is not in the period", month_text(row.month)));
        table.take();
        r.out.deaths.push_back(std::move(row));
    }
}

}  // namespace forestall
