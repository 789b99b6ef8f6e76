// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/ucdp_deaths.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

#include "scenario/observed/apportion.hpp"

namespace forestall {
namespace {

constexpr const char* outside_period = "outside the period";

ViolenceKind kind_of(UcdpType type) {
    if (type == UcdpType::state_based) return ViolenceKind::battle;
    return type == UcdpType::one_sided ? ViolenceKind::one_sided : ViolenceKind::communal;
}

/// Days of an event: outside of the period, then in each month of it from the first on.
struct Spread {
    Month first = 0;
    std::vector<double> days;
};

Spread spread_of(const UcdpEvent& e, const DeathsWish& wish) {
    const std::int32_t first = std::max(e.first, wish.first);
    const std::int32_t last = std::min(e.last, wish.last);
    Spread out;
    out.days.push_back(static_cast<double>(e.last - e.first + 1));
    if (last < first) return out;
    out.days[0] -= static_cast<double>(last - first + 1);
    out.first = month_of(first);
    for (Month m = out.first; m <= month_of(last); ++m)
        out.days.push_back(static_cast<double>(std::min(last + 1, first_day(m + 1)) -
                                               std::max(first, first_day(m))));
    return out;
}

using Key = std::tuple<Month, ViolenceKind, Spot>;
struct Sums {
    Persons low = 0;
    Persons best = 0;
    Persons high = 0;
};

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

    void finish() {
        fill_quiet_months();
        for (const auto& [key, sums] : sums_) {
            DeathsRow row;
            std::tie(row.month, row.kind, row.where) = key;
            row.deaths = sums.best;
            row.low = std::min(sums.low, sums.best);
            row.high = std::max(sums.high, sums.best);
            if (const auto c = wish_.coverage.find(row.kind); c != wish_.coverage.end())
                row.coverage = c->second;
            row.source = wish_.source;
            out_.rows.push_back(std::move(row));
        }
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
        const Placing placing = placer_.place(e);
        const Spread spread = spread_of(e, wish_);
        if (!placing.reason.empty()) {
            lose(placing.reason, file, 1, e.best);
            if (placing.reason == elsewhere) {
                out_.elsewhere[placing.area].events += 1;
                out_.elsewhere[placing.area].deaths += e.best;
            } else if (!e.country.empty() && placing.reason == other_country) {
                out_.other_countries[e.country] += 1;
            }
            return;
        }
        if (spread.days.size() == 1) return lose(outside_period, file, 1, e.best);
        const auto low = apportioned(std::min(e.low, e.best), spread.days);
        const auto best = apportioned(e.best, spread.days);
        const auto high = apportioned(std::max(e.high, e.best), spread.days);
        lose(outside_period, file, 0, best[0]);
        ++out_.events;
        for (std::size_t i = 1; i < spread.days.size(); ++i) {
            Sums& sums =
                sums_[{spread.first + static_cast<Month>(i) - 1, kind_of(e.type), placing.where}];
            sums.low += low[i];
            sums.best += best[i];
            sums.high += high[i];
        }
    }

    /// A row of no place for each kind in each month that is covered and has none.
    void fill_quiet_months() {
        const std::int32_t first = std::max(wish_.first, wish_.since.value_or(covered_first_));
        const std::int32_t last = std::min(wish_.last, wish_.until.value_or(covered_last_));
        if (last < first) return;
        std::set<std::pair<Month, ViolenceKind>> watched;
        for (const auto& [key, sums] : sums_) watched.emplace(std::get<0>(key), std::get<1>(key));
        for (Month m = month_of(first); m <= month_of(last); ++m)
            for (const auto& word : violence_words)
                if (!watched.contains({m, word.value})) sums_[{m, word.value, Spot{}}] = {};
    }

    const UcdpPlacer& placer_;
    const DeathsWish& wish_;
    DeathsImport& out_;
    std::set<std::string> ids_;
    std::map<Key, Sums> sums_;
    std::int32_t covered_first_ = std::numeric_limits<std::int32_t>::max();
    std::int32_t covered_last_ = std::numeric_limits<std::int32_t>::min();
};

}  // namespace

DeathsImport deaths_of(std::span<const UcdpFile> files, const UcdpPlacer& placer,
                       const DeathsWish& wish) {
    DeathsImport out;
    Counting counting(placer, wish, out);
    for (const UcdpFile& file : files) counting.add(file);
    counting.finish();
    return out;
}

}  // namespace forestall
