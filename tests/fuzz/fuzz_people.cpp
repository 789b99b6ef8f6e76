// SPDX-License-Identifier: Apache-2.0
// Any text as a table of people, as it stands and under headers of publishers: read or refused,
// every row is taken or left out with a reason, and rows are what their fields promise.
#include <cstdlib>
#include <string>

#include "scenario/importers/tables/people_table.hpp"
#include "split_files.hpp"

namespace {

using namespace forestall;

void read(const std::string& text, const PeopleWish& wish) {
    const Limits limits = fuzz::small_limits();
    const PeopleReading reading = read_people_table("people.csv", text, wish, limits);
    if (!reading.tally.balanced()) std::abort();
    if (reading.rows.empty() && !reading.diagnostics.has_errors()) std::abort();
    if (reading.tally.all_rows().in_world != static_cast<double>(reading.rows.size())) std::abort();
    for (const auto& diagnostic : reading.diagnostics.all())
        if (to_string(diagnostic).empty()) std::abort();
    for (const PeopleRow& row : reading.rows)
        if (row.area.empty() || row.persons < 0 || row.persons > limits.persons || row.line < 1)
            std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    for (const DateOrder order : {DateOrder::none, DateOrder::day_month, DateOrder::month_day}) {
        const PeopleWish dated{.dated = true, .order = order};
        read(text, dated);
        read("reportingDate,admin2Pcode,numPresentIdpInd,idpOriginAdmin1Name\n" + text, dated);
    }
    read("ADM1_PCODE;T_TL\n" + text, {});
    return 0;
}
