// SPDX-License-Identifier: Apache-2.0
#include "interventions/desk.hpp"

#include "core/math.hpp"
#include "interventions/small_option.hpp"

namespace forestall {
namespace {

using namespace test;

/// The small country after a first week under its plan.
struct FirstWeek {
    explicit FirstWeek(WorldTables tables, std::string_view option = "Plan")
        : weeks(std::move(tables)),
          scene(weeks.world, weeks.values, weeks.luck),
          desk(weeks.world, weeks.values, option) {}
    void live() { desk.step(view, weeks.world, weeks.luck, 0, 0, 7, scene, weeks.log); }
    Weeks weeks;
    Scene scene;
    Desk desk;
    DeskView view;
};

TEST(Desk, WithoutAnOptionDoesNothing) {
    FirstWeek w(with_plan({}, {}), "none");
    const Levers before = w.scene.levers;
    w.live();
    EXPECT_TRUE(w.desk.idle());
    EXPECT_EQ(w.desk.programme(), nullptr);
    EXPECT_EQ(w.desk.spent() + w.desk.spent_now(), 0);
    EXPECT_EQ(w.scene.levers, before);
    EXPECT_THROW(FirstWeek(with_plan({}, {}), "no such option"), std::invalid_argument);
}

TEST(Desk, MovesTheLeversOfWhatIsAimedAt) {
    Intervention guards = intervention("guards");
    guards.effects = {effect_on("mass_rate"), effect_on("protection"), effect_on("relapse")};
    PlannedAction action = planned("guards", 0);
    action.actors = {ActorId(front)};
    action.places = {PlaceId(mill)};
    FirstWeek w(with_plan({guards}, {action}));
    w.live();
    EXPECT_EQ(w.scene.levers[lever<"mass_rate">][front], math::log(0.5));
    EXPECT_EQ(w.scene.levers[lever<"mass_rate">][army], 0);
    EXPECT_EQ(w.scene.levers[lever<"protection">][mill], 0.5);
    EXPECT_EQ(w.scene.levers[lever<"protection">][ford], 0);
    EXPECT_EQ(w.scene.levers[lever<"relapse">], math::exp(math::log(0.5)));
}

TEST(Desk, TakesBackWhatNoLongerActs) {
    Intervention guards = intervention("guards");
    guards.effects = {effect_on("protection")};
    PlannedAction action = planned("guards", 0);
    action.stop_day = 7;
    FirstWeek w(with_plan({guards}, {action}));
    w.live();
    EXPECT_EQ(w.scene.levers[lever<"protection">][ford], 0.5);
    w.desk.step(w.view, w.weeks.world, w.weeks.luck, 1, 7, 7, w.scene, w.weeks.log);
    EXPECT_EQ(w.scene.levers[lever<"protection">][ford], 0);
}

TEST(Desk, TestsAConditionOnProtectionWithWhatItSendsItself) {
    Intervention guards = intervention("guards");
    guards.effects = {effect_on("mass_rate"), effect_on("protection")};
    guards.effects[0].where = "protection";
    guards.effects[0].above = 0.5;
    FirstWeek with(with_plan({guards}, {planned("guards", 0)}));
    with.live();
    EXPECT_EQ(with.scene.levers[lever<"mass_rate">][front], math::log(0.5));
    guards.effects.pop_back();
    FirstWeek without(with_plan({guards}, {planned("guards", 0)}));
    without.live();
    EXPECT_EQ(without.scene.levers[lever<"mass_rate">][front], 0);
}

TEST(Desk, TestsConditionsOfTheActorAndTheCountry) {
    Intervention envoy = intervention("envoy");
    envoy.effects = {effect_on("resolve"), effect_on("talk"), effect_on("pressure")};
    envoy.effects[0].where = "supply";
    envoy.effects[0].below = 0.4;
    envoy.effects[1].where = "attention";
    envoy.effects[1].above = 0.5;
    envoy.effects[2].where = "talks";
    envoy.effects[2].above = 1;
    FirstWeek w(with_plan({envoy}, {planned("envoy", 0)}));
    w.scene.supply = Table<ActorId, double>(std::vector<double>{0.9, 0.3, 0.4});
    w.view.attention = 0.4;
    w.scene.dyad(army, front).state = DyadState::talks;
    w.live();
    EXPECT_EQ(w.scene.levers[lever<"resolve">][army], 0);
    EXPECT_EQ(w.scene.levers[lever<"resolve">][front], 0.5);
    EXPECT_EQ(w.scene.levers[lever<"resolve">][militia], 0) << "below excludes the bound";
    EXPECT_EQ(w.scene.levers[lever<"talk">][army], 0);
    EXPECT_EQ(w.scene.levers[lever<"pressure">][army], 0.5);
    envoy.effects[0].where = "weather";
    EXPECT_THROW(FirstWeek(with_plan({envoy}, {planned("envoy", 0)})), std::invalid_argument);
}

TEST(Desk, AttenuatesTwoActionsOnOneLever) {
    Intervention envoy = intervention("envoy"), guards = intervention("guards");
    envoy.effects = guards.effects = {effect_on("hardship")};
    FirstWeek w(with_plan({envoy, guards}, {planned("envoy", 0), planned("guards", 1)}));
    w.live();
    EXPECT_EQ(w.scene.levers[lever<"hardship">][ford], 0.5 * math::pow(2, 0.8));
}

TEST(Desk, GivesWordsTheLeverageOfWhoSpeaks) {
    Intervention envoy = intervention("envoy");
    envoy.strategy = "facilitate";
    envoy.effects = {effect_on("talk")};
    PlannedAction action = planned("envoy", 0);
    action.partner = 0;
    WorldTables t = with_plan({envoy}, {action});
    t.partners = {{"UN", "un", {}, {}}};
    t.parameters["partner.UN.will"] = Distribution::constant(1);
    t.parameters["partner.UN.leverage.Front"] = Distribution::constant(0.25);
    FirstWeek w(std::move(t));
    w.live();
    EXPECT_EQ(w.scene.levers[lever<"talk">][front], 0.25);
    EXPECT_EQ(w.scene.levers[lever<"talk">][army], 0.5);
}

TEST(Desk, KnowsWhetherWaitingHasMovedALever) {
    Intervention guards = intervention("guards");
    guards.effects = {effect_on("protection")};
    PlannedAction action = planned("guards", 0);
    action.start.day = 10;
    FirstWeek w(with_plan({guards}, {action}));
    EXPECT_TRUE(w.desk.parts(w.view, w.weeks.world, w.weeks.luck, 0, 0, 7, w.scene).empty());
    EXPECT_FALSE(w.desk.parts(w.view, w.weeks.world, w.weeks.luck, 1, 7, 7, w.scene).empty());
}

}  // namespace
}  // namespace forestall
