// SPDX-License-Identifier: Apache-2.0
// The numbers of the page as one JSON document, for page.js and for whoever wants them out of the
// page again.
#pragma once
#include <nlohmann/json.hpp>
#include <string>

#include "analysis/report/context.hpp"
#include "analysis/report/findings.hpp"

namespace forestall::report {

nlohmann::ordered_json data_of(const Findings& findings, const Context& context);
/// As text that cannot end the script element it stands in.
std::string script_safe(const nlohmann::ordered_json& data);

}  // namespace forestall::report
