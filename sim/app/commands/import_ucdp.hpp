// SPDX-License-Identifier: Apache-2.0
// `forestall import ucdp`: UCDP's events as deaths by kind, place and month.
#pragma once
#include "app/frame/command.hpp"

namespace forestall::app {

void add_import_ucdp(const Command& family, Program& program);

}  // namespace forestall::app
