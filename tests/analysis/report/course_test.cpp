// SPDX-License-Identifier: Apache-2.0
// One member's course: who holds a place, what has happened there so far, and what the map calls
// the actors.
#include "analysis/report/course.hpp"

#include <gtest/gtest.h>

#include <set>

#include "results/run_file.hpp"
#include "results/sample_job.hpp"
#include "results/scratch.hpp"

namespace forestall::report {
namespace {

struct Made {
    RunDetail detail;
    Course course;
};

Made made(bool with_control, std::size_t steps = 5) {
    Header header = testing::sample_header(6, 1, steps);
    Made out{testing::sample_detail(header), {}};
    if (!with_control) {
        out.detail.zones.clear();
        out.detail.control.clear();
        out.detail.fighters.clear();
        out.detail.actors = 0;
        header.actors.clear();
        out.detail.events.clear();
    }
    const testing::Scratch folder;
    write_run(folder / "run.h5", header, 4, testing::sample_rows(header, {4})[0].by_option[0],
              out.detail);
    out.course = course_of(Results::open(folder / "run.h5"));
    return out;
}

TEST(Course, IsOfTheMemberInTheFile) {
    const Course c = made(true).course;
    EXPECT_EQ(c.member, 4U);
    EXPECT_EQ(c.dates.size(), 5U);
    EXPECT_EQ(c.frames.size(), 5U);
    EXPECT_TRUE(c.has_control);
}

TEST(Course, CountsTheDeadFromTheStartAndTheDisplacedOfTheStep) {
    const auto [d, c] = made(true);
    double dead = 0, away = 0;
    const std::size_t place = 2;
    for (std::size_t t = 0; t < d.steps; ++t)
        for (std::size_t g = 0; g < d.groups; ++g) {
            dead += static_cast<double>(d.deaths[(t * d.places + place) * d.groups + g]);
            if (t + 1 == d.steps)
                away += static_cast<double>(d.sheltered[(t * d.places + place) * d.groups + g]);
        }
    EXPECT_EQ(c.frames.back()[place].deaths, dead);
    EXPECT_EQ(c.frames.back()[place].displaced, away);
}

TEST(Course, APlaceIsHeldByTheActorWithTheLargestShare) {
    const auto [d, c] = made(true);
    for (std::size_t t = 0; t < d.steps; ++t)
        for (std::size_t p = 0; p < d.places; ++p) {
            const PlaceState& state = c.frames[t][p];
            for (std::size_t a = 0; a < d.actors; ++a)
                EXPECT_LE(d.control[(t * d.places + p) * d.actors + a], state.share);
            if (state.share == 0) {
                EXPECT_EQ(state.holder, -1);
            } else {
                EXPECT_EQ(d.control[(t * d.places + p) * d.actors +
                                    static_cast<std::size_t>(state.holder)],
                          state.share);
            }
        }
}

TEST(Course, NobodyHoldsPlacesWhereViolenceIsScheduled) {
    const Course c = made(false).course;
    EXPECT_FALSE(c.has_control);
    for (const PlaceState& state : c.frames.back()) EXPECT_EQ(state.holder, -1);
}

TEST(Course, IsThinnedButKeepsItsFirstAndLastStep) {
    const auto [d, c] = made(true, 400);
    EXPECT_EQ(c.frames.size(), most_frames);
    double dead = 0;
    for (const Persons n : d.deaths) dead += static_cast<double>(n);
    double shown = 0;
    for (const PlaceState& state : c.frames.back()) shown += state.deaths;
    EXPECT_EQ(shown, dead);
}

TEST(Course, LettersOfActorsAreDifferent) {
    const auto letters =
        initials_of({"Army of Veldrana", "Ridge Front", "River Front", "army", "Övre", ""});
    EXPECT_EQ(letters[0], "AV");
    EXPECT_EQ(letters[1], "RF");
    EXPECT_EQ(std::set<std::string>(letters.begin(), letters.end()).size(), letters.size());
}

}  // namespace
}  // namespace forestall::report
