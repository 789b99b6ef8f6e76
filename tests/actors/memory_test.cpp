// SPDX-License-Identifier: Apache-2.0
// What actors and people remember names the event that has the largest part in it
// (actors/scene.hpp).
#include <gtest/gtest.h>

#include "actors/scene.hpp"

namespace forestall {
namespace {

TEST(Memory, NamesTheEventWithTheLargestPartNotTheLatest) {
    Memory m;
    m.add(2, 7);
    m.add(0.5, 8);
    EXPECT_EQ(m.ground(), 7);
    EXPECT_EQ(m.value, 2.5);
    m.add(3, 9);
    EXPECT_EQ(m.ground(), 9);
}

TEST(Memory, PartsOfOneEventAddUp) {
    Memory m;
    m.add(1, 3);
    m.add(1, 3);
    m.add(1.5, 4);
    EXPECT_EQ(m.ground(), 3);
}

TEST(Memory, WhatFadesMakesRoomForNewer) {
    Memory m;
    m.add(2, 1);
    m.fade(0.25);
    m.add(1, 2);
    EXPECT_EQ(m.ground(), 2);
    EXPECT_DOUBLE_EQ(m.value, 1.5);
}

TEST(Memory, NamesNothingWhenNoEventHasATenth) {
    Memory m;
    m.add(0.05, 1);
    m.add(1, -1);
    EXPECT_EQ(m.ground(), -1);
    EXPECT_DOUBLE_EQ(m.value, 1.05);
}

TEST(Memory, ForgetsTheEventWithTheTrace) {
    Memory m;
    m.add(1, 5);
    m.fade(1e-7);
    EXPECT_EQ(m.value, 0);
    EXPECT_EQ(m.event, -1);
    m.add(2, 6);
    m.run_down(2);
    EXPECT_EQ(m.event, -1);
    m.add(0, 7);
    EXPECT_EQ(m.event, -1) << "what left nothing is not remembered";
}

}  // namespace
}  // namespace forestall
