// SPDX-License-Identifier: Apache-2.0
// `forestall import population`: people by area as the people of a scenario's places.
#pragma once
#include "app/frame/command.hpp"

namespace forestall::app {

void add_import_population(const Command& family, Program& program);

}  // namespace forestall::app
