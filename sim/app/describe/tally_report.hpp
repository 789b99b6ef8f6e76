// SPDX-License-Identifier: Apache-2.0
// What was read against what is in the world, for people and programs.
#pragma once
#include <string>

#include "app/frame/output.hpp"
#include "scenario/tally.hpp"

namespace forestall::app {

/// Every thing with `read`, `in_world` and `dropped` (by reason); rows also by file; `balanced`.
Json tally_json(const Tally& tally);
/// "read: 3,000 people, 120 civilian deaths, 45 rows; in the world: all of it", or what is not, by
/// reason. One line. `where`: what the world is called.
std::string tally_text(const Tally& tally, const std::string& where = "in the world");

}  // namespace forestall::app
