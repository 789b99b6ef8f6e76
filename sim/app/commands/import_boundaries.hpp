// SPDX-License-Identifier: Apache-2.0
// `forestall import boundaries`: a map's areas, and what they are to a scenario.
#pragma once
#include "app/frame/command.hpp"

namespace forestall::app {

void add_import_boundaries(const Command& family, Program& program);

}  // namespace forestall::app
