// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/flee.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "scenario/csv.hpp"
#include "scenario/directory.hpp"
#include "scenario/importers/flee_instance.hpp"
#include "scenario/importers/latin1.hpp"

namespace forestall {

namespace fs = std::filesystem;

namespace {

void make_utf8(ScenarioFiles& instance, Report& report) {
    for (auto& [name, text] : instance) {
        const auto offset = invalid_utf8(text);
        if (!offset) continue;
        SourcePosition at{name, 1, 1};
        locate(text, *offset, at.line, at.column);
        report.add("W115", at, "a byte that is not UTF-8");
        text = from_latin1(text);
    }
}

bool check_instance(const ScenarioFiles& instance, const std::string& prefix, Report& report) {
    bool whole = true;
    for (const char* needed : {"locations.csv", "routes.csv"}) {
        if (instance.contains(prefix + needed)) continue;
        whole = false;
        report.add("E101", {prefix + needed, 0, 0},
                   fmt::format("'{}' is missing", prefix + needed));
    }
    return whole;
}

/// Flags and closures that begin after the period, and flags that end before it.
void tell_late(const FleeReading& r) {
    const auto late = [&](const auto& item) { return item.first >= r.out.days; };
    const auto flags = std::count_if(r.out.spans.begin(), r.out.spans.end(), late);
    const auto closures = std::count_if(r.out.closures.begin(), r.out.closures.end(), late);
    if (flags > 0)
        r.report.add("W114", {r.out.prefix + "conflicts.csv", 0, 0},
                     fmt::format("{} runs of flags begin after {} days", flags, r.out.days));
    if (closures > 0)
        r.report.add("W114", {r.out.prefix + "closures.csv", 0, 0},
                     fmt::format("{} closures begin after {} days", closures, r.out.days));
    if (r.out.flagged > 0 && r.out.flagged < r.out.days)
        r.report.add(
            "W109", {r.out.prefix + "conflicts.csv", 0, 0},
            fmt::format("conflict flags are given for {} days of {}", r.out.flagged, r.out.days),
            "the last of each place is held");
}

/// What was made must be a scenario; a fault of it that no step above noticed is told as it is.
Loaded check_result(const ScenarioFiles& files, const Limits& limits, Diagnostics& out) {
    Loaded loaded = load_scenario_text(files, {}, limits);
    for (const auto& d : loaded.diagnostics.all()) {
        if (d.severity == Severity::error) out.error(d.at, d.code, d.message, d.hint);
    }
    return loaded;
}

bool write_files(const ScenarioFiles& files, const fs::path& out, Report& report) {
    std::error_code failure;
    fs::create_directories(out / "observed", failure);
    for (const auto& [name, text] : files) {
        std::ofstream file(out / name, std::ios::binary | std::ios::trunc);
        file << text;
        file.close();
        if (file) continue;
        report.add("E102", {(out / name).string(), 0, 0},
                   fmt::format("'{}' cannot be written", name));
        return false;
    }
    if (!files.contains("observed/total.csv")) fs::remove(out / "observed", failure);
    return true;
}

}  // namespace

ImportReport convert_flee(ScenarioFiles instance, const FleeOptions& options) {
    ImportReport out;
    Report report(out.diagnostics, options.limits.shown);
    make_utf8(instance, report);
    FleeOptions settled = options;
    if (settled.title.empty()) settled.title = "Flee instance";
    settled.title = readable_utf8(settled.title);
    FleeReading r{instance, settled, report};
    if (instance.contains("input_csv/locations.csv")) r.out.prefix = "input_csv/";
    if (check_instance(instance, r.out.prefix, report)) {
        read_flee_period(r);
        read_flee_locations(r);
        read_flee_routes(r);
        read_flee_conflicts(r);
        settle_flee_home(r);
        read_flee_counts(r);
        read_flee_closures(r);
    }
    if (!report.failed()) {
        fill_flee_populations(r);
        check_flee_geography(r);
        check_flee_people(r);
        check_flee_files(r);
        tell_late(r);
    }
    report.finish();
    out.diagnostics.sort();
    if (out.diagnostics.has_errors()) return out;
    out.files = write_flee_scenario(r, out.diagnostics);
    const Loaded made = check_result(out.files, settled.limits, out.diagnostics);
    if (!made.tables) out.files.clear();  // names that look alike, say
    if (made.tables) tally_flee(r, *made.tables);
    out.tally = std::move(r.tally);
    out.imputed = r.imputed;
    return out;
}

ImportReport read_flee(const fs::path& dir, const FleeOptions& options) {
    Diagnostics reading;
    Report report(reading, options.limits.shown);
    FleeOptions settled = options;
    const fs::path whole = fs::absolute(dir).lexically_normal();
    if (settled.title.empty())
        settled.title = (whole.has_filename() ? whole : whole.parent_path()).filename().string();
    const ScenarioFiles instance = read_flee_directory(dir, settled.limits, report);
    ImportReport result = convert_flee(instance, settled);
    for (const auto& d : reading.all()) result.diagnostics.error(d.at, d.code, d.message, d.hint);
    if (result.diagnostics.has_errors()) result.diagnostics.sort();
    return result;
}

ImportReport import_flee(const fs::path& dir, const fs::path& out, const FleeOptions& options) {
    ImportReport result = read_flee(dir, options);
    if (result.diagnostics.has_errors()) return result;
    Report writing(result.diagnostics, options.limits.shown);
    result.written = write_files(result.files, out, writing);
    return result;
}

}  // namespace forestall
