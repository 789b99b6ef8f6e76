// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/observed/count_figures.hpp"

#include <gtest/gtest.h>

#include "scenario/text.hpp"

namespace forestall::analysis {
namespace {

using Figures = std::vector<std::optional<double>>;

World two_towns_and_a_camp() {
    WorldTables t;
    t.settings.start_date = "2030-01-01";
    t.settings.days = 14;
    t.settings.step_days = 7;
    t.groups = {{"All"}, {"Others"}};
    t.actors = {{"Army"}, {"Front"}};
    Place camp{"Camp", "East", "Besh", 2, 2, PlaceKind::camp};
    camp.foreign = true;
    t.places = {{"Ford", "North", "Aru"}, {"Weir", "South", "Aru"}, camp};
    return World::build(t);
}

/// Two steps of a week; dims of its tables: step, place by name (Camp, Ford, Weir), group or actor.
struct Course {
    World world = two_towns_and_a_camp();
    RunDetail detail;
    MemberOutcome outcome;

    Course() {
        detail.steps = 2;
        detail.places = 3;
        detail.groups = 2;
        detail.actors = 2;
        detail.sheltered = {1, 2, 4, 8, 16, 32, 100, 200, 400, 800, 1600, 3200};
        detail.control = {0, 0, 0.25, 0.5, 1, 0, 0, 0, 0.75, 0.125, 1, 0};
        outcome[Series::displaced] = {70, 7000};
    }
    CountFigures counts(const Observed& counted, const Observations& seen) const {
        return member_counts(world, counted, seen, outcome, detail);
    }
};

std::int32_t january(int day) { return *parse_date("2030-01-01") + day - 1; }

TEST(CountFigures, AreThoseOfTheStepInWhichSomethingWasCounted) {
    const Course course;
    Observed counted;
    counted.total = {{0, 1}, {6, 1}, {7, 1}, {14, 1}, {-1, 1}};
    counted.camps = {{"Camp", {{3, 1}, {13, 1}}}, {"Ford", {{3, 1}}}};
    const CountFigures f = course.counts(counted, {});
    EXPECT_EQ(f.total, (Figures{70, 70, 7000, std::nullopt, std::nullopt}));
    EXPECT_EQ(f.camps, (std::vector<Figures>{{3, 300}, {12}}));
}

TEST(CountFigures, OfHostsAreWhoSheltersThere) {
    const Course course;
    Observations seen;
    seen.displaced = {{january(2), {}, {.region = "South"}, 1, ""},
                      {january(9), {}, {.country = "Aru"}, 1, ""},
                      {january(9), {}, {}, 1, ""},
                      {january(9), {.region = "North"}, {.country = "Aru"}, 1, ""},
                      {january(20), {}, {.country = "Aru"}, 1, ""}};
    EXPECT_EQ(course.counts({}, seen).displaced,
              (Figures{48, 1200 + 4800, 7000, std::nullopt, std::nullopt}));
}

TEST(CountFigures, OfControlAreTheActorsShareIfControlMoves) {
    Course course;
    Observations seen;
    seen.held = {{january(1), "Ford", "Front", 1, ""}, {january(8), "Ford", "Army", 1, ""}};
    EXPECT_EQ(course.counts({}, seen).held, (Figures{0.5, 0.75}));
    course.detail.control.clear();
    EXPECT_EQ(course.counts({}, seen).held, (Figures{std::nullopt, std::nullopt}));
}

TEST(CountFigures, OfPlacesTakenTogetherAreTheirSum) {
    const Course course;
    Observations seen;
    seen.displaced = {{january(2), {}, {}, 1, "", {"Ford", "Camp"}},
                      {january(20), {}, {}, 1, "", {"Ford", "Camp"}}};
    EXPECT_EQ(course.counts({}, seen).displaced, (Figures{12 + 3, std::nullopt}));
}

}  // namespace
}  // namespace forestall::analysis
