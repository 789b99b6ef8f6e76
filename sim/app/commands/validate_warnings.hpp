// SPDX-License-Identifier: Apache-2.0
// `forestall validate DIR --warnings`: how good the desk's warnings of mass killing are in the
// model's own runs.
#pragma once
#include <cstdint>
#include <string>

#include "app/frame/invocation.hpp"

namespace forestall::app {

/// Exit code. Throws InputError for a scenario whose violence is scheduled.
int validate_warnings(const std::string& dir, std::uint64_t members, const Invocation& invocation);

}  // namespace forestall::app
