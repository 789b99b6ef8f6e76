// SPDX-License-Identifier: Apache-2.0
// Every figure of the page as HTML tables: what is read without JavaScript, by a screen reader, and on paper.
#pragma once
#include <string>

#include "analysis/report/context.hpp"
#include "analysis/report/findings.hpp"

namespace forestall::report {

std::string options_table(const Compared& compared, const Context& context);
std::string costs_table(const Compared& compared);
std::string groups_table(const Compared& compared);
/// "" unless options are named `intervention@stage`.
std::string matrix_table(const Compared& compared);
/// Median and 5 to 95 % at about eight dates, of the shown options.
std::string fan_table(const Findings& findings, bool displaced);
std::string places_table(const Findings& findings);
std::string stages_table(const Findings& findings);
std::string acceptability_table(const Compared& compared);

}  // namespace forestall::report
