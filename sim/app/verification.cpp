// SPDX-License-Identifier: Apache-2.0
#include "app/verification.hpp"

#include <algorithm>

#include "core/hash.hpp"
#include "engine/engine.hpp"

namespace forestall::app {

std::vector<std::size_t> spread(std::size_t count, std::size_t sample) {
    sample = std::min(sample, count);
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < sample; ++i) out.push_back(sample == 1 ? 0 : i * (count - 1) / (sample - 1));
    return out;
}

std::vector<Way> usual_ways() {
    return {{"serial", 1, 0}, {"tbb", 3, 0}, {"jthread", 2, 11}, {"tbb", 2, 7}, {"jthread", 5, 0}, {"tbb", 7, 23}};
}

std::vector<Mismatch> rerun(const Job& job, const Results& results, std::size_t position, const Way& way) {
    std::vector<Mismatch> out;
    const Parallel parallel(backend_from_name(way.backend), way.threads, way.shuffle);
    for (std::size_t option = 0; option < job.options.size(); ++option) {
        if (!results.ran(option, position)) continue;
        RunRequest request;
        request.seed = job.seed;
        request.member = results.members()[position];
        request.option = job.options[option];
        request.parallel = &parallel;
        const std::string recomputed = to_hex(run_member(*job.world, request).hash);
        const std::string& stored = results.hashes()[option * results.members().size() + position];
        if (recomputed != stored)
            out.push_back({results.members()[position], job.options[option], stored, recomputed, way});
    }
    return out;
}

}  // namespace forestall::app
