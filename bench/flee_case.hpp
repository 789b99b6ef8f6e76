// SPDX-License-Identifier: Apache-2.0
// Worlds for whole-job benchmarks, from the Flee-format instances beside the source (absent: the
// benchmark says so).
#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "checkout.hpp"
#include "engine/engine.hpp"
#include "scenario/importers/flee.hpp"
#include "scenario/loader.hpp"
#include "world/world.hpp"

namespace forestall::bench {

inline std::optional<WorldTables> flee_case(const std::string& name) {
    const std::filesystem::path dir = in_checkout("../shared/data/flee") / name;
    if (!std::filesystem::exists(dir)) return std::nullopt;
    const auto out = std::filesystem::temp_directory_path() / ("forestall-bench-" + name);
    import_flee(dir, out);
    Loaded loaded = load_scenario(out, parameter_tables());
    std::filesystem::remove_all(out);
    return std::move(loaded.tables);
}

/// Central African Republic over 820 days: the counted total to its end, then on along a line to
/// 406,000.
inline std::optional<WorldTables> car_406000() {
    auto tables = flee_case("car");
    if (!tables) return tables;
    constexpr Day days = 820;
    constexpr double goal = 406000;
    auto& total = tables->settings.prescribed_total;
    const auto known = static_cast<Day>(total.size());
    const auto last = static_cast<double>(total.back());
    for (Day d = known; d < days; ++d)
        total.push_back(
            static_cast<Persons>(last + (goal - last) * (d - known + 1) / (days - known)));
    tables->settings.days = days;
    return tables;
}

/// 780 places and 215 million people in Nigeria's graph, person for person, leaving by themselves
/// for a year.
inline std::optional<WorldTables> nigeria_year() {
    auto tables = flee_case("nigeria2024");
    if (!tables) return tables;
    tables->settings.days = 365;
    tables->settings.displacement = DisplacementMode::endogenous;
    tables->settings.prescribed_total.clear();
    Persons people = 0;
    for (const auto& h : tables->populations) people += h.persons;
    constexpr double goal = 215e6;
    for (auto& h : tables->populations)
        h.low = h.high = h.persons = static_cast<Persons>(static_cast<double>(h.persons) * goal /
                                                          static_cast<double>(people));
    return tables;
}

}  // namespace forestall::bench
