// SPDX-License-Identifier: Apache-2.0
// The public instances, where they lie next to the checkout: each imports, checks clean and keeps what its files say.
#include <gtest/gtest.h>

#include <filesystem>

#include "scenario/importers/flee.hpp"
#include "scenario/two_rivers.hpp"

namespace forestall::testing {
namespace {

namespace fs = std::filesystem;

fs::path data() { return fs::path(FORESTALL_SOURCE_DIR) / "../shared/data/flee"; }

struct Expected {
    const char* name;
    std::size_t places;
    std::size_t routes;
    Day days;
    bool counts;
};

class FleeInstances : public ::testing::TestWithParam<Expected> {};

TEST_P(FleeInstances, ImportsAndChecksClean) {
    const Expected& expected = GetParam();
    if (!fs::exists(data() / expected.name)) GTEST_SKIP() << "no instance " << expected.name << " at " << data();
    const fs::path out = fs::path(::testing::TempDir()) / "forestall_flee" / expected.name;
    fs::remove_all(out);
    const ImportReport report = import_flee(data() / expected.name, out);
    std::string told_import;
    for (const auto& d : report.diagnostics.all()) told_import += to_string(d) + "\n";
    ASSERT_TRUE(report.written) << told_import;
    const Loaded loaded = load_scenario(out, test_tables);
    ASSERT_TRUE(loaded.tables) << told(loaded);
    EXPECT_EQ(loaded.tables->places.size(), expected.places);
    EXPECT_EQ(loaded.tables->routes.size(), expected.routes);
    EXPECT_EQ(loaded.tables->settings.days, expected.days) << told_import;
    EXPECT_EQ(!loaded.observed.camps.empty(), expected.counts);
    EXPECT_EQ(loaded.tables->settings.displacement == DisplacementMode::prescribed, expected.counts);
    EXPECT_EQ(World::build(*loaded.tables).places().size(), expected.places);
    fs::remove_all(out);
}

INSTANTIATE_TEST_SUITE_P(Public, FleeInstances,
                         ::testing::Values(Expected{"car", 63, 86, 395, true}, Expected{"ssudan", 51, 60, 381, true},
                                           Expected{"mali2012", 23, 35, 300, true},
                                           Expected{"burundi", 30, 41, 396, false},
                                           Expected{"nigeria2024", 780, 1488, 365, false}),
                         [](const auto& instance) { return std::string(instance.param.name); });

}  // namespace
}  // namespace forestall::testing
