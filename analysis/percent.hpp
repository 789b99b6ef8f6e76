// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace forestall::analysis {

/// A share from 0 to 1 (what lies outside is taken as the nearer of them) as a percentage with two
/// digits that count, never with an exponent: "100 %", "more than 99 %", "15 %", "0.3 %", "less
/// than 0.01 %".
std::string small_percent(double share);

}  // namespace forestall::analysis
