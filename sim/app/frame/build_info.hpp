// SPDX-License-Identifier: Apache-2.0
// Which program this is. The commit is that of the source when it was built; "-dirty" if tracked
// sources differed from it.
#pragma once
#include "results/header.hpp"

namespace forestall::app {

ProgramBuild program_build();

}  // namespace forestall::app
