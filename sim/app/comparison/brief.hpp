// SPDX-License-Identifier: Apache-2.0
// A comparison in one screen, for a reader who decides: how bad it is, what works best, by how
// much, how sure, at which stage, at what cost, and what is not known.
#pragma once
#include <string>
#include <vector>

#include "app/comparison/report.hpp"

namespace forestall::app {

/// `by_stage`: sentences of `comparison::stage_sentence`.
std::string brief_text(const Report& report, const std::string& title,
                       const std::vector<std::string>& by_stage);

}  // namespace forestall::app
