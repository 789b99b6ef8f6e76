// SPDX-License-Identifier: Apache-2.0
// [lattice] and [cascade], and the bundled reference scenarios.
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

#include "checkout.hpp"
#include "scenario/two_rivers.hpp"

namespace forestall::testing {
namespace {

ScenarioFiles reference_with(const std::string& section) {
    return {{"scenario.toml",
             "title = \"Model\"\nhome = [\"Lattice\"]\nperiod = { start = 2030-01-01, end = "
             "2030-01-14 }\n"
             "[[group]]\nname = \"All\"\n" +
                 section}};
}

TEST(ReferenceScenario, NeedsNoOtherFileAndTakesStandards) {
    const Loaded loaded = load(reference_with("[lattice]\n"));
    ASSERT_EQ(told(loaded), "");
    const Settings& s = loaded.tables->settings;
    EXPECT_EQ(s.step_days, 1);
    EXPECT_EQ(std::get<LatticeSettings>(s.reference).width, 40);
    EXPECT_NO_THROW(World::build(*loaded.tables));
}

TEST(ReferenceScenario, ReadsEveryKeyOfALattice) {
    const Loaded loaded = load(reference_with(
        "[lattice]\nwidth = 50\nheight = 30\npopulation_density = 0.5\ncop_density = 0.1\nvision = "
        "2.5\n"
        "neighbourhood = \"diamond\"\nratio = \"raw\"\nlegitimacy = 0.9\nlegitimacy_cycle = 77\n"
        "legitimacy_fall = 0.2\nlegitimacy_floor = 0.7\narrest_constant = 1\nthreshold = "
        "0.2\njail_max = inf\n"
        "movement = false\nquiet_without_victim = true\ncop_arrival = 50\ncop_withdrawal = 60\n"
        "cops_withdrawn = 0.5\nclone_chance = 0.05\nmax_age = 200\n"));
    ASSERT_EQ(told(loaded), "");
    const auto& s = std::get<LatticeSettings>(loaded.tables->settings.reference);
    EXPECT_EQ(s.width, 50);
    EXPECT_EQ(s.height, 30);
    EXPECT_EQ(s.vision, 2.5);
    EXPECT_EQ(s.neighbourhood, Neighbourhood::diamond);
    EXPECT_EQ(s.ratio, RatioRule::raw);
    EXPECT_EQ(s.legitimacy_cycle, 77);
    EXPECT_EQ(s.legitimacy_fall, 0.2);
    EXPECT_TRUE(std::isinf(s.jail_max));
    EXPECT_EQ(s.arrest_constant, 1) << "a whole number is a number";
    EXPECT_FALSE(s.movement);
    EXPECT_TRUE(s.quiet_without_victim);
    EXPECT_EQ(s.cop_arrival, 50);
    EXPECT_EQ(s.cops_withdrawn, 0.5);
    EXPECT_EQ(s.max_age, 200);
}

TEST(ReferenceScenario, ReadsACrowd) {
    const Loaded loaded = load(reference_with(
        "[cascade]\npersons = 50\nthreshold_mean = 10\nthreshold_sd = 4.5\nthresholds = "
        "\"drawn\"\n"));
    ASSERT_EQ(told(loaded), "");
    const auto& s = std::get<CascadeSettings>(loaded.tables->settings.reference);
    EXPECT_EQ(s.persons, 50);
    EXPECT_EQ(s.threshold_sd, 4.5);
    EXPECT_TRUE(s.drawn);
}

TEST(ReferenceScenario, NamesWhatIsOutOfRange) {
    EXPECT_EQ(told(load(reference_with("[lattice]\nlegitimacy = 1.5\nwidth = 2000\n"))),
              "scenario.toml:7:14: error E026: 'legitimacy' is 1.5; it must be from 0 to 1\n"
              "scenario.toml:8:9: error E026: 'width' is 2000; it must be from 3 to 1000\n");
    EXPECT_EQ(told(load(reference_with("[lattice]\nwidth = 10\n"))),
              "scenario.toml:6:1: error E026: a lattice of 10 x 40 with vision 7; width and height "
              "must exceed twice the "
              "vision\n");
    EXPECT_EQ(told(load(reference_with("[lattice]\npopulation_density = 0.99\n"))),
              "scenario.toml:6:1: error E026: 0.99 persons and 0.04 police per site; a site holds "
              "one of them: together "
              "at most 1\n");
    EXPECT_EQ(told(load(reference_with("[[group]]\nname = \"Others\"\n[cascade]\n"))),
              "scenario.toml:8:1: error E042: 2 groups; a crowd has only one group\n");
}

TEST(ReferenceScenario, SaysWhatHasNoEffect) {
    auto files = reference_with("[lattice]\n[monitoring]\ndelay = \"5 d\"\n");
    files["routes.csv"] = "from,to,km\nA,B,1\n";
    EXPECT_EQ(told(load(files)),
              "routes.csv: warning W007: routes.csv is not read: the scenario runs a reference "
              "model; remove it\n"
              "scenario.toml:7:1: warning W010: 'monitoring' has no effect on a reference model\n");
}

TEST(ReferenceScenario, CountryStillNeedsItsFiles) {
    EXPECT_NE(told(load(reference_with(""))).find("locations.csv: error E001"), std::string::npos);
}

TEST(ReferenceScenario, BundledOnesAreFaultless) {
    int count = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(in_checkout("scenarios/reference"))) {
        // Those with places are countries run by the engine's own rules: tests/validation runs
        // them.
        if (std::filesystem::exists(entry.path() / "locations.csv")) continue;
        const Loaded loaded = load_scenario(entry.path(), test_tables);
        EXPECT_EQ(told(loaded), "") << entry.path();
        ASSERT_TRUE(loaded.tables);
        EXPECT_FALSE(std::holds_alternative<std::monostate>(loaded.tables->settings.reference));
        for (const char* file : {"README.md", "sources.md"})
            EXPECT_TRUE(std::filesystem::exists(entry.path() / file)) << entry.path() / file;
        ++count;
    }
    EXPECT_GE(count, 10);
}

}  // namespace
}  // namespace forestall::testing
