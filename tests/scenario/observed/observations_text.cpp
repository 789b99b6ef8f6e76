// SPDX-License-Identifier: Apache-2.0
// What is written is read as the same rows, whatever is in them.
#include "scenario/observed/observations_text.hpp"

#include <gtest/gtest.h>

#include <random>

#include "scenario/observed/country.hpp"

namespace forestall::testing {
namespace {

TEST(DeathsText, IsReadAsTheSameRows) {
    std::mt19937_64 random(11);
    const std::vector<Spot> spots{
        {}, {.location = "Ford"}, {.location = "Weir"}, {.region = "North"}, {.region = "South"}};
    std::vector<DeathsRow> rows;
    for (Month m = 720; m < 732; ++m)  // 2030
        for (const auto& word : violence_words)
            for (const Spot& spot : spots) {
                const auto low = static_cast<Persons>(random() % 50);
                const auto best = low + static_cast<Persons>(random() % 50);
                DeathsRow row{m, word.value, spot, low, best, best + 3, {}, "UCDP, \"GED\" #1"};
                if (random() % 2 == 0) row.coverage = static_cast<double>(random() % 1001) / 1000;
                rows.push_back(row);
            }
    const Observations o = observe(deaths_file, deaths_text(rows));
    ASSERT_EQ(told(o.diagnostics), "");
    ASSERT_EQ(o.deaths.size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(o.deaths[i].month, rows[i].month);
        EXPECT_EQ(o.deaths[i].kind, rows[i].kind);
        EXPECT_EQ(o.deaths[i].where, rows[i].where);
        EXPECT_EQ(o.deaths[i].low, rows[i].low);
        EXPECT_EQ(o.deaths[i].deaths, rows[i].deaths);
        EXPECT_EQ(o.deaths[i].high, rows[i].high);
        EXPECT_EQ(o.deaths[i].coverage, rows[i].coverage);
        EXPECT_EQ(o.deaths[i].source, rows[i].source);
    }
}

TEST(DisplacedText, IsReadAsTheSameRows) {
    const std::vector<DisplacedRow> rows{
        {22000, {.region = "North"}, {.location = "Camp Weir"}, 40, "DTM, round 3"},
        {22000, {.location = "Ford"}, {.country = "Besh"}, 7, "UNHCR"},
        {22001, {}, {.region = "East"}, 0, ""},
        {22001, {}, {}, 9, "", {"Ford", "Weir"}}};
    const Observations o = observe(displaced_file, displaced_text(rows));
    ASSERT_EQ(told(o.diagnostics), "");
    ASSERT_EQ(o.displaced.size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(o.displaced[i].date, rows[i].date);
        EXPECT_EQ(o.displaced[i].origin, rows[i].origin);
        EXPECT_EQ(o.displaced[i].host, rows[i].host);
        EXPECT_EQ(o.displaced[i].host_places, rows[i].host_places);
        EXPECT_EQ(o.displaced[i].persons, rows[i].persons);
        EXPECT_EQ(o.displaced[i].source, rows[i].source);
    }
}

TEST(AreasText, IsReadAsTheSameRows) {
    const std::vector<AreaRow> rows{{"A1", "Upper, \"old\"", "North", {"Ford", "Mill"}, 0.5, 1, 9},
                                    {"", "#5", "", {}, -0.25, -1.5, 20, "Moor"},
                                    {"", "#5", "", {}, -0.25, -1.5, 20, "Fen"}};
    const Observations o = observe(areas_file, areas_text(rows));
    ASSERT_EQ(told(o.diagnostics), "");
    ASSERT_EQ(o.areas.size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(o.areas[i].key(), rows[i].key());
        EXPECT_EQ(o.areas[i].name, rows[i].name);
        EXPECT_EQ(o.areas[i].region, rows[i].region);
        EXPECT_EQ(o.areas[i].places, rows[i].places);
        EXPECT_EQ(o.areas[i].latitude, rows[i].latitude);
        EXPECT_EQ(o.areas[i].square_km, rows[i].square_km);
    }
}

}  // namespace
}  // namespace forestall::testing
