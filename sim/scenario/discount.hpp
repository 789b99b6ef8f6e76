// SPDX-License-Identifier: Apache-2.0
// The rate at which a scenario counts later money, from its text alone.
#pragma once
#include <string_view>

namespace forestall {

/// Share per year by which later money counts less, of the text of a scenario.toml: that of
/// [budget], or the standard where the text has none from 0 to 1.
double discount_in(std::string_view scenario_toml);

}  // namespace forestall
