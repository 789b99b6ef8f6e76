// SPDX-License-Identifier: Apache-2.0
// A difference in words, the same in every sentence about it.
#pragma once
#include <string>

#include "analysis/comparison/figure.hpp"

namespace forestall::comparison {

/// "12 fewer", "3 more".
std::string signed_text(double difference);
/// Its interval: "80 to 160 fewer", "539 fewer to 366 more".
std::string range_text(const Figure& difference);

}  // namespace forestall::comparison
