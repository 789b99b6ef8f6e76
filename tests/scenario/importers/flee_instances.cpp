// SPDX-License-Identifier: Apache-2.0
// The public instances, where they lie next to the checkout: each imports, checks clean and keeps
// what its files say.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "checkout.hpp"
#include "scenario/importers/flee.hpp"
#include "scenario/two_rivers.hpp"

namespace forestall::testing {
namespace {

namespace fs = std::filesystem;

fs::path data() { return in_checkout("../shared/data/flee"); }

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
    if (!fs::exists(data() / expected.name))
        GTEST_SKIP() << "no instance " << expected.name << " at " << data();
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
    EXPECT_EQ(loaded.tables->settings.displacement == DisplacementMode::prescribed,
              expected.counts);
    EXPECT_EQ(World::build(*loaded.tables).places().size(), expected.places);
    fs::remove_all(out);
}

ScenarioFiles read_instance(const fs::path& dir) {
    ScenarioFiles files;
    for (const char* folder : {"input_csv", "source_data", "."}) {
        if (!fs::exists(dir / folder)) continue;
        for (const auto& entry : fs::directory_iterator(dir / folder)) {
            if (entry.path().extension() != ".csv") continue;
            std::ostringstream text;
            text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
            files[fs::relative(entry.path(), dir).generic_string()] = text.str();
        }
    }
    return files;
}

/// Flee's own daily target is in observed_daily.csv: without it, the same numbers must come out of
/// source_data/ for every camp of one file whose correction has its row, up to where the raw counts
/// are cut off.
TEST(FleeCounts, FromSourceDataAreFleesOwn) {
    if (!fs::exists(data() / "ssudan")) GTEST_SKIP() << "no instances at " << data();
    for (const auto& [name, camps] : std::vector<std::pair<std::string, std::vector<std::string>>>{
             {"ssudan",
              {"Tierkidi", "Kule", "Kakuma", "Khartoum", "Adjumani", "Rhino", "Kiryandongo"}},
             {"mali2012",
              {"Fassala-Mbera", "Mentao", "Bobo-Dioulasso", "Abala", "Mangaize", "Niamey",
               "Tabareybarey"}},
             {"car", {"East", "Mole", "Brazaville"}}}) {
        ScenarioFiles files = read_instance(data() / name);
        const Loaded daily = load(convert_flee(files).files);
        files.erase("observed_daily.csv");
        const Loaded raw = load(convert_flee(files).files);
        ASSERT_TRUE(daily.tables && raw.tables) << name;
        for (const auto& camp : camps) {
            const auto series = [&](const Loaded& loaded) {
                for (const auto& each : loaded.observed.camps)
                    if (each.place == camp) return each.counts;
                return std::vector<DatedCount>{};
            };
            const auto a = series(daily);
            const auto b = series(raw);
            ASSERT_FALSE(b.empty()) << camp;
            std::size_t last = b.size() - 1;  // of the raw counts: held from there on
            while (last > 0 && b[last].persons == b[last - 1].persons) --last;
            EXPECT_GT(last, 100U) << camp;
            for (std::size_t i = 0; i < std::min(last + 1, a.size()); ++i)
                ASSERT_EQ(a[i].persons, b[i].persons) << name << " " << camp << " day " << i;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Public, FleeInstances,
                         ::testing::Values(Expected{"car", 63, 86, 395, true},
                                           Expected{"ssudan", 51, 60, 381, true},
                                           Expected{"mali2012", 23, 35, 300, true},
                                           Expected{"burundi", 30, 41, 396, false},
                                           Expected{"nigeria2024", 780, 1488, 365, false}),
                         [](const auto& instance) { return std::string(instance.param.name); });

}  // namespace
}  // namespace forestall::testing
