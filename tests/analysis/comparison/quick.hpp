// SPDX-License-Identifier: Apache-2.0
// Few resamples, for tests that look at what is said and not at the digits.
#pragma once
#include "analysis/comparison/figure.hpp"

namespace forestall::test {

inline const comparison::Plan quick{.replicates = 999};

}  // namespace forestall::test
