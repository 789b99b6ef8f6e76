// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/observed/death_figures.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "analysis/search/observed/record_kinds.hpp"
#include "scenario/text.hpp"

namespace forestall::analysis {
namespace {

DeathFigures no_deaths(const DeathLayout& layout) {
    const std::size_t kind_months = violence_words.size() * layout.months();
    const std::vector<double> none(layout.size(), 0);
    return {none, std::vector<bool>(kind_months, false), none, none,
            std::vector<std::optional<double>>(kind_months)};
}

std::string name_at(const Place& place, Grain grain) {
    if (place.foreign || grain == Grain::scenario) return "";
    return grain == Grain::region ? place.region : place.name;
}

}  // namespace

DeathLayout::DeathLayout(const World& world, Grain grain) : world_(world), grain_(grain) {
    if (const auto start = parse_date(world.settings().start_date);
        start && world.settings().days > 0) {
        start_ = *start;
        first_ = month_of(*start);
        months_ =
            static_cast<std::size_t>(month_of(*start + world.settings().days - 1) - first_) + 1;
    }
    std::set<std::string> names;
    for (const Place& place : world.places()) names.insert(name_at(place, grain));
    names.erase("");
    spots_.assign(names.begin(), names.end());
    spots_.emplace_back();
    for (const Place& place : world.places()) {
        const auto found = std::find(spots_.begin(), spots_.end(), name_at(place, grain));
        by_place_.push_back(static_cast<std::size_t>(found - spots_.begin()));
    }
}

std::size_t DeathLayout::at(ViolenceKind kind, std::size_t month, std::size_t spot) const {
    return (static_cast<std::size_t>(kind) * months_ + month) * spots_.size() + spot;
}

std::size_t DeathLayout::spot_of(const Spot& where) const {
    if (!where.location.empty()) return spot_of(world_.place(where.location));
    if (grain_ != Grain::region) return spots_.size() - 1;
    const auto found = std::find(spots_.begin(), spots_.end(), where.region);
    return std::min(static_cast<std::size_t>(found - spots_.begin()), spots_.size() - 1);
}

bool DeathLayout::whole(std::size_t month) const {
    const Month m = first_ + static_cast<Month>(month);
    return month < months_ && first_day(m) >= start_ &&
           first_day(m + 1) <= start_ + world_.settings().days;
}

DeathFigures observed_deaths(const DeathLayout& layout, std::span<const DeathsRow> rows) {
    DeathFigures out = no_deaths(layout);
    std::vector<bool> seen(out.watched.size(), false);
    for (const DeathsRow& row : rows) {
        const Month month = row.month - layout.first_month();
        if (month < 0 || static_cast<std::size_t>(month) >= layout.months()) continue;
        const auto m = static_cast<std::size_t>(month);
        const std::size_t at = layout.at(row.kind, m, layout.spot_of(row.where));
        out.deaths[at] += real(row.deaths);
        out.low[at] += real(row.low);
        out.high[at] += real(row.high);
        const std::size_t kind_month = static_cast<std::size_t>(row.kind) * layout.months() + m;
        std::optional<double>& coverage = out.coverage[kind_month];
        if (!seen[kind_month])
            coverage = row.coverage;
        else if (coverage)
            coverage = row.coverage ? std::min(coverage, row.coverage) : std::nullopt;
        seen[kind_month] = true;
        out.watched[kind_month] = layout.whole(m);
    }
    return out;
}

DeathFigures member_deaths(const DeathLayout& layout, const RunDetail& detail, Counting counting) {
    DeathFigures out = no_deaths(layout);
    if (layout.months() == 0) return out;
    for (std::size_t i = 0; i < out.watched.size(); ++i) {
        out.watched[i] = layout.whole(i % layout.months());
        out.coverage[i] = 1;
    }
    const World& world = layout.world();
    const std::int32_t start = *parse_date(world.settings().start_date);
    RecordKinds kinds(world);
    for (const Event& e : detail.events) {
        const auto kind = kinds.of(e);
        const Persons deaths = deaths_of_record(e, counting);
        const bool placed = index(e.place) < world.places().size();
        if (!kind || deaths <= 0 || (placed && world.at(e.place).foreign)) continue;
        const Day day = e.day >= 0 ? e.day : e.step * world.settings().step_days;
        const auto m = static_cast<std::size_t>(month_of(start + day) - layout.first_month());
        const std::size_t spot = placed ? layout.spot_of(e.place) : layout.spots().size() - 1;
        out.deaths[layout.at(*kind, m, spot)] += real(deaths);
    }
    out.low = out.high = out.deaths;
    return out;
}

}  // namespace forestall::analysis
