// SPDX-License-Identifier: Apache-2.0
// The top of the page: the question, the verdict in plain language, and three short answers: which option, how sure,
// at what cost. Says no more than the verdict of the comparison does.
#pragma once
#include <string>

#include "analysis/report/context.hpp"
#include "analysis/report/findings.hpp"

namespace forestall::report {

std::string question_text(const Findings& findings);
std::string answer_html(const Findings& findings, const Context& context);

}  // namespace forestall::report
