// SPDX-License-Identifier: Apache-2.0
// Any texts are a scenario or a list of faults; what loads without a fault builds a World.
#include <array>
#include <cstdlib>

#include "split_files.hpp"
#include "world/world.hpp"

namespace {

constexpr std::array<forestall::ParameterSpec, 3> specs{{
    {"a.share", "1", 0, 1, 0.5, "", "", 'D'},
    {"a.speed", "km/d", 1, 200, 35, "", "", 'D'},
    {"monitoring.delay", "d", 0, 365, 14, "", "", 'D'},
}};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::array<forestall::ParameterTable, 1> tables{{forestall::ParameterTable(specs)}};
    auto files = forestall::fuzz::split_files(data, size);
    const auto loaded =
        forestall::load_scenario_text(std::move(files), tables, forestall::fuzz::small_limits());
    if (loaded.tables.has_value() == loaded.diagnostics.has_errors()) std::abort();
    for (const auto& diagnostic : loaded.diagnostics.all()) {
        if (to_string(diagnostic).empty() || diagnostic.code.empty()) std::abort();
    }
    if (loaded.tables) forestall::World::build(*loaded.tables);
    return 0;
}
