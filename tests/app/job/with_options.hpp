// SPDX-License-Identifier: Apache-2.0
// A world with nothing in it but options.
#pragma once
#include <string>
#include <vector>

#include "world/world.hpp"

namespace forestall::test {

inline World with_options(const std::vector<std::string>& names) {
    WorldTables tables;
    tables.settings.start_date = "2030-01-01";
    tables.settings.days = 7;
    tables.places.push_back({.name = "A", .region = "", .country = "X"});
    tables.groups.push_back({.name = "G"});
    for (const std::string& name : names) {
        Option option;
        option.name = option.title = name;
        tables.options.push_back(option);
    }
    return World::build(std::move(tables));
}

}  // namespace forestall::test
