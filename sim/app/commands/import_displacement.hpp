// SPDX-License-Identifier: Apache-2.0
// `forestall import displacement`: counts of displaced people by area and date.
#pragma once
#include "app/frame/command.hpp"

namespace forestall::app {

void add_import_displacement(const Command& family, Program& program);

}  // namespace forestall::app
