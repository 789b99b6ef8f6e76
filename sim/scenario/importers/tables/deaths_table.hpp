// SPDX-License-Identifier: Apache-2.0
// Deaths added up by month, kind and spot, and which months were watched.
#pragma once
#include <map>
#include <tuple>
#include <vector>

#include "scenario/importers/tables/ucdp_deaths.hpp"

namespace forestall {

class DeathsTable {
public:
    struct Estimates {
        Persons low = 0;
        Persons best = 0;
        Persons high = 0;
    };
    void add(Month month, ViolenceKind kind, const Spot& where, const Estimates& deaths);
    /// A row of no spot for each kind that has none in the month: nobody was known to have died.
    void watch(Month month);
    /// In order, with the coverage and the source of the wish.
    std::vector<DeathsRow> rows(const DeathsWish& wish) const;

private:
    std::map<std::tuple<Month, ViolenceKind, Spot>, Estimates> sums_;
};

}  // namespace forestall
