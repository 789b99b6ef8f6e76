// SPDX-License-Identifier: Apache-2.0
// One self-contained HTML page about a results file: works without a network, without JavaScript
// and on paper. A function of its arguments: equal files, words and plans give equal bytes.
#pragma once
#include <string>
#include <string_view>

#include "analysis/report/context.hpp"
#include "analysis/report/findings.hpp"

namespace forestall::report {

/// `charts`: the script of the chart library, put into the page; empty for still drawings only.
std::string page_of(const Findings& findings, const Context& context, std::string_view charts);

}  // namespace forestall::report
