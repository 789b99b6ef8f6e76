// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/verification.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/engine.hpp"

namespace forestall::analysis {

std::vector<std::size_t> spread(std::size_t count, std::size_t sample) {
    sample = std::min(sample, count);
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < sample; ++i)
        out.push_back(sample == 1 ? 0 : i * (count - 1) / (sample - 1));
    return out;
}

std::vector<Way> usual_ways() {
    return {{"serial", 1, 0}, {"tbb", 3, 0},     {"jthread", 2, 11},
            {"tbb", 2, 7},    {"jthread", 5, 0}, {"tbb", 7, 23}};
}

std::vector<Mismatch> rerun(const Job& job, const Results& results, std::size_t position,
                            const Way& way, Demand demand) {
    std::vector<Mismatch> out;
    const std::uint64_t member = results.members()[position];
    const Parallel parallel(backend_from_name(way.backend), way.threads, way.shuffle);
    std::vector<MemberOutcome> together;  // continuations are of all options of a member
    if (job.continuations.each > 0) {
        RunRequest all;
        all.seed = job.seed;
        all.member = member;
        all.parallel = &parallel;
        together = run_options(*job.world, all, job.options, job.continuations);
    }
    for (std::size_t option = 0; option < columns(job); ++option) {
        const std::size_t point = option / job.options.size();
        const std::string& name = job.options[option % job.options.size()];
        const auto note = [&](std::vector<ValueDifference> found) {
            for (ValueDifference& value : found)
                out.push_back(
                    {member, job.points.empty() ? name : fmt::format("{} at point {}", name, point),
                     std::move(value), way});
        };
        if (!results.ran(option, position)) {
            note(numbers_in_gap(results, position, option));
            continue;
        }
        RunDetail detail;
        RunRequest request;
        request.seed = job.seed;
        request.member = member;
        request.option = name;
        request.parallel = &parallel;
        if (results.has_detail()) request.detail = &detail;
        MemberRow row{member, {run_member(*world_at(job, point), request)}};
        if (!together.empty()) row.by_option.front().continued = together[option].continued;
        note(row_differences(results, position, option, row.by_option.front()));
        if (!results.has_detail()) continue;
        Header header = header_of(job, results.header().program);
        header.options = {name};
        note(said_differences(results, header, row, detail, demand));
    }
    return out;
}

}  // namespace forestall::analysis
