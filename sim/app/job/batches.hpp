// SPDX-License-Identifier: Apache-2.0
// Computes the members a store still lacks: batch by batch, each durable before it counts. How
// members are cut into batches changes how much a kill may cost, never what comes out.
#pragma once
#include <atomic>

#include "app/frame/interrupt.hpp"
#include "app/frame/progress.hpp"
#include "ensemble/job.hpp"
#include "results/parts.hpp"

namespace forestall::app {

enum class Ended : std::uint8_t { complete, interrupted, out_of_time };

struct BatchLimits {
    double seconds = 0;           ///< stop after so long; 0: never
    double bytes_per_member = 0;  ///< of rows in memory
};

/// Members of one batch when one member takes one thread `seconds` and `left` are to be computed on
/// `threads` threads.
std::uint64_t batch_size(double seconds, std::uint64_t left, int threads, double bytes_per_member);

/// A job that is being computed: what for, with what, as far as what.
struct Work {
    const Job& job;
    PartStore& store;
    const Parallel& parallel;
    BatchLimits limits;
    const Interrupt& interrupt;
    Progress& progress;
};

/// Members of the job from 0 to below `below`. Throws what the engine or the store throw; batches
/// that were appended before stay.
Ended compute_missing(Work& work, std::uint64_t below);

}  // namespace forestall::app
