// SPDX-License-Identifier: Apache-2.0
// The top of the page: the question, the verdict in plain language, and three short answers: which
// option, how sure, at what cost. Says no more than the verdict of the comparison does.
#pragma once
#include <string>

#include "analysis/report/context.hpp"
#include "analysis/report/findings.hpp"

namespace forestall::report {

std::string question_text(const Findings& findings);
/// How many options, futures and days the page is about, in a line.
std::string about_text(const Findings& findings);
std::string answer_html(const Findings& findings, const Context& context);

}  // namespace forestall::report
