// SPDX-License-Identifier: Apache-2.0
// The figure by which a page judges an option, in every sentence, tile, drawing and table: what it
// changes in the typical future, in percent, if the outcome is civilian deaths; else the mean
// difference.
#pragma once
#include <string>

#include "analysis/report/findings.hpp"

namespace forestall::report {

/// In percent of the baseline's geometric mean, or in units of the outcome.
comparison::Figure lead_figure(const comparison::Comparison& comparison, std::size_t option);
comparison::Clear lead_clear(const comparison::Comparison& comparison, std::size_t option);
/// "38 % fewer (31 to 45 % fewer)", "-206 (-992 to 581)"; of too few members what can be said.
std::string lead_text(const comparison::Comparison& comparison, std::size_t option);
/// What an axis of these figures is called.
std::string lead_axis(const Compared& compared);
/// "5 of 9 options are clearly better than doing nothing; a, b and c most of all".
std::string clear_options_text(const Compared& compared);

/// "doing nothing", or the name of another baseline.
std::string baseline_text(const comparison::Comparison& comparison);
/// "✓ ", "✗ " or nothing.
std::string clear_mark(comparison::Clear clear);

}  // namespace forestall::report
