// SPDX-License-Identifier: Apache-2.0
#include "scenario/discount.hpp"

#include "scenario/limits.hpp"
#include "scenario/reading.hpp"
#include "world/world.hpp"

namespace forestall {

double discount_in(std::string_view scenario_toml) {
    const double standard = Settings{}.discount;
    Diagnostics unheard;
    Report report(unheard, Limits{}.shown);
    const auto toml = parse_toml(toml_file, scenario_toml, report);
    if (!toml) return standard;
    const double share = (*toml)["budget"]["discount"].value<double>().value_or(standard);
    return share >= 0 && share <= 1 ? share : standard;
}

}  // namespace forestall
