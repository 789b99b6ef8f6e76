// SPDX-License-Identifier: Apache-2.0
#include "scenario/loader.hpp"

#include <fmt/format.h>

#include <set>

#include "scenario/directory.hpp"
#include "scenario/keys.hpp"
#include "scenario/reading.hpp"
#include "scenario/tally_world.hpp"

namespace forestall {

namespace {

bool is_option_file(std::string_view name) {
    return name.starts_with("options/") && name.ends_with(".toml");
}

const FileSpec* find_file(std::string_view name) {
    for (const auto& spec : scenario_files()) {
        if (spec.name == name) return &spec;
    }
    return nullptr;
}

void check_unread(const std::string& name, Report& report) {
    std::vector<std::string> known;
    for (const auto& spec : scenario_files()) known.emplace_back(spec.name);
    if (!is_option_file(name)) {
        report.add("W007", {readable_utf8(name), 0, 0},
                   fmt::format("{} is not a file of a scenario and is not read", shown(name)),
                   did_you_mean(nearest(name, known)));
    }
}

/// A reference model needs no file but scenario.toml.
void check_missing(const Reading& r) {
    for (const auto& spec : scenario_files()) {
        if (spec.required && !r.there.contains(spec.name) &&
            (!r.reference || spec.name == toml_file))
            r.report.add("E001", {std::string(spec.name), 0, 0},
                         fmt::format("'{}' is missing", spec.name));
    }
}

/// What is wrong with the characters of a text, and where; "" if nothing is.
std::string character_problem(std::string_view text, std::size_t& offset, std::string& hint) {
    const bool utf16 = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
    const std::size_t nul = text.find('\0');
    offset = 0;
    if (utf16 || (nul != std::string_view::npos &&
                  (nul == 1 || (nul == 0 && text.size() > 1 && text[1] != '\0'))))
        return "the text is UTF-16";
    if (const auto invalid = invalid_utf8(text)) {
        offset = *invalid;
        return "a byte that is not UTF-8";
    }
    if (nul == std::string_view::npos) return "";
    offset = nul;
    hint = "this is not text: look at how the file was made";
    return "a NUL character";
}

/// Superfluous files; drops texts that are too large or not UTF-8.
void check_files(ScenarioFiles& files, Report& report, const Limits& limits) {
    for (auto file = files.begin(); file != files.end();) {
        const auto& [name, text] = *file;
        const FileSpec* spec = find_file(name);
        const bool option = is_option_file(name);
        const std::uint64_t most =
            name == toml_file || option ? limits.toml_bytes : limits.file_bytes;
        std::size_t offset = 0;
        std::string hint;
        bool keep = spec != nullptr || option;
        if (spec == nullptr && !option) {
            check_unread(name, report);
        } else if (spec != nullptr && !spec->read) {
            report.add("E013", {name, 1, 1},
                       fmt::format("'{}' is not supported by this version", name));
        } else if (text.size() > most) {
            report.add("E003", {name, 0, 0},
                       fmt::format("{} bytes; at most {} are read", text.size(), most));
            keep = false;
        } else if (const std::string problem = character_problem(text, offset, hint);
                   !problem.empty()) {
            SourcePosition at{name, 1, 1};
            locate(text, offset, at.line, at.column);
            report.add("E006", at, problem, hint);
            keep = false;
        }
        file = keep ? std::next(file) : files.erase(file);
    }
}

/// W002, W003 … need every table; the rest was said by the readers.
void read_all(Reading& r) {
    read_settings(r);
    read_reference(r);
    read_places(r);
    read_routes(r);
    read_people(r);
    read_violence(r);
    read_control(r);
    read_closures(r);
    read_parameters(r);
    read_conflict(r);
    check_deaths(r);
    read_interventions(r);
    read_options(r);
    read_observed(r);
    check_geography(r);
}

/// Fills `tally` if there is one.
Loaded load(ScenarioFiles files, const DirectoryTexts& others, Diagnostics diagnostics,
            std::span<const ParameterTable> tables, const Limits& limits, Tally* tally = nullptr) {
    Loaded out;
    out.diagnostics = std::move(diagnostics);
    Report report(out.diagnostics, limits.shown);
    std::set<std::string, std::less<>> there(others.refused.begin(), others.refused.end());
    for (const auto& [name, text] : files) there.insert(name);
    for (const auto& name : others.unread) check_unread(name, report);
    check_files(files, report, limits);
    out.files = std::move(files);
    Reading reading{out.files, tables, limits, report, std::move(there)};
    read_all(reading);
    check_missing(reading);
    report.finish();
    out.diagnostics.sort();
    if (tally != nullptr) {
        count_in_world(reading.tables, reading.observed, reading.tally);
        *tally = std::move(reading.tally);
    }
    if (!out.diagnostics.has_errors()) {
        out.tables = std::move(reading.tables);
        out.observed = std::move(reading.observed);
    }
    return out;
}

}  // namespace

Loaded load_scenario_text(ScenarioFiles files, std::span<const ParameterTable> tables,
                          const Limits& limits) {
    return load(std::move(files), {}, {}, tables, limits);
}

Tally tally_scenario(ScenarioFiles files, std::span<const ParameterTable> tables,
                     const Limits& limits) {
    Tally out;
    load(std::move(files), {}, {}, tables, limits, &out);
    return out;
}

Loaded load_scenario(const std::filesystem::path& dir, std::span<const ParameterTable> tables,
                     const Limits& limits) {
    Diagnostics diagnostics;
    Report report(diagnostics, limits.shown);
    DirectoryTexts texts = read_directory(dir, limits, report);
    report.finish();
    return load(std::move(texts.files), texts, std::move(diagnostics), tables, limits);
}

}  // namespace forestall
