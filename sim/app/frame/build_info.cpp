// SPDX-License-Identifier: Apache-2.0
#include "app/frame/build_info.hpp"

#include "forestall_build_info.hpp"

namespace forestall::app {

ProgramBuild program_build() { return {FORESTALL_VERSION, FORESTALL_GIT_COMMIT}; }

}  // namespace forestall::app
