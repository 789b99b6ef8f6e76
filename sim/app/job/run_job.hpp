// SPDX-License-Identifier: Apache-2.0
// A job from its description to its results file: progress, interruption, what is kept when
// something fails.
#pragma once
#include <functional>
#include <string>

#include "app/frame/invocation.hpp"
#include "app/frame/output.hpp"
#include "app/job/compute_missing.hpp"
#include "app/job/until.hpp"
#include "ensemble/job.hpp"
#include "results/parts.hpp"

namespace forestall::app {

struct JobRequest {
    const Job& job;
    std::string out;
    Start start = Start::fresh;
    double time_limit = 0;  ///< seconds; 0: none
    Until until = {};       ///< fewer members than the job's are enough
};

/// Computes what is missing and writes the file; returns what `finished` returns, or the exit code
/// of stopping early or failing (told, with the line that resumes).
int run_job(const JobRequest& request, const Invocation& invocation,
            const std::function<int(const Progress&)>& finished);

/// What is asked for and how far it is; the keys of every JSON answer about a job.
Json about_job(const std::string& out, const Job& job, double seconds);

}  // namespace forestall::app
