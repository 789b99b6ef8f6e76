// SPDX-License-Identifier: Apache-2.0
// A patron matters in a whole war: its client has more men after a year, and lives on.
#include <gtest/gtest.h>

#include "engine/armed_worlds.hpp"
#include "engine/state.hpp"

namespace forestall {
namespace {

struct Year {
    double men = 0;    ///< of the Rebels, mean over steps and members
    int abroad = 0;    ///< members in which some of them were in Over
    int attacked = 0;  ///< battles in Over
};

Year year_of(WorldTables t) {
    t.settings.days = 364;
    t.settings.capital = PlaceId(0);
    const World world = World::build(t);
    Year out;
    constexpr std::uint64_t members = 20;
    for (std::uint64_t member = 0; member < members; ++member) {
        State state(world, 5, member);
        MemberOutcome series;
        bool over = false;
        while (state.day() < world.settings().days) {
            state.advance({}, Parallel(), series);
            const Scene& s = state.scene();
            out.men += static_cast<double>(s.force(ActorId(test::rebels))) / (52.0 * members);
            over = over || s.fighters(ActorId(test::rebels), PlaceId(5)) > 0;
            out.attacked += s.contested[PlaceId(5)] > 0;
        }
        out.abroad += over;
    }
    return out;
}

TEST(PatronageInAWar, KeepsItsClientStrongAndOutOfReach) {
    const Year alone = year_of(test::armed_country());
    const Year backed = year_of(test::backed_country());
    EXPECT_GT(backed.men, 1.15 * alone.men) << alone.men;
    EXPECT_EQ(alone.abroad, 0);
    EXPECT_GT(backed.abroad, 10);
    EXPECT_EQ(backed.attacked, 0);
    WorldTables off = test::backed_country();
    test::off(off, "patronage");
    EXPECT_LT(year_of(off).men, backed.men);
}

}  // namespace
}  // namespace forestall
