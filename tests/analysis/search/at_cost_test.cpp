// SPDX-License-Identifier: Apache-2.0
// The same money: how many packages, and where.
#include "analysis/search/at_cost.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "analysis/search/stage_options.hpp"
#include "checkout.hpp"
#include "engine/engine.hpp"
#include "scenario/catalogue.hpp"
#include "scenario/loader.hpp"

namespace forestall::analysis {
namespace {

std::vector<std::string> many_places(std::size_t n) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < n; ++i) out.push_back("place " + std::to_string(i));
    return out;
}

double size_of(const std::vector<Package>& all) {
    double out = 0;
    for (const Package& p : all) out += p.scale;
    return out;
}

TEST(Packages, AreAsManyAsTheMoneyPaysForEachAtPlacesOfItsOwn) {
    const auto all = packages(4e6, {10e6, many_places(40)});
    ASSERT_EQ(all.size(), 3U);
    EXPECT_DOUBLE_EQ(size_of(all), 2.5);
    EXPECT_EQ(all[0].places, (std::vector<std::string>{"place 0", "place 1", "place 2"}));
    EXPECT_EQ(all[1].places, (std::vector<std::string>{"place 3", "place 4", "place 5"}));
    EXPECT_EQ(all[2].places, (std::vector<std::string>{"place 6", "place 7"}));
}

TEST(Packages, OfLittleMoneyAreSmallAndInOnePlace) {
    const auto all = packages(100e6, {10e6, many_places(5)});
    ASSERT_EQ(all.size(), 1U);
    EXPECT_DOUBLE_EQ(all[0].scale, 0.1);
    EXPECT_EQ(all[0].places, std::vector<std::string>{"place 0"});
    EXPECT_DOUBLE_EQ(size_of(packages(100e6, {1e6, many_places(5)})), 0.01);
}

TEST(Packages, EndWhereThereAreNoMorePlaces) {
    const auto all = packages(1e6, {100e6, many_places(7)});
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all.back().places, std::vector<std::string>{"place 6"});
    EXPECT_TRUE(packages(0, {1e6, many_places(3)}).empty());
}

TEST(PackageCost, IsThatOfAYearOrOfTheTimeItLasts) {
    Intervention a;
    a.name = "a";
    std::map<std::string, Distribution, std::less<>> numbers;
    numbers["cost.a.setup"] = Distribution::constant(1000);
    numbers["cost.a.weekly"] = Distribution::constant(10);
    EXPECT_DOUBLE_EQ(package_cost(a, numbers), 1520);
    a.duration = 70;
    EXPECT_DOUBLE_EQ(package_cost(a, numbers), 1100);
}

TEST(AtCost, OptionsOfTheSameMoneyAreReadAndSpendAlike) {
    Loaded plain = load_scenario(in_checkout("scenarios/two-rivers"), parameter_tables());
    std::erase_if(plain.files, [](const auto& f) { return f.first.starts_with("options/"); });
    const World bare = World::build(WorldTables(*plain.tables));
    const std::vector<std::string> places = places_by_need(bare, 1, 100, 6, Parallel());
    EXPECT_GE(places.size(), 8U);
    EXPECT_EQ(std::set<std::string>(places.begin(), places.end()).size(), places.size());
    const Catalogue catalogue = read_catalogue();
    const std::vector<std::string> names{"peacekeeping_troops", "humanitarian_aid", "mediation"};
    const auto spent = [&](double usd) {
        ScenarioFiles files = plain.files;
        files.merge(
            stage_options(*plain.tables, catalogue, {names, true, {}, AtCost{usd, places}}));
        Loaded full = load_scenario_text(files, parameter_tables());
        EXPECT_FALSE(full.diagnostics.has_errors());
        const World world = World::build(std::move(*full.tables));
        std::vector<double> out;
        for (const std::string& name : names) {
            RunRequest request;
            request.member = 5;  // its desk sees prevention in the first year
            request.option = name + "@prevention";
            const MemberOutcome outcome = run_member(world, request);
            const auto& spend = outcome[Series::spend];
            out.push_back(std::accumulate(spend.begin(), spend.end(), 0.0));
        }
        return out;
    };
    const auto little = spent(10e6), much = spent(20e6);
    EXPECT_NEAR(much[0] / little[0], 2, 0.2) << "troops";
    EXPECT_NEAR(much[1] / little[1], 2, 0.5) << "aid: up to whole places";
    EXPECT_EQ(much[2], little[2]) << "mediation is not scaled";
}

TEST(PlacesByNeed, DoNotDependOnThreads) {
    Loaded plain = load_scenario(in_checkout("scenarios/two-rivers"), parameter_tables());
    plain.tables->settings.days = 182;
    const World world = World::build(*plain.tables);
    const auto one = places_by_need(world, 1, 0, 5, Parallel());
    EXPECT_EQ(places_by_need(world, 1, 0, 5, Parallel(Backend::tbb, 3)), one);
    std::vector<double> killed(world.places().size());
    for (std::uint64_t m = 0; m < 5; ++m) {
        RunRequest request;
        request.member = m;
        const MemberOutcome out = run_member(world, request);
        for (std::size_t p = 0; p < killed.size(); ++p)
            killed[p] += out[PerPlace::deaths_by_location][p];
    }
    const auto worst = std::max_element(killed.begin(), killed.end()) - killed.begin();
    EXPECT_EQ(one.front(), world.places()[static_cast<std::size_t>(worst)].name);
}

}  // namespace
}  // namespace forestall::analysis
