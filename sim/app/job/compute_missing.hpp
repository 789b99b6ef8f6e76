// SPDX-License-Identifier: Apache-2.0
// Computes the members that a store still lacks; what is done is durable soon
// (results/row_writer.hpp). What is durable when changes how much a kill may cost, never what comes
// out.
#pragma once
#include "app/frame/interrupt.hpp"
#include "app/frame/progress.hpp"
#include "ensemble/job.hpp"
#include "results/parts.hpp"

namespace forestall::app {

enum class Ended : std::uint8_t { complete, interrupted, out_of_time };

struct WorkLimits {
    double seconds = 0;           ///< of the progress; 0: none
    double bytes_per_member = 0;  ///< of a row in memory
};

/// A job that is being computed: what for, with what, as far as what.
struct Work {
    const Job& job;
    PartStore& store;
    const Parallel& parallel;
    WorkLimits limits;
    const Interrupt& interrupt;
    Progress& progress;
};

/// Members of the job from 0 to below `below`. At least one is computed, however short the time
/// limit is. Throws what the engine or the store throw; members that were durable before stay.
Ended compute_missing(Work& work, std::uint64_t below);

}  // namespace forestall::app
