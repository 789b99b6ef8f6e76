// SPDX-License-Identifier: Apache-2.0
#include "actors/levers.hpp"

#include <gtest/gtest.h>

#include "core/math.hpp"

namespace forestall {
namespace {

/// How many numbers differ, over all levers.
std::size_t changed(const Levers& x, const Levers& y) {
    std::size_t out = 0;
    for (const Lever& row : levers())
        for (std::size_t i = 0; i < x.of(row).size(); ++i) out += x.of(row)[i] != y.of(row)[i];
    return out;
}

TEST(Levers, AreMovedByNothingWhenTheChangeIsNone) {
    for (const Lever& row : levers()) {
        Levers moved(2, 2, 2);
        moved.move(row, 0, 0);
        EXPECT_EQ(moved, Levers(2, 2, 2)) << row.name;
    }
}

TEST(Levers, MoveOneNumberOfOneTargetEachAndTakeItBack) {
    const Levers rest(2, 2, 2);
    for (const Lever& row : levers()) {
        Levers moved(2, 2, 2);
        const std::size_t target = row.target == TargetKind::country ? 0 : 1;
        moved.move(row, target, 0.3);
        EXPECT_NE(moved.of(row)[target], rest.of(row)[target]) << row.name;
        EXPECT_EQ(changed(moved, rest), 1U) << row.name;
        moved.rest();
        EXPECT_EQ(moved, rest) << row.name;
    }
}

TEST(Levers, HaveAsManyNumbersAsThereAreTargets) {
    const Levers sized(5, 3, 7);
    for (const Lever& row : levers()) {
        std::size_t targets = 1;
        if (row.target == TargetKind::actor) targets = 5;
        if (row.target == TargetKind::group) targets = 3;
        if (row.target == TargetKind::place) targets = 7;
        EXPECT_EQ(sized.of(row).size(), targets) << row.name;
    }
}

TEST(Levers, HaveTheirNeutralValueWithinBounds) {
    for (const Lever& row : levers()) {
        EXPECT_LE(row.low, neutral(row)) << row.name;
        EXPECT_GE(row.high, neutral(row)) << row.name;
        EXPECT_FALSE(row.summary.empty());
        EXPECT_EQ(find_lever(row.name), &row);
    }
    EXPECT_EQ(find_lever("no such lever"), nullptr);
}

TEST(Levers, HoldSumsSharesAndProducts) {
    Levers held(1, 1, 1);
    held.move(*find_lever("mass_rate"), 0, -0.5);
    held.move(*find_lever("mass_rate"), 0, -0.25);
    EXPECT_EQ(held[lever<"mass_rate">][0], -0.75) << "the sum of the logs of rate ratios";
    held.move(*find_lever("guarantee"), 0, 0.7);
    held.move(*find_lever("guarantee"), 0, 0.7);
    EXPECT_EQ(held[lever<"guarantee">], 1) << "no more than the whole";
    held.move(*find_lever("relapse"), 0, 0.5);
    EXPECT_EQ(held[lever<"relapse">], math::exp(0.5));
    held.move(*find_lever("arms"), 0, -0.5);
    EXPECT_EQ(held[lever<"arms">][ActorId(0)], math::exp(-0.5));
}

TEST(Levers, KnowByTypeWhatTheyBelongTo) {
    static_assert(std::is_same_v<decltype(lever<"arms">), const LeverId<TargetKind::actor>>);
    static_assert(std::is_same_v<decltype(lever<"lure">), const LeverId<TargetKind::place>>);
    Levers held(2, 2, 2);
    held.move(*find_lever("lure"), 1, 0.4);
    EXPECT_EQ(held[lever<"lure">][PlaceId(1)], 0.4);
    EXPECT_EQ(held[lever<"lure">][PlaceId(0)], 0);
}

}  // namespace
}  // namespace forestall
