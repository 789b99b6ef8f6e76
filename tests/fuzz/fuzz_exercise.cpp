// SPDX-License-Identifier: Apache-2.0
// Any exercise.toml and msel.csv are a plan and a list or faults; a list without a fault comes out
// as it went in, and a period is cut without touching anything else.
#include <cstdlib>

#include "scenario/exercise/condition.hpp"
#include "scenario/exercise/period.hpp"
#include "scenario/exercise/read_exercise.hpp"
#include "split_files.hpp"

namespace {

forestall::WorldTables country() {
    forestall::WorldTables tables;
    tables.settings.days = 728;
    tables.partners = {{"Union", "regional_body", {}, {}}, {"Relief", "ngo", {}, {}}};
    return tables;
}

void check_plan(const forestall::ExercisePlan& plan) {
    if (plan.turn_days < 1 || plan.turns < 1 || plan.tail_days < 0) std::abort();
    if (plan.turns * plan.turn_days > 728) std::abort();
    for (const auto& seat : plan.seats)
        if (plan.fog(seat.fog) == nullptr) std::abort();
}

/// A line that is written anew is read as the same.
void check_list(const forestall::Msel& list) {
    forestall::Diagnostics again;
    forestall::Report report(again, 50);
    const std::string text = list.text();
    if (forestall::Msel::read(text, report).text() != text || again.has_errors()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto files = forestall::fuzz::split_files(data, size);
    const auto tables = country();
    const auto read = forestall::read_exercise(files, tables, forestall::fuzz::small_limits());
    for (const auto& diagnostic : read.diagnostics.all())
        if (to_string(diagnostic).empty() || diagnostic.code.empty()) std::abort();
    if (!read.diagnostics.has_errors()) {
        check_plan(read.plan);
        if (!read.msel.empty()) check_list(read.msel);
    }
    const auto toml = files.find("scenario.toml");
    if (toml == files.end()) return 0;
    if (const auto cut = forestall::with_last_day(toml->second, 20'000))
        if (cut->size() != toml->second.size()) std::abort();
    return 0;
}
