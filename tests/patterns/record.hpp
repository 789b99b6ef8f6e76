// SPDX-License-Identifier: Apache-2.0
// The record of the Central African Republic: UCDP's events beside the checkout
// (../shared/data/ucdp_ged), in the terms of the scenario.
#pragma once
#include <optional>
#include <vector>

#include "analysis/facts/history.hpp"
#include "analysis/patterns/whereabouts.hpp"
#include "world/world.hpp"

namespace forestall::patterns {

struct Record {
    analysis::History history;   ///< of the scenario's period, days from its start
    std::vector<Recorded> rows;  ///< the same, with region and side
};

/// The terms of the scenario: regions of the home country, sides Seleka and anti-balaka.
Case car_case(const World& world);
/// Nothing where the data do not lie beside the checkout.
std::optional<Record> car_record(const World& world, const Case& terms);

}  // namespace forestall::patterns
