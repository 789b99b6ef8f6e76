// SPDX-License-Identifier: Apache-2.0
// What a report says about the assumptions of its file: flips and values with the report's own
// outcome and baseline, or why there are none.
#pragma once
#include "analysis/report/context.hpp"
#include "analysis/report/findings.hpp"
#include "analysis/search/stored_case.hpp"
#include "app/comparison/request.hpp"

namespace forestall::app {

/// Fills `questioned` or `unquestioned` of the findings. `more`: arguments of the report that say
/// what is judged.
void question(const analysis::StoredCase& stored, const ComparisonRequest& request,
              const report::Context& context, const std::string& more, const Invocation& invocation,
              report::Findings& findings);

}  // namespace forestall::app
