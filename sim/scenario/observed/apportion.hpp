// SPDX-License-Identifier: Apache-2.0
// People and deaths shared out as whole numbers, none lost: the method of the largest remainder.
#pragma once
#include <span>
#include <vector>

#include "core/units.hpp"

namespace forestall {

/// `total` (>= 0) in proportion to `weights` (finite, >= 0), each share rounded down or up; of
/// equal remainders the first is rounded up. The shares sum to `total`, unless no weight is above
/// 0: then all are 0. Shape: as `weights`.
std::vector<Persons> apportioned(Persons total, std::span<const double> weights);

}  // namespace forestall
