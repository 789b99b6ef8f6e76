// SPDX-License-Identifier: Apache-2.0
#include "ensemble/points.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "ensemble/job.hpp"

namespace forestall {
namespace {

TEST(Points, AxesCrossWithTheLastFastest) {
    const Points p = crossed(std::vector<Axis>{{"a", {1, 2}}, {"b", {10, 20, 30}}}, 100);
    EXPECT_EQ(p.held, (std::vector<std::string>{"a", "b"}));
    ASSERT_EQ(p.count(), 6U);
    EXPECT_EQ(p.values[1], (std::vector<double>{1, 20}));
    EXPECT_EQ(p.values[3], (std::vector<double>{2, 10}));
    EXPECT_EQ(point_text(p, 3), "a = 2, b = 10");
}

TEST(Points, NoneAreOneEnsemble) {
    EXPECT_TRUE(crossed({}, 100).empty());
    EXPECT_EQ(Points().count(), 1U);
}

TEST(Points, TooManyOrTheSameTwiceAreRefused) {
    EXPECT_THROW(crossed(std::vector<Axis>{{"a", {1, 2}}, {"b", {1, 2}}}, 3),
                 std::invalid_argument);
    EXPECT_THROW(crossed(std::vector<Axis>{{"a", {1}}, {"a", {2}}}, 100), std::invalid_argument);
    EXPECT_THROW(crossed(std::vector<Axis>{{"a", {}}}, 100), std::invalid_argument);
}

World uncertain() {
    WorldTables t;
    t.settings.days = 14;
    t.groups = {{"All"}};
    Place town;
    town.name = "Ford";
    t.places = {town};
    t.populations = {{PlaceId(0), GroupId(0), 100, 0, 0}};
    t.parameters["population.leave_rate"] = {Shape::uniform, {0.001, 0.01}, "test"};
    return World::build(std::move(t));
}

Job job_with(const Points& points) {
    Job job;
    job.world = std::make_shared<const World>(uncertain());
    job.members = 3;
    job.points = points;
    return job;
}

TEST(Points, AreHeldAtTheirValuesAndTheRestIsDrawnAsEver) {
    const Job plain = job_with({});
    const Job held = job_with({{"population.return_rate"}, {{0.001}, {0.002}}});
    std::vector<MemberRow> all, without;
    std::atomic<bool> stop{false};
    const Parallel serial;
    const std::vector<std::uint64_t> members{0, 1, 2};
    const auto into = [](std::vector<MemberRow>& to) {
        return [&to](std::vector<MemberRow>&& rows) {
            for (MemberRow& row : rows) to.push_back(std::move(row));
        };
    };
    run_ensemble(held, members, 3, serial, stop, into(all));
    run_ensemble(plain, members, 3, serial, stop, into(without));
    const std::vector<std::string> names = parameter_names(*plain.world);
    const auto at = [&](const char* name) {
        return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) -
                                        names.begin());
    };
    ASSERT_EQ(all.size(), 3U);
    for (std::size_t m = 0; m < 3; ++m) {
        ASSERT_EQ(all[m].by_option.size(), 2U);
        EXPECT_EQ(all[m].by_option[0].parameters[at("population.return_rate")], 0.001);
        EXPECT_EQ(all[m].by_option[1].parameters[at("population.return_rate")], 0.002);
        for (const auto& outcome : all[m].by_option)
            EXPECT_EQ(outcome.parameters[at("population.leave_rate")],
                      without[m].by_option[0].parameters[at("population.leave_rate")]);
    }
}

TEST(Points, AreInTheDescriptionOfTheJobOnlyIfThereAreAny) {
    const auto plain = nlohmann::json::parse(job_description(job_with({})));
    EXPECT_FALSE(plain.contains("points"));
    const auto held = nlohmann::json::parse(job_description(job_with({{"x"}, {{1}, {2}}})));
    EXPECT_EQ(held["points"]["held"], nlohmann::json::array({"x"}));
    EXPECT_EQ(held["world"], plain["world"]);
}

TEST(Holding, LeavesNoDistribution) {
    const World world = uncertain();
    const std::vector<std::string> names{"population.leave_rate"};
    const World held = world.holding(names, std::vector<double>{0.5});
    EXPECT_TRUE(held.parameters().at("population.leave_rate").is_constant());
    EXPECT_EQ(held.parameters().at("population.leave_rate").median(), 0.5);
    EXPECT_FALSE(world.parameters().at("population.leave_rate").is_constant());
    EXPECT_NE(world.digest(), held.digest());
}

}  // namespace
}  // namespace forestall
