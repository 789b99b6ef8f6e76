// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/guesses.hpp"

#include <gtest/gtest.h>

#include "checkout.hpp"
#include "engine/engine.hpp"
#include "scenario/loader.hpp"

namespace forestall::analysis {
namespace {

TEST(Guesses, AreCountedOncePerInterventionAndOptionAndHeldAtTheirNeutralValues) {
    const Loaded loaded = load_scenario(in_checkout("scenarios/two-rivers"), parameter_tables());
    const WorldTables& t = *loaded.tables;
    std::vector<std::string> options{"none"};
    for (const Option& o : t.options) options.push_back(o.name);
    const auto each = effects_of(t, options);
    const auto all = effects_of_all(t, options);
    EXPECT_EQ(each[0].all, 0U);
    std::size_t most = 0, sum = 0;
    for (const auto& one : each) {
        EXPECT_LE(one.guessed, one.all);
        most = std::max(most, one.all);
        sum += one.all;
    }
    EXPECT_GE(all.all, most);
    EXPECT_LT(all.all, sum) << "options share interventions";
    const auto held = guesses_at_nothing(t, options);
    EXPECT_EQ(held.size(), all.guessed);
    for (const auto& [name, value] : held) {
        EXPECT_TRUE(t.parameters.contains(name)) << name;
        EXPECT_TRUE(value == 0 || value == 1) << name;
    }
    EXPECT_TRUE(guesses_at_nothing(t, {"none"}).empty());
}

TEST(Guesses, AreEffectsWhoseLinkIsGuessedToo) {
    WorldTables t;
    Intervention radio;
    radio.name = "radio";
    radio.effects.resize(4);
    for (Effect& e : radio.effects) e.lever = "mass_rate";
    radio.effects[0].grade = radio.effects[1].grade = radio.effects[2].grade = 'C';
    radio.effects[1].link_grade = 'C';
    radio.effects[2].link_grade = radio.effects[3].link_grade = 'D';
    t.interventions = {radio};
    Option option;
    option.name = "air";
    option.actions.resize(1);
    t.options = {option};
    const auto count = effects_of_all(t, {"air"});
    EXPECT_EQ(count.all, 4U);
    EXPECT_EQ(count.guessed, 2U);
    const std::map<std::string, double> held{{"effect.radio.3.link", 0}, {"effect.radio.4", 1}};
    EXPECT_EQ(guesses_at_nothing(t, {"air"}), held) << "measured, but nothing of it arrives";
}

}  // namespace
}  // namespace forestall::analysis
