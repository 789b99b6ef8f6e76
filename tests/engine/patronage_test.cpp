// SPDX-License-Identifier: Apache-2.0
// A patron matters in a whole war: after a year its client has more men, and has not come apart.
#include <gtest/gtest.h>

#include "engine/armed_worlds.hpp"
#include "engine/state.hpp"

namespace forestall {
namespace {

constexpr auto client = static_cast<ActorId>(test::rebels);
constexpr PlaceId over{5};

struct Year {
    double men = 0;  ///< of the Rebels, mean over steps and members
    int gone = 0;    ///< members in which hardly any are left
    int abroad = 0;  ///< members in which some of them were in Over
    int fought = 0;  ///< steps in which Over was fought for
};

/// A year of war in which the Army governs from A town and the Rebels can pay half of their men.
Year year_of(WorldTables t) {
    t.settings.days = 364;
    t.settings.capital = PlaceId{0};
    test::number(t, "actor.Rebels.supply", 0.5);
    const World world = World::build(t);
    Year out;
    constexpr std::uint64_t members = 40;
    for (std::uint64_t member = 0; member < members; ++member) {
        State state(world, 5, member);
        const Scene& s = state.scene();
        MemberOutcome series;
        bool went = false;
        while (state.day() < world.settings().days) {
            state.advance({}, Parallel(), series);
            out.men += static_cast<double>(s.force(client)) / (52.0 * members);
            went = went || s.fighters(client, over) > 0;
            out.fought += s.contested[over] > 0 ? 1 : 0;
        }
        out.abroad += went ? 1 : 0;
        out.gone += s.force(client) < 20 ? 1 : 0;
    }
    return out;
}

TEST(PatronageInAWar, KeepsItsClientStrongAndTogether) {
    const Year alone = year_of(test::armed_country());
    const Year backed = year_of(test::backed_country());
    EXPECT_GT(backed.men, 1.2 * alone.men);
    EXPECT_GT(alone.gone, 3);
    EXPECT_EQ(backed.gone, 0);
    EXPECT_EQ(alone.abroad, 0);
    EXPECT_GT(backed.abroad, 30);
    EXPECT_EQ(backed.fought, 0) << "nobody follows them";
    WorldTables off = test::backed_country();
    test::off(off, "patronage");
    EXPECT_LT(1.2 * year_of(off).men, backed.men);
}

}  // namespace
}  // namespace forestall
