// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/ucdp_deaths.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>

#include "scenario/importers/tables/deaths_table.hpp"
#include "scenario/importers/tables/event_months.hpp"
#include "scenario/observed/apportion.hpp"

namespace forestall {
namespace {

constexpr const char* outside_period = "outside the period";
constexpr const char* not_covered = "in a month that the files do not cover whole";
constexpr double far_km = 100;

ViolenceKind kind_of(UcdpType type) {
    if (type == UcdpType::state_based) return ViolenceKind::battle;
    return type == UcdpType::one_sided ? ViolenceKind::one_sided : ViolenceKind::communal;
}

class Counting {
public:
    Counting(const UcdpPlacer& placer, const DeathsWish& wish, DeathsImport& out)
        : placer_(placer), wish_(wish), out_(out) {}

    void add(const UcdpFile& file) {
        for (const auto& [name, line] : file.reading.tally.rows)
            add_line(out_.tally.rows, name, line);
        for (const auto& [name, line] : file.reading.tally.things)
            add_line(out_.tally.things, name, line);
        for (const UcdpEvent& e : file.reading.events) {
            covered_first_ = std::min(covered_first_, e.first);
            covered_last_ = std::max(covered_last_, e.last);
            add(e, file.name);
        }
    }

    void finish(const std::string& file) {
        tell_far(file);
        fill_quiet_months();
        out_.rows = table_.rows(wish_);
    }

private:
    static void add_line(std::map<std::string, TallyLine, std::less<>>& lines,
                         const std::string& name, const TallyLine& line) {
        lines[name].read += line.read;
        lines[name].in_world += line.in_world;
        for (const auto& [reason, amount] : line.dropped) lines[name].drop(reason, amount);
    }

    void lose(const std::string& reason, const std::string& file, double rows, Persons deaths) {
        out_.tally.rows[file].in_world -= rows;
        out_.tally.rows[file].drop(reason, rows);
        out_.tally.things["deaths"].in_world -= real(deaths);
        out_.tally.things["deaths"].drop(reason, real(deaths));
    }

    void add(const UcdpEvent& e, const std::string& file) {
        if (!ids_.insert(e.id).second) return lose("repeats an event", file, 1, e.best);
        const EventMonths months(e, wish_);
        const auto best = apportioned(e.best, months.days);
        const auto days = std::span(months.days).subspan(EventMonths::months_from);
        const bool in_table = std::any_of(days.begin(), days.end(), [](double d) { return d > 0; });
        const bool cut = months.days[1] > 0;
        lose(outside_period, file, in_table || cut ? 0 : 1, best[0]);
        lose(not_covered, file, !in_table && cut ? 1 : 0, best[1]);
        if (!in_table) return;
        const Placing placing = placer_.place(e);
        const Persons deaths = e.best - best[0] - best[1];
        if (!placing.reason.empty()) {
            lose(placing.reason, file, 1, deaths);
            if (placing.reason == elsewhere) {
                out_.elsewhere[placing.area].events += 1;
                out_.elsewhere[placing.area].deaths += deaths;
            } else if (!e.country.empty() && placing.reason == other_country) {
                out_.other_countries[e.country] += 1;
            }
            return;
        }
        if (placing.km > far_km) far_ += deaths;
        ++out_.events;
        add_months(e, months, best, placing.where);
    }

    void add_months(const UcdpEvent& e, const EventMonths& months, std::span<const Persons> best,
                    const Spot& where) {
        const auto low = apportioned(std::min(e.low, e.best), months.days);
        const auto high = apportioned(std::max(e.high, e.best), months.days);
        for (std::size_t i = EventMonths::months_from; i < months.days.size(); ++i) {
            if (months.days[i] <= 0) continue;
            const Month month = months.first + static_cast<Month>(i - EventMonths::months_from);
            table_.add(month, kind_of(e.type), where, {low[i], best[i], high[i]});
        }
    }

    /// W217: without a map all of a country falls to a scenario that is a part of it.
    void tell_far(const std::string& file) {
        if (far_ == 0) return;
        Report report(out_.diagnostics, Limits{}.shown);
        report.add(
            "W217", {file, 0, 0},
            fmt::format("{} deaths lie more than {} km from every settlement", far_, far_km));
        report.finish();
    }

    /// A row of no place for each kind in each month that is covered and has none.
    void fill_quiet_months() {
        if (covered_last_ < covered_first_ && !(wish_.since && wish_.until)) return;
        DeathsWish all = wish_;
        if (!all.since) all.since = first_day(month_of(covered_first_));
        if (!all.until) all.until = first_day(month_of(covered_last_) + 1) - 1;
        for (Month m = month_of(wish_.first); m <= month_of(wish_.last); ++m)
            if (is_covered(m, all)) table_.watch(m);
    }

    const UcdpPlacer& placer_;
    const DeathsWish& wish_;
    DeathsImport& out_;
    std::set<std::string> ids_;
    DeathsTable table_;
    Persons far_ = 0;  ///< deaths in the table, but far from all settlements
    std::int32_t covered_first_ = std::numeric_limits<std::int32_t>::max();
    std::int32_t covered_last_ = std::numeric_limits<std::int32_t>::min();
};

}  // namespace

DeathsImport deaths_of(std::span<const UcdpFile> files, const UcdpPlacer& placer,
                       const DeathsWish& wish) {
    DeathsImport out;
    UcdpPlacer informed = placer;
    for (const UcdpFile& file : files) informed.look_at(file.reading.events);
    Counting counting(informed, wish, out);
    for (const UcdpFile& file : files) counting.add(file);
    counting.finish(files.empty() ? "" : files.front().name);
    return out;
}

}  // namespace forestall
