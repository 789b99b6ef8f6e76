// SPDX-License-Identifier: Apache-2.0
// The job of a results file, built anew from the scenario inside it: to run its members again.
#pragma once
#include "ensemble/job.hpp"
#include "results/reader.hpp"

namespace forestall::app {

/// The job that the file says it is of. InputError if this program refuses the scenario inside or
/// has not its options.
Job stored_job(const Results& results);

}  // namespace forestall::app
