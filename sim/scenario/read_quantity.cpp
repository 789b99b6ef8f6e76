// SPDX-License-Identifier: Apache-2.0
#include "scenario/read_quantity.hpp"

#include <fmt/format.h>

#include "scenario/text.hpp"
#include "world/named_numbers.hpp"

namespace forestall {
namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2200;

}  // namespace

Day read_days(Reading& r, const toml::table& section, std::string_view key, Day least) {
    const auto text = toml_text(section, key);
    if (!text) return 0;
    const auto quantity = parse_quantity(*text);
    if (!quantity || !quantity->unit.same_kind({.time = 1})) {
        r.report.add("E018", toml_at(section, key),
                     fmt::format("{} is not a length of time", shown(*text)));
        return 0;
    }
    const double days = quantity->value * quantity->unit.scale + 0.5;
    // Compared before the cast: what is out of range has no day.
    if (days >= 1 && days < r.limits.days + 1.0) return static_cast<Day>(days);
    if (quantity->value == 0 && least == 0) return 0;
    r.report.add(
        "E026", toml_at(section, key), fmt::format("'{}' is {}", key, shown(*text)),
        fmt::format("it must be {}from 1 to {} days", least == 0 ? "0 or " : "", r.limits.days));
    return 0;
}

std::optional<double> read_money(Reading& r, const toml::table& section, std::string_view key) {
    const auto text = toml_text(section, key);
    if (!text) return std::nullopt;
    const auto quantity = parse_quantity(*text);
    if (!quantity || !quantity->unit.same_kind({.money = 1})) {
        r.report.add("E018", toml_at(section, key),
                     fmt::format("{} is not an amount of money", shown(*text)),
                     "write \"40 M USD\"");
        return std::nullopt;
    }
    const double amount = quantity->value * quantity->unit.scale;
    const double most = named_number_field("option.budget").high;
    if (amount >= 0 && amount <= most) return amount;
    r.report.add("E026", toml_at(section, key), fmt::format("'{}' is {}", key, shown(*text)),
                 fmt::format("it must be from 0 to {:.0f} M USD", most / 1e6));
    return std::nullopt;
}

std::optional<double> read_share(Reading& r, const toml::table& section, std::string_view key) {
    const auto share = toml_real(section, key);
    if (!share || (*share >= 0 && *share <= 1)) return share;
    r.report.add("E027", toml_at(section, key), fmt::format("'{}' is {}", key, *share));
    return std::nullopt;
}

std::optional<int> read_year(Reading& r, const toml::table& section, std::string_view key) {
    const auto year = toml_count(section, key);
    if (!year) return std::nullopt;
    if (*year >= first_year && *year <= last_year) return static_cast<int>(*year);
    r.report.add("E026", toml_at(section, key), fmt::format("'{}' is {}", key, *year),
                 fmt::format("it must be from {} to {}", first_year, last_year));
    return std::nullopt;
}

}  // namespace forestall
