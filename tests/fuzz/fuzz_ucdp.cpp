// SPDX-License-Identifier: Apache-2.0
// Any text as UCDP's events, under its own header and under those of both schemas: read or refused,
// every row and every death is in an event or left out with a reason, and events are what their
// fields promise.
#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>

#include "scenario/importers/ucdp.hpp"
#include "split_files.hpp"

namespace {

using namespace forestall;

constexpr std::string_view full =
    "id,type_of_violence,side_a,side_b,latitude,longitude,low,best,high,date_start,date_end,deaths_"
    "civilians,where_"
    "prec,country\n";
constexpr std::string_view shorter =
    "id,type_of_violence,side_a,side_b,latitude,longitude,low_death,best_death,high_death,date,"
    "country\n";

void check_event(const UcdpEvent& e) {
    if (e.id.empty() || e.last < e.first || e.low < 0 || e.best < 0 || e.high < 0) std::abort();
    if (!(e.latitude >= -90 && e.latitude <= 90 && e.longitude >= -180 && e.longitude <= 180))
        std::abort();
    if (e.place_precision < 0 || e.place_precision > 7) std::abort();
    if (e.type < UcdpType::state_based || e.type > UcdpType::one_sided) std::abort();
}

void check_tally(const UcdpReading& reading, std::uint64_t most) {
    if (!reading.tally.balanced()) std::abort();
    const TallyLine all = reading.tally.all_rows();
    if (all.read != static_cast<double>(std::min(reading.rows, most))) std::abort();
    if (all.in_world != static_cast<double>(reading.events.size())) std::abort();
    if (all.in_world + all.lost() != all.read) std::abort();
}

void read(std::string text) {
    const Limits limits = fuzz::small_limits();
    const UcdpReading reading = read_ucdp("ged.csv", std::move(text), limits);
    check_tally(reading, limits.violence);
    if (reading.events.empty() && !reading.diagnostics.has_errors()) std::abort();
    for (const auto& diagnostic : reading.diagnostics.all())
        if (to_string(diagnostic).empty() || diagnostic.code.empty()) std::abort();
    std::set<std::string_view> ids;
    for (const UcdpEvent& e : reading.events) {
        check_event(e);
        if (!ids.insert(e.id).second) std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    read(text);
    read(std::string(full) + text);
    read(std::string(shorter) + text);
    return 0;
}
