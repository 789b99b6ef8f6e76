// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "core/hash.hpp"
#include "ensemble/job.hpp"

namespace forestall {

std::string job_description(const Job& job) {
    nlohmann::json j;  // keys come out sorted
    j["world"] = to_hex(job.world->digest());
    j["seed"] = job.seed;
    j["members"] = job.members;
    j["options"] = job.options;
    if (job.continuations.each > 0)
        j["continuations"] = {{"each", job.continuations.each},
                              {"scouts", job.continuations.scouts}};
    if (!job.points.empty())
        j["points"] = {{"held", job.points.held}, {"values", job.points.values}};
    return j.dump();
}

}  // namespace forestall
