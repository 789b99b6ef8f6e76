// SPDX-License-Identifier: Apache-2.0
// How much memory one running member takes, from the world alone: known before anything is
// allocated.
#pragma once
#include "world/world.hpp"

namespace forestall {

/// Bytes of one member at its largest, when people flee from and to everywhere. While options
/// branch off a member there are two.
double member_bytes(const World& world);

}  // namespace forestall
