// SPDX-License-Identifier: Apache-2.0
// The list of injects of the bundled exercise shows every kind there is, and the world takes each
// that moves it.
#include <gtest/gtest.h>

#include <set>

#include "app/exercise/course.hpp"
#include "app/exercise/orimand.hpp"
#include "app/exercise/text.hpp"
#include "app/job/session.hpp"
#include "checkout.hpp"
#include "scenario/exercise/condition.hpp"
#include "world/place.hpp"

namespace forestall::app::exercise {
namespace {

TEST(BundledMsel, ShowsEveryKindOfInject) {
    const Case on = orimand();
    const Msel& msel = on.msel();
    std::set<std::string> kinds, automatic;
    std::set<InjectCondition::Kind> conditions;
    std::set<bool> timed_triggers, timed_messages;
    for (std::size_t row = 0; row < msel.size(); ++row) {
        const bool trigger = msel.at(row, "kind") == "trigger";
        if (trigger) kinds.insert(msel.at(row, "trigger_kind"));
        automatic.insert(msel.at(row, "auto"));
        const bool timed = parse_turn(msel.at(row, "when")).has_value();
        (trigger ? timed_triggers : timed_messages).insert(timed);
        if (timed) continue;
        const auto condition = parse_condition(msel.at(row, "condition"));
        ASSERT_TRUE(condition) << msel.at(row, "number");
        conditions.insert(condition->kind);
    }
    for (const auto& kind : trigger_words)
        EXPECT_TRUE(kinds.contains(std::string(kind.text))) << kind.text;
    EXPECT_EQ(conditions.size(), 4U) << "an indicator, a turn, an event, an order";
    EXPECT_EQ(timed_triggers.size(), 2U);
    EXPECT_EQ(timed_messages.size(), 2U);
    EXPECT_EQ(automatic, (std::set<std::string>{"no", "yes"}));
}

TEST(BundledMsel, MovesAWorldThatTakesIt) {
    const Case on = orimand();
    for (std::size_t row = 0; row < on.msel().size(); ++row) {
        if (on.msel().at(row, "kind") != "trigger") continue;
        Branch branch;
        branch.name = "b1";
        branch.turn = 9;
        branch.injects = {{on.msel().at(row, "number"), 9, true}};
        EXPECT_NO_THROW(world_of(text_of(on, branch, 9))) << on.msel().at(row, "number");
    }
}

}  // namespace
}  // namespace forestall::app::exercise
