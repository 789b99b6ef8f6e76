// SPDX-License-Identifier: Apache-2.0
// A run of the made-up job, in batches, and the files that come of it.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "results/files.hpp"
#include "results/parts.hpp"
#include "results/sample_job.hpp"
#include "results/scratch.hpp"

namespace forestall::testing {

/// What a run does: computes what is missing in batches of `batch`, at most `most` members, then
/// finishes if all are there.
inline void run(const std::string& out, const Header& header, std::uint64_t batch, Start start,
                std::uint64_t most = 1 << 30, const std::vector<std::uint64_t>& members = {}) {
    PartStore store(out, header, members.empty() ? all_members(header.members) : members, start);
    std::vector<MemberRow> rows;
    for (std::uint64_t m : store.missing_members()) {
        if (most-- == 0) break;
        rows.push_back(sample_row(header, m));
        if (rows.size() == batch) store.append(std::exchange(rows, {}));
    }
    store.append(std::move(rows));
    if (store.missing_members().empty()) store.finish();
}

inline std::string bytes_of_run(const Header& header, std::uint64_t batch) {
    const Scratch scratch;
    run(scratch / "o.h5", header, batch, Start::fresh);
    return files::read_file(scratch / "o.h5");
}

/// What the scenario's files say and which world they make: the job's description tells worlds
/// apart.
inline Header of_scenario(std::uint64_t members, std::map<std::string, std::string> files,
                          const std::string& world) {
    Header header = sample_header(members);
    header.scenario_files = std::move(files);
    header.description =
        R"({"members":)" + std::to_string(members) + R"(,"world":")" + world + "\"}";
    return header;
}

}  // namespace forestall::testing
