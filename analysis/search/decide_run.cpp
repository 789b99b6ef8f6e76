// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/decide_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <numeric>

#include "analysis/comparison/outcomes.hpp"
#include "results/files.hpp"
#include "results/reader.hpp"

namespace forestall::analysis {

RowSource ensemble_rows(const Parallel& parallel, const std::atomic<bool>& stop) {
    return [&parallel, &stop](const Job& job, std::span<const std::uint64_t> members) {
        std::vector<MemberRow> rows;
        run_ensemble(job, members, 1, parallel, stop, [&](std::vector<MemberRow>&& some) {
            for (MemberRow& row : some) rows.push_back(std::move(row));
        });
        if (rows.size() != members.size()) throw Stopped();
        std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.member < b.member; });
        return rows;
    };
}

DecideRun::DecideRun(Job job, Header header, std::string outcome, std::string directory, RowSource rows)
    : job_(std::move(job)),
      header_(std::move(header)),
      outcome_(std::move(outcome)),
      directory_(std::move(directory)),
      rows_(std::move(rows)) {
    header_.gaps = true;
    std::error_code failure;
    std::filesystem::remove_all(directory_, failure);
    files::make_directory(directory_);
}

DecideRun::~DecideRun() {
    std::error_code failure;
    std::filesystem::remove_all(directory_, failure);
}

comparison::Columns DecideRun::operator()(std::size_t first, std::size_t count,
                                          const std::vector<std::size_t>& options) {
    Job job = job_;
    job.options.clear();
    for (const std::size_t o : options) job.options.push_back(job_.options.at(o));
    std::vector<std::uint64_t> members(count);
    std::iota(members.begin(), members.end(), first);
    std::vector<MemberRow> rows = rows_(job, members);
    for (MemberRow& row : rows) {  // every option has its place; those dropped stay empty
        std::vector<MemberOutcome> all(job_.options.size());
        for (std::size_t i = 0; i < options.size(); ++i) all[options[i]] = std::move(row.by_option.at(i));
        row.by_option = std::move(all);
    }
    const std::string path = fmt::format("{}/part-{}.h5", directory_, first);
    write_results(path, writer_of_rows(header_, rows, Content::part).finish());
    parts_.push_back({path, members});
    members_ = first + count;
    const Results results = Results::open(path);
    std::vector<std::size_t> positions(count);
    std::iota(positions.begin(), positions.end(), std::size_t{0});
    const auto outcome = comparison::outcome_of(results, outcome_, positions);
    comparison::Columns out;
    for (const std::size_t o : options) out.push_back(outcome.values[o]);
    return out;
}

void DecideRun::write(const std::string& path) {
    job_.members = header_.members = members_;
    header_.description = job_description(job_);
    std::vector<std::uint64_t> members(members_);
    std::iota(members.begin(), members.end(), std::uint64_t{0});
    write_file_of(path, header_, members, parts_);
}

}  // namespace forestall::analysis
