// SPDX-License-Identifier: Apache-2.0
// toml++ behind one door: parsing without exceptions reaching anyone, positions, and the check of a
// table's keys against scenario_keys(). After the check a getter gives a value only if it has the
// right type, so nothing is reported twice.
#pragma once
#include <toml++/toml.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenario/report.hpp"

namespace forestall {

/// E004 and nothing if the text is not TOML.
std::optional<toml::table> parse_toml(const std::string& file, std::string_view text,
                                      Report& report);

SourcePosition toml_position(const std::string& file, const toml::node& node);
/// Where `text` stands in the list of a key; where the list begins if it does not.
SourcePosition toml_position(const std::string& file, const toml::table& table,
                             std::string_view key, std::string_view text);

/// Unknown keys, missing keys, wrong types, unsupported keys and unknown words of a table and of
/// the sections in it.
void check_keys(const toml::table& table, std::string_view section, const std::string& file,
                Report& report);

std::optional<std::string> toml_text(const toml::table& table, std::string_view key);
std::vector<std::string> toml_texts(const toml::table& table, std::string_view key);
std::optional<std::pair<std::string, std::string>> toml_pair(const toml::table& table,
                                                             std::string_view key);
std::optional<bool> toml_boolean(const toml::table& table, std::string_view key);
std::optional<std::int64_t> toml_count(const toml::table& table, std::string_view key);
std::optional<std::int64_t> toml_whole(const toml::table& table, std::string_view key);
std::vector<std::int64_t> toml_counts(const toml::table& table, std::string_view key);
std::vector<std::vector<std::string>> toml_lists(const toml::table& table, std::string_view key);
std::optional<double> toml_real(const toml::table& table, std::string_view key);
std::vector<double> toml_reals(const toml::table& table, std::string_view key);
/// Days since 1970-01-01.
std::optional<std::int32_t> toml_date(const toml::table& table, std::string_view key);
/// Position among the key's choices.
std::optional<int> toml_choice(const toml::table& table, std::string_view section,
                               std::string_view key);
/// The tables of an array of tables.
std::vector<const toml::table*> toml_sections(const toml::table& table, std::string_view key);

}  // namespace forestall
