// SPDX-License-Identifier: Apache-2.0
// Lengths of time, amounts of money, shares and years as scenarios write them, with their ranges.
#pragma once
#include <optional>
#include <string_view>

#include "core/units.hpp"
#include "scenario/reading.hpp"

namespace forestall {

/// The key's length of time in whole days, rounded, from `least` (0 or 1) to the longest period
/// that is read; 0 without the key. E018 for what is no length of time, E026 for one out of range
/// and for one that is not 0 but rounds to it.
Day read_days(Reading& r, const toml::table& section, std::string_view key, Day least = 0);

/// The key's amount of money in USD, from 0 to the most of the named number "option.budget".
/// E018, E026.
std::optional<double> read_money(Reading& r, const toml::table& section, std::string_view key);

/// The key's plain number from 0 to 1; E027.
std::optional<double> read_share(Reading& r, const toml::table& section, std::string_view key);

/// The key's year, from 1900 to 2200; E026.
std::optional<int> read_year(Reading& r, const toml::table& section, std::string_view key);

}  // namespace forestall
