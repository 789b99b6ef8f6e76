// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using enum Action;
using namespace test;

TEST(Outbidding, CountsArmedRivalsForTheSamePeople) {
    SmallScene s;
    EXPECT_EQ(
        s.says("outbidding", {.action = attack, .actor = front, .place = mill, .other = army}), 0)
        << "nobody else speaks for the Highlanders";
    EXPECT_EQ(s.says("outbidding", attack), s.values["outbidding.weight"])
        << "the Militia speaks for the Lowlanders";
    for (const auto p : {ford, mill}) s.post(militia, p, 0);
    EXPECT_EQ(s.says("outbidding", attack), 0) << "but has no fighters left";
}

TEST(Outbidding, CountsTwoRivalsAtMost) {
    WorldTables t = small_country();
    for (const char* name : {"X", "Y", "Z"}) {
        t.actors.push_back({name, ActorKind::militia, {lowlanders}});
        t.parameters["actor." + std::string(name) + ".fighters"] = Distribution::constant(50);
    }
    SmallScene s(t);
    EXPECT_EQ(s.says("outbidding", mass), 2 * s.values["outbidding.weight"]);
    expect_speaks_only_of("outbidding", {attack, mass, campaign});
}

}  // namespace
}  // namespace forestall
