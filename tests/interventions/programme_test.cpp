// SPDX-License-Identifier: Apache-2.0
#include "interventions/programme.hpp"

#include "interventions/small_option.hpp"

namespace forestall {
namespace {

using namespace test;
using Said = std::vector<std::string>;

/// "guards" begins under `start`.
WorldTables guards_from(const Beginning& start) {
    PlannedAction action = planned("guards", 0);
    action.start = start;
    return with_plan({intervention("guards")}, {action});
}

/// "envoy", from the first day on, and "guards", which begins under `start`.
WorldTables guards_after_envoy(const Beginning& start) {
    PlannedAction second = planned("guards", 1);
    second.start = start;
    return with_plan({intervention("envoy"), intervention("guards")},
                     {planned("envoy", 0), second});
}

TEST(Programme, BeginsOnTheDayAndNotBefore) {
    Weeks w(guards_from({.day = 10}));
    w.week();
    EXPECT_EQ(w.state(0), ActionState::waiting);
    EXPECT_EQ(w.waits(0), WaitReason{WaitsFor::day});
    EXPECT_EQ(w.said(), Said{});
    w.week();
    EXPECT_EQ(w.state(0), ActionState::running);
    EXPECT_EQ(w.waits(0), WaitReason{}) << "what has begun waits for nothing";
    EXPECT_EQ(w.said(), Said{"guards: begins"});
    EXPECT_EQ(w.programme.actions()[0].decided, 7);
}

TEST(Programme, AnnouncesWhatNeedsTimeAndBeginsItThen) {
    WorldTables t = guards_from({});
    t.interventions[0].lead_time = 14;
    Weeks w(std::move(t));
    w.week();
    EXPECT_EQ(w.state(0), ActionState::preparing);
    EXPECT_EQ(w.said(), Said{"guards: announced"});
    w.week();
    EXPECT_EQ(w.said(), Said{});
    w.week();
    EXPECT_EQ(w.state(0), ActionState::running);
    EXPECT_EQ(w.said(), Said{"guards: begins"});
}

TEST(Programme, WaitsForTheObservedStageAndForTheDelayAfterIt) {
    Weeks w(guards_from(
        {.when = Beginning::When::stage, .stage = Stage::mitigation, .indicator = {}, .delay = 7}));
    w.view.stage = Stage::prevention;
    w.week();
    EXPECT_EQ(w.waits(0), WaitReason{WaitsFor::stage});
    w.view.stage = Stage::mitigation;
    w.week();
    EXPECT_EQ(w.waits(0), WaitReason{WaitsFor::delay});
    w.view.stage = Stage::none;  // once seen, the delay runs
    w.week();
    EXPECT_EQ(w.state(0), ActionState::running);
}

TEST(Programme, WaitsUntilAnIndicatorHasHeld) {
    Weeks w(guards_from({.when = Beginning::When::indicator,
                         .indicator = "risk",
                         .at_least = 0.5,
                         .for_days = 14}));
    w.view.risk = 0.4;
    w.week();
    EXPECT_EQ(w.waits(0), WaitReason{WaitsFor::level});
    w.view.risk = 0.5;
    w.week();
    EXPECT_EQ(w.waits(0), WaitReason{WaitsFor::duration});
    w.view.risk = 0.4;
    w.week();
    EXPECT_EQ(w.waits(0), WaitReason{WaitsFor::level}) << "it begins to count anew";
    w.view.risk = 0.9;
    w.week();
    EXPECT_EQ(w.waits(0), WaitReason{WaitsFor::duration});
    w.week();
    EXPECT_EQ(w.state(0), ActionState::running);
}

TEST(Programme, ReadsEachIndicatorByItsName) {
    const DeskView view{Stage::response, 0.1, 0.2, 30, 0.4};
    const std::vector<std::pair<std::string_view, double>> want = {{"risk", 0.1},
                                                                   {"attention", 0.2},
                                                                   {"reported_deaths", 30},
                                                                   {"displaced", 0.4},
                                                                   {"stage", 3}};
    ASSERT_EQ(want.size(), indicators.size());
    for (const auto& [name, value] : want)
        EXPECT_EQ(read(indicators.find(name).value(), view), value) << name;
    EXPECT_THROW(Weeks(guards_from({.when = Beginning::When::indicator, .indicator = "weather"})),
                 std::invalid_argument);
}

TEST(Programme, FollowsAnotherAction) {
    WorldTables t = guards_after_envoy(
        {.when = Beginning::When::after, .indicator = {}, .after = 0, .delay = 14});
    t.options[0].actions[0].start.day = 7;
    Weeks w(std::move(t));
    w.week();
    EXPECT_EQ(w.waits(1), (WaitReason{WaitsFor::other, 0}));
    w.week();
    EXPECT_EQ(w.waits(1), (WaitReason{WaitsFor::delay, 0}));
    w.week();
    EXPECT_EQ(w.waits(1), (WaitReason{WaitsFor::delay, 0}));
    w.week();
    EXPECT_EQ(w.state(1), ActionState::running);
}

TEST(Programme, BeginsAConditionalActionOnlyInTime) {
    const Beginning start{.when = Beginning::When::after,
                          .indicator = "attention",
                          .at_least = 0.5,
                          .after = 0,
                          .within = 14};
    Weeks late(guards_after_envoy(start));
    for (int i = 0; i < 3; ++i) {
        late.week();
        EXPECT_EQ(late.waits(1), WaitReason{WaitsFor::level});
    }
    late.view.attention = 0.9;
    late.week();
    EXPECT_EQ(late.waits(1), WaitReason{WaitsFor::missed});
    Weeks soon(guards_after_envoy(start));
    soon.week();
    soon.view.attention = 0.9;
    soon.week();
    EXPECT_EQ(soon.state(1), ActionState::running);
}

TEST(Programme, BeginsUnlessTheConditionShowedInTime) {
    const Beginning start{.when = Beginning::When::after,
                          .indicator = "attention",
                          .at_least = 0.5,
                          .after = 0,
                          .within = 14,
                          .unless = true};
    Weeks never(guards_after_envoy(start));
    for (int i = 0; i < 3; ++i) {
        never.week();
        EXPECT_EQ(never.waits(1), WaitReason{WaitsFor::watching});
    }
    never.week();
    EXPECT_EQ(never.state(1), ActionState::running);
    Weeks shown(guards_after_envoy(start));
    shown.view.attention = 0.9;
    shown.week();
    shown.view.attention = 0;
    for (int i = 0; i < 6; ++i) shown.week();
    EXPECT_EQ(shown.waits(1), WaitReason{WaitsFor::called_off});
}

TEST(Programme, AsksForConsentOnceAndThenWaitsForIt) {
    WorldTables t = guards_from({});
    t.interventions[0].consent = 0;
    Weeks w(std::move(t));
    for (int i = 0; i < 3; ++i) {
        w.week();
        EXPECT_EQ(w.state(0), ActionState::asking);
        EXPECT_EQ(w.waits(0), WaitReason{WaitsFor::consent});
    }
    EXPECT_EQ(w.said(), Said{"guards: asks for consent"});
    EXPECT_EQ(w.programme.spent(), 0);
}

TEST(Programme, BeginsOnceConsentIsGiven) {
    WorldTables t = guards_from({});
    t.interventions[0].consent = 0.5;
    Weeks w(std::move(t));
    for (int i = 0; i < 100; ++i) w.week();  // 2^-100 without consent
    EXPECT_EQ(w.state(0), ActionState::running);
    EXPECT_EQ(w.said(), (Said{"guards: asks for consent", "guards: begins"}));
}

TEST(Programme, BeginsWithMoneyForAMonthAndStopsWithout) {
    WorldTables t = guards_from({});
    t.parameters["cost.guards.setup"] = Distribution::constant(100);
    t.parameters["cost.guards.weekly"] = Distribution::constant(10);
    t.options[0].budget = 139;
    Weeks poor(t);
    poor.week();
    EXPECT_EQ(poor.waits(0), WaitReason{WaitsFor::money});
    EXPECT_EQ(poor.programme.spent(), 0);
    t.options[0].budget = 140;
    Weeks w(t);
    w.week();
    EXPECT_EQ(w.programme.spent_now(), 110);
    for (int i = 0; i < 3; ++i) w.week();
    EXPECT_EQ(w.programme.spent(), 140);
    EXPECT_EQ(w.said(), Said{"guards: begins"});
    w.week();
    EXPECT_EQ(w.state(0), ActionState::stopped);
    EXPECT_EQ(w.said(), Said{"guards: stops: no money left"});
    EXPECT_EQ(w.programme.spent_now(), 0);
    EXPECT_EQ(w.programme.spent(), 140);
}

TEST(Programme, PaysForEachPackage) {
    WorldTables t = guards_from({});
    t.parameters["cost.guards.setup"] = Distribution::constant(100);
    t.options[0].actions[0].scale = 2.5;
    Weeks w(std::move(t));
    w.week();
    EXPECT_EQ(w.programme.spent(), 250);
}

TEST(Programme, WaitsForStaffUntilOthersAreDone) {
    WorldTables t = guards_after_envoy({});
    for (Intervention& i : t.interventions) i.staff = 6;
    t.interventions[0].duration = 14;
    t.options[0].staff = 11;
    Weeks w(std::move(t));
    w.week();
    EXPECT_EQ(w.state(0), ActionState::running);
    EXPECT_EQ(w.waits(1), WaitReason{WaitsFor::staff});
    w.week();
    w.week();
    EXPECT_EQ(w.state(0), ActionState::stopped);
    EXPECT_EQ(w.state(1), ActionState::running);
    EXPECT_EQ(w.said(), (Said{"envoy: begins", "envoy: ends", "guards: begins"}));
}

TEST(Programme, HoldsBackWhatAnotherActionExcludes) {
    WorldTables t = guards_after_envoy({});
    t.options[0].actions[1].excludes = {0};
    t.options[0].actions[0].stop_day = 7;
    Weeks w(std::move(t));
    w.week();
    EXPECT_EQ(w.waits(1), (WaitReason{WaitsFor::excluded, 0}));
    EXPECT_EQ(waiting_text(w.waits(1), w.programme.option()),
              "an action that must not run beside it is under way: 'envoy'");
    EXPECT_EQ(waiting_text({}, w.programme.option()), "");
    w.week();
    EXPECT_EQ(w.state(1), ActionState::running);
}

TEST(Programme, WithdrawsWhatTheStageNoLongerCallsFor) {
    WorldTables t = guards_from({});
    t.options[0].actions[0].stop_below = Stage::mitigation;
    Weeks w(std::move(t));
    w.view.stage = Stage::response;
    w.week();
    EXPECT_EQ(w.state(0), ActionState::running);
    w.view.stage = Stage::prevention;
    w.week();
    EXPECT_EQ(w.state(0), ActionState::stopped);
    EXPECT_EQ(w.said(), (Said{"guards: begins", "guards: withdrawn"}));
    w.view.stage = Stage::response;
    w.week();
    EXPECT_EQ(w.said(), Said{}) << "what has stopped does not begin again";
}

TEST(Programme, NamesTheOnlyActorThatAnActionIsAimedAt) {
    WorldTables t = guards_after_envoy({});
    t.options[0].actions[0].actors = {ActorId(front)};
    t.options[0].actions[1].actors = {ActorId(front), ActorId(militia)};
    Weeks w(std::move(t));
    w.week();
    ASSERT_EQ(w.log.size(), 2U);
    EXPECT_EQ(w.log[0].actor, ActorId(front));
    EXPECT_EQ(w.log[1].actor, none<ActorId>());
    EXPECT_EQ(w.log[0].kind, EventKind::intervention);
    EXPECT_EQ(w.log[0].number, -1);
}

}  // namespace
}  // namespace forestall
