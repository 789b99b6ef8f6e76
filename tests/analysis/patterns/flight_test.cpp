// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/flight.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/patterns/made_up.hpp"

namespace forestall::patterns {
namespace {

using namespace test;

Course fled(double displaced, double killed) {
    Course c = calm_course(20);
    c.displaced[10] = static_cast<float>(displaced);
    c.acts = {killing(5, killed), killing(15, 1000)};
    c.acts[0].displaced = displaced;
    return c;
}

TEST(Flight, CountsTheDeadUpToThePeak) {
    EXPECT_DOUBLE_EQ(displaced_per_death(fled(20000, 100)), 200);
    EXPECT_TRUE(std::isnan(displaced_per_death(fled(20000, 10))));
}

TEST(FlightParts, ExpulsionCannotBeToldWithoutSuchActs) {
    std::vector<Course> courses(5, fled(20000, 100));
    EXPECT_EQ(flight_parts(courses)[0].judgement, Judgement::met);
    EXPECT_EQ(flight_parts(courses)[1].judgement, Judgement::cannot_be_expressed);
    for (Course& c : courses) {
        c.acts.push_back(killing(6, 10));
        c.acts.back().expulsion = true;
        c.acts.back().displaced = 9000;
    }
    EXPECT_EQ(flight_parts(courses)[1].judgement, Judgement::met);
    for (Course& c : courses) c.acts.back().displaced = 20;
    EXPECT_EQ(flight_parts(courses)[1].judgement, Judgement::missed);
}

}  // namespace
}  // namespace forestall::patterns
