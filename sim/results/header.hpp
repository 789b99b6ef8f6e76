// SPDX-License-Identifier: Apache-2.0
// What a results file says about its job, apart from the rows: labels of the dimensions, the
// scenario as text, and the canonical description of the job. A value; everything in it is the same
// for every shard, batch and resume of a job.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "ensemble/job.hpp"

namespace forestall {

/// Which program computed the rows. The app knows; libraries are told.
struct ProgramBuild {
    std::string version;
    std::string git_commit;
};

struct LocationLabel {
    std::string name;
    std::string country;
    std::string region;
    double latitude = 0;
    double longitude = 0;
    bool operator==(const LocationLabel&) const = default;
};

struct ParameterLabel {
    std::string name;
    std::string unit;
    bool operator==(const ParameterLabel&) const = default;
};

struct Header {
    std::string title;
    std::string start_date;          ///< ISO 8601 date of day 0
    std::int64_t step_days = 7;      ///< length of a step; the last may be shorter
    std::vector<std::int64_t> time;  ///< first day of each step, days since start_date
    Points points;                   ///< of a design; none: no `point` dimension
    std::vector<std::string> options;
    Continuations continuations;  ///< none: no `continuation` dimension
    std::vector<LocationLabel> locations;
    std::vector<std::string> groups;
    std::vector<std::string> actors;  ///< written by `run` only
    std::vector<ParameterLabel> parameters;
    std::uint64_t members = 0;  ///< of the whole ensemble, not of this file
    std::uint64_t seed = 0;
    std::string description;  ///< canonical JSON text of the job
    ProgramBuild program;
    std::map<std::string, std::string> scenario_files;  ///< path inside the scenario -> text
    bool gaps = false;  ///< some members were not run under some options
    std::string currency = "USD";
    std::int32_t price_year = 2024;  ///< of all money in the file
};

/// Outcomes of one member in a file: options at each point, point by point. "Column" in what reads
/// and writes rows.
inline std::size_t columns(const Header& header) {
    return header.points.count() * header.options.size();
}

/// The header of a job's file.
Header header_of(const Job& job, const ProgramBuild& program);

/// Digests of the texts of a scenario's files, by path.
using FileDigests = std::map<std::string, std::string>;
FileDigests digests_of(const std::map<std::string, std::string>& scenario_files);

/// Files whose text is not the same, or which only one side has: "routes.csv differs, notes.csv is
/// here only"; empty: none.
std::string files_that_differ(const FileDigests& there, const FileDigests& here);

/// Empty if both stand for the same job computed by the same program, else the first few
/// differences, one sentence: "members is 60 there and 80 here; seed is 5 there and 6 here". Looks
/// at what decides the rows: the scenario by its world, whatever its files say in comments. If the
/// worlds differ, names the files that do, as told by their digests.
std::string job_difference(const Header& there, const Header& here, const FileDigests& there_files,
                           const FileDigests& here_files);
/// The same with the digests of the texts in the headers.
std::string job_difference(const Header& there, const Header& here);

/// XXH3 of one text, and of all paths and texts together, 16 hex digits.
std::string text_digest(const std::string& text);
std::string scenario_digest(const std::map<std::string, std::string>& files);

}  // namespace forestall
