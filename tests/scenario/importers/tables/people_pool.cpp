// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/people_pool.hpp"

#include <gtest/gtest.h>

#include "scenario/observed/country.hpp"

namespace forestall::testing {
namespace {

using Pool = std::vector<std::size_t>;

TEST(PeoplePool, IsTheAreasPlacesOrItsRegion) {
    const WorldTables tables = country_tables();  // Ford, Mill, Weir
    const auto pool = [&](const AreaRow& area) {
        return pool_of(tables, {Meant::What::area, &area, {}});
    };
    EXPECT_EQ(pool({.name = "A", .region = "North", .places = {"Mill"}}), Pool{1});
    EXPECT_EQ(pool({.name = "A", .region = "North"}), (Pool{0, 1}));
    EXPECT_EQ(pool({.name = "A", .region = "South", .places = {"Camp Weir"}}), Pool{2});
    EXPECT_EQ(pool({.name = "A", .places = {"Camp Weir"}}), Pool{});
    EXPECT_EQ(pool_of(tables, {Meant::What::spot, nullptr, {.location = "Ford"}}), Pool{0});
}

}  // namespace
}  // namespace forestall::testing
