// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/observed/death_figures.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "scenario/text.hpp"

namespace forestall::analysis {
namespace {

std::optional<ViolenceKind> kind_of(EventKind kind) {
    switch (kind) {
        case EventKind::battle:
            return ViolenceKind::battle;
        case EventKind::one_sided:
            return ViolenceKind::one_sided;
        case EventKind::communal:
            return ViolenceKind::communal;
        default:
            return std::nullopt;
    }
}

std::string name_at(const Place& place, Grain grain) {
    if (place.foreign || grain == Grain::scenario) return "";
    return grain == Grain::region ? place.region : place.name;
}

}  // namespace

DeathLayout::DeathLayout(const World& world, Grain grain) : world_(world), grain_(grain) {
    if (const auto start = parse_date(world.settings().start_date);
        start && world.settings().days > 0) {
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

DeathFigures observed_deaths(const DeathLayout& layout, std::span<const DeathsRow> rows) {
    DeathFigures out{std::vector<double>(layout.size(), 0),
                     std::vector<bool>(violence_words.size() * layout.months(), false)};
    for (const DeathsRow& row : rows) {
        const Month month = row.month - layout.first_month();
        if (month < 0 || static_cast<std::size_t>(month) >= layout.months()) continue;
        const auto m = static_cast<std::size_t>(month);
        out.deaths[layout.at(row.kind, m, layout.spot_of(row.where))] += real(row.deaths);
        out.watched[static_cast<std::size_t>(row.kind) * layout.months() + m] = true;
    }
    return out;
}

DeathFigures member_deaths(const DeathLayout& layout, const RunDetail& detail) {
    DeathFigures out{std::vector<double>(layout.size(), 0),
                     std::vector<bool>(violence_words.size() * layout.months(), true)};
    if (layout.months() == 0) return out;
    const Settings& settings = layout.world().settings();
    const std::int32_t start = *parse_date(settings.start_date);
    for (const Event& e : detail.events) {
        const auto kind = kind_of(e.kind);
        if (!kind || e.deaths == 0) continue;
        const Day day = e.day >= 0 ? e.day : e.step * settings.step_days;
        const auto m = static_cast<std::size_t>(month_of(start + day) - layout.first_month());
        const bool placed = index(e.place) < layout.world().places().size();
        const std::size_t spot = placed ? layout.spot_of(e.place) : layout.spots().size() - 1;
        out.deaths[layout.at(*kind, m, spot)] += real(e.deaths);
    }
    return out;
}

}  // namespace forestall::analysis
