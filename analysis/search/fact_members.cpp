// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/fact_members.hpp"

#include <algorithm>
#include <optional>

#include "core/random.hpp"
#include "engine/engine.hpp"

namespace forestall::analysis {
namespace {

std::optional<Deed> deed_of(EventKind kind) {
    switch (kind) {
        case EventKind::battle:
            return Deed::battle;
        case EventKind::one_sided:
            return Deed::one_sided;
        case EventKind::communal:
            return Deed::communal;
        default:
            return std::nullopt;
    }
}

/// The same whoever of the two is named first.
std::uint64_t dyad_of(const Event& e) {
    const auto [low, high] = std::minmax({index(e.actor), index(e.opponent)});
    return mix(low, high);
}

}  // namespace

History history_of(const World& world, const RunDetail& detail, Counting counting) {
    History out;
    out.days = static_cast<int>(world.settings().days);
    const int step_days = static_cast<int>(world.settings().step_days);
    const bool dated = std::any_of(detail.events.begin(), detail.events.end(),
                                   [](const Event& e) { return e.day >= 0; });
    out.bin_days = dated ? 1 : step_days;
    for (const Place& p : world.places())
        if (!p.foreign && p.kind == PlaceKind::settlement)
            out.at_risk.emplace_back(p.latitude, p.longitude);
    for (const int zone : detail.zones)
        if (zone >= 1 && zone <= 5) out.exposure[static_cast<std::size_t>(zone)] += 1;
    for (const Event& e : detail.events) {
        const auto deed = deed_of(e.kind);
        const Persons deaths =
            counting == Counting::happened ? e.deaths : e.deaths - e.civilian_deaths + e.reported;
        if (!deed || deaths < 1) continue;
        Occurrence o;
        o.first = e.day >= 0 ? static_cast<int>(e.day) : e.step * step_days;
        o.last = e.day >= 0 ? o.first : std::min(o.first + step_days, out.days) - 1;
        o.placed = index(e.place) < world.places().size();
        if (o.placed) {
            o.latitude = world.places()[index(e.place)].latitude;
            o.longitude = world.places()[index(e.place)].longitude;
        }
        o.deed = *deed;
        o.deaths = deaths;
        o.dyad = dyad_of(e);
        o.selective = e.manner == "selective";
        o.zone = e.zone;
        out.events.push_back(o);
    }
    return out;
}

std::vector<History> run_histories(const World& world, std::uint64_t seed, std::uint64_t members,
                                   Counting counting, const Parallel& parallel,
                                   const std::atomic<bool>* stop) {
    std::vector<std::optional<History>> each(members);
    parallel.for_chunks(members, 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t m = begin; m < end; ++m) {
            if (stop != nullptr && stop->load(std::memory_order_relaxed)) return;
            RunDetail detail;
            RunRequest request;
            request.seed = seed;
            request.member = m;
            request.detail = &detail;
            run_member(world, request);
            each[m] = history_of(world, detail, counting);
        }
    });
    std::vector<History> out;
    for (auto& history : each)
        if (history) out.push_back(std::move(*history));
    return out;
}

}  // namespace forestall::analysis
