// SPDX-License-Identifier: Apache-2.0
#include "escalation/fear.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace forestall {
namespace {

struct Levels {
    double danger = 0, alarm = 0, unease = 0;
};
constexpr double memory = 60, fade = 10;

Levels at(const Fear& fear, Day day, std::size_t place = 0) {
    std::vector<double> danger(2), alarm(2), unease(2), hunted(4);
    fear.raise(day, memory, fade, {danger, alarm, unease, hunted});
    EXPECT_EQ(alarm[place], std::max(hunted[2 * place], hunted[2 * place + 1]));
    return {danger[place], alarm[place], unease[place]};
}

TEST(Fear, IsDangerForAWeekThenDulls) {
    Fear fear(2, 2);
    fear.add(PlaceId{0}, GroupId{0}, 3, 0.5, 0);
    EXPECT_EQ(at(fear, 2).alarm, 0) << "not before it happens";
    EXPECT_EQ(at(fear, 3).danger, 0.5);
    EXPECT_EQ(at(fear, 9).danger, 0.5);
    EXPECT_EQ(at(fear, 10).danger, 0);
    EXPECT_NEAR(at(fear, 63).alarm, 0.5 * std::exp(-1.0), 1e-12);
    EXPECT_NEAR(at(fear, 13).unease, 0.5 * std::exp(-1.0), 1e-12);
    EXPECT_EQ(at(fear, 3, 1).alarm, 0) << "elsewhere";
}

TEST(Fear, OfSeveralEventsIsThatOfTheMostFrightening) {
    Fear fear(2, 2);
    fear.add(PlaceId{0}, GroupId{0}, 0, 0.9, 0);
    fear.add(PlaceId{0}, GroupId{0}, 5, 0.2, 5);
    EXPECT_EQ(at(fear, 6).danger, 0.9);
    EXPECT_EQ(at(fear, 8).danger, 0.2) << "the first is a week old";
    EXPECT_NEAR(at(fear, 8).alarm, 0.9 * std::exp(-8 / memory), 1e-12);
    EXPECT_NEAR(at(fear, 40).unease, 0.9 * std::exp(-40 / fade), 1e-12);
}

TEST(Fear, DoesNotDependOnTheOrderOfEventsOfAStep) {
    const std::vector<std::pair<Day, double>> events{
        {8, 0.3}, {13, 0.9}, {10, 1}, {10, 0.4}, {7, 0.1}};
    Fear one(2, 2), other(2, 2);
    for (Fear* f : {&one, &other}) f->add(PlaceId{0}, GroupId{0}, 2, 0.6, 0);
    for (std::size_t i = 0; i < events.size(); ++i) {
        one.add(PlaceId{0}, GroupId{0}, events[i].first, events[i].second, 7);
        const auto& e = events[events.size() - 1 - i];
        other.add(PlaceId{0}, GroupId{0}, e.first, e.second, 7);
    }
    for (Day day = 7; day < 60; ++day) {
        const Levels a = at(one, day), b = at(other, day);
        EXPECT_EQ(a.danger, b.danger) << day;
        EXPECT_EQ(a.alarm, b.alarm) << day;
        EXPECT_EQ(a.unease, b.unease) << day;
        EXPECT_LE(a.alarm, 1) << "a share, whatever order days come in";
    }
    EXPECT_NEAR(at(one, 7).alarm, 0.6 * std::exp(-5 / memory), 1e-12)
        << "what is to come does not hide what was";
}

TEST(Fear, RaisesFieldsAndNeverLowersThem) {
    Fear fear(1, 1);
    fear.add(PlaceId{0}, GroupId{0}, 0, 0.5, 0);
    std::vector<double> danger{0.7}, alarm{0.1}, unease{0.9}, hunted{0};
    fear.raise(0, memory, fade, {danger, alarm, unease, hunted});
    EXPECT_EQ(danger[0], 0.7);
    EXPECT_EQ(alarm[0], 0.5);
    EXPECT_EQ(unease[0], 0.9);
}

TEST(Fear, IsOfTheGroupThatWasHit) {
    Fear fear(2, 2);
    fear.add(PlaceId{1}, GroupId{0}, 0, 0.8, 0);
    fear.add(PlaceId{1}, GroupId{1}, 0, 0.2, 0);
    std::vector<double> danger(2), alarm(2), unease(2), hunted(4);
    fear.raise(0, memory, fade, {danger, alarm, unease, hunted});
    EXPECT_EQ(hunted, (std::vector<double>{0, 0, 0.8, 0.2}));
    EXPECT_EQ(alarm[1], 0.8) << "a place is as alarmed as the most frightened there";
}

TEST(Fear, ForgetsWhatCannotCountAnyMore) {
    Fear fear(1, 1), fresh(1, 1);
    for (Day day = 0; day < 700; day += 7) fear.add(PlaceId{0}, GroupId{0}, day, 0.5, day);
    for (Day day = 686; day < 700; day += 7) fresh.add(PlaceId{0}, GroupId{0}, day, 0.5, day);
    StateHash a, b;
    fear.hash(a), fresh.hash(b);
    EXPECT_EQ(a.digest(), b.digest());
}

}  // namespace
}  // namespace forestall
