// SPDX-License-Identifier: Apache-2.0
// Files of the made-up job, for the tests of what is made from them.
#pragma once
#include <sstream>
#include <string>
#include <vector>

#include "results/assemble.hpp"
#include "results/reader.hpp"
#include "results/run_file.hpp"
#include "results/sample_job.hpp"

namespace forestall::testing {

inline Results sample_file(const Header& header) {
    const auto rows = sample_rows(header, all_members(header.members));
    return Results::from_image_without_digest(writer_of_rows(header, rows, Content::whole).finish(),
                                              "sample");
}

/// As `decide` leaves it: members 1 and 2 were not run under option 1, nobody under option 2.
inline Results sample_with_gaps() {
    Header header = sample_header(3, 3, 14, 2);
    header.gaps = true;
    auto rows = sample_rows(header, all_members(3));
    for (std::uint64_t m = 1; m < 3; ++m) rows[m].by_option[1] = {};
    for (MemberRow& row : rows) row.by_option[2] = {};
    return Results::from_image_without_digest(writer_of_rows(header, rows, Content::whole).finish(),
                                              "gaps");
}

/// The file of one member with everything by place and its events.
inline Results sample_run(const Header& header, const RunDetail& detail, std::uint64_t member = 0) {
    return Results::from_image_without_digest(
        writer_of_run(header, sample_row(header, member), detail).finish(), "run");
}

inline std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

}  // namespace forestall::testing
