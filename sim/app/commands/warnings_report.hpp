// SPDX-License-Identifier: Apache-2.0
// What `forestall validate --warnings` prints: the verdict, tables, and the same as JSON.
#pragma once
#include <string>

#include "analysis/warnings/warnings.hpp"
#include "app/frame/json.hpp"
#include "world/world.hpp"

namespace forestall::app {

/// One sentence, which says also that this is not history.
std::string warnings_verdict(const analysis::Warnings& found);
std::string warnings_text(const Settings& settings, const analysis::Warnings& found);
Json warnings_document(const Settings& settings, const analysis::Warnings& found);

}  // namespace forestall::app
