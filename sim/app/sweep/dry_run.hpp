// SPDX-License-Identifier: Apache-2.0
// What a job would take: time, from members that are run for it; memory and the size of its file.
#pragma once
#include "app/frame/invocation.hpp"
#include "app/frame/output.hpp"
#include "ensemble/job.hpp"

namespace forestall::app {

struct Forecast {
    std::uint64_t runs = 0;   ///< points times options times members
    double seconds = 0;       ///< with this many threads
    double memory_bytes = 0;  ///< of the process at its largest
    double file_bytes = 0;
};

/// Runs member 0 at the first, the middle and the last point, under all options.
Forecast forecast(const Job& job, const Invocation& invocation);

std::string forecast_text(const Job& job, const Forecast& forecast);
Json forecast_json(const Job& job, const Forecast& forecast);

}  // namespace forestall::app
