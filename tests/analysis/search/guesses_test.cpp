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

}  // namespace
}  // namespace forestall::analysis
