// SPDX-License-Identifier: Apache-2.0
#include "scenario/experiment/unread_keys.hpp"

#include <fmt/format.h>

namespace forestall {

void warn_unread(const toml::table& root, const std::string& file, design::Method method,
                 Report& report) {
    using design::Method;
    const auto at = [&](const toml::table& table, std::string_view key) {
        return toml_position(file, *table.get(key));
    };
    const auto unread = [&](std::string_view key, bool read) {
        if (!read && root.contains(key))
            report.add(
                "W401", at(root, key),
                fmt::format("'{}' has no effect with {}", key, design::method_words.text(method)));
    };
    const bool strata = root.contains("stratum");
    unread("points", method != Method::grid && method != Method::list && !strata);
    unread("seed", method != Method::grid && method != Method::list);
    unread("second_order", method == Method::saltelli);
    unread("grid_levels", method == Method::morris);
    unread("list", method == Method::list);
    for (const toml::table* section : toml_sections(root, "input")) {
        if (method == Method::grid && section->contains("weights"))
            report.add("W401", at(*section, "weights"),
                       "'weights' have no effect in a grid, whose points count alike");
        if (method != Method::grid && section->contains("steps"))
            report.add(
                "W401", at(*section, "steps"),
                fmt::format("'steps' has no effect with {}", design::method_words.text(method)));
    }
}

}  // namespace forestall
