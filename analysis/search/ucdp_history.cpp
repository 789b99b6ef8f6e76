// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/ucdp_history.hpp"

#include <algorithm>

#include "core/random.hpp"
#include "scenario/text.hpp"

namespace forestall::analysis {
namespace {

Deed deed_of(UcdpType type) {
    if (type == UcdpType::state_based) return Deed::battle;
    return type == UcdpType::one_sided ? Deed::one_sided : Deed::communal;
}

}  // namespace

History history_of(const UcdpReading& reading) {
    constexpr int district = 3;
    History out;
    if (reading.events.empty()) return out;
    std::int32_t first = reading.events.front().first;
    std::int32_t last = reading.events.front().last;
    for (const UcdpEvent& e : reading.events) {
        first = std::min(first, e.first);
        last = std::max(last, e.last);
    }
    const std::string year = date_text(first).substr(0, 4);
    const std::int32_t start = parse_date(year + "-01-01").value_or(first);
    out.days = last - start + 1;
    for (const UcdpEvent& e : reading.events) {
        if (e.best < 1) continue;
        Occurrence o;
        o.first = e.first - start;
        o.last = e.last - start;
        o.latitude = e.latitude;
        o.longitude = e.longitude;
        o.placed = e.place_precision <= district;
        o.deed = deed_of(e.type);
        o.deaths = e.best;
        const auto [low, high] = std::minmax({name_hash(e.side_a), name_hash(e.side_b)});
        o.dyad = mix(low, high);
        out.events.push_back(o);
    }
    return out;
}

}  // namespace forestall::analysis
