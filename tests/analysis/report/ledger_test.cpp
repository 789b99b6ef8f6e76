// SPDX-License-Identifier: Apache-2.0
// The ledger counts the effects of what the file's options do, and pairs no number with a
// difference that it cannot have moved.
#include "analysis/report/ledger.hpp"

#include <gmock/gmock.h>

namespace forestall::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// Options none and talks; the scenario has another option, which would send troops.
struct Case {
    Findings findings;
    Context context;
};

Case talks_alone() {
    Case out;
    Findings& f = out.findings;
    f.header.options = {"none", "talks"};
    f.compared.emplace();
    Compared& c = *f.compared;
    c.comparison.options.resize(2);
    c.comparison.options[0].name = "none";
    c.comparison.options[1].name = "talks";
    c.comparison.baseline = 0;
    c.subject = 1;
    c.told_from_chance = 0.3;
    const auto add = [&](const char* name, const char* intervention, bool effect) {
        Assumption words;
        words.grade = "D";
        words.intervention = intervention;
        words.effect = effect;
        out.context.assumptions[name] = words;
        c.influences.push_back({f.header.parameters.size(), 0, 1, 2, -0.5});
        f.header.parameters.push_back({name, ""});
    };
    add("effect.mediation.1", "mediation", true);
    add("cost.mediation.setup", "mediation", false);
    add("effect.troops.1", "troops", true);
    add("cost.troops.setup", "troops", false);
    add("alarm.rate", "", false);
    out.context.options["none"].title = "Nothing is done";
    out.context.options["talks"].interventions = {"mediation"};
    out.context.options["force"].interventions = {"troops"};
    return out;
}

TEST(Ledger, CountsTheEffectsOfWhatTheOptionsOfTheFileDo) {
    const Case c = talks_alone();
    const Guesswork g = guesswork(c.findings, c.context);
    EXPECT_EQ(g.effects, 1U);
    EXPECT_EQ(g.guessed_effects, 1U);
    EXPECT_EQ(g.standing_out, 2U)
        << "the effect and the rate; a cost without a budget moves nothing";
    const std::string html = ledger_html(c.findings, c.context);
    EXPECT_THAT(html, HasSubstr("effect.mediation.1"));
    EXPECT_THAT(html, Not(HasSubstr("troops")));
}

TEST(Ledger, ALinkIsPartOfItsEffectAndMayMakeItAGuess) {
    Case c = talks_alone();
    c.context.assumptions["effect.mediation.1"].grade = "C";
    EXPECT_EQ(guesswork(c.findings, c.context).guessed_effects, 0U);
    Assumption& link = c.context.assumptions["effect.mediation.1.link"];
    link.intervention = "mediation";
    link.effect = link.link = true;
    link.grade = "D";
    c.findings.compared->influences.push_back({c.findings.header.parameters.size(), 0, 1, 2, 0.5});
    c.findings.header.parameters.push_back({"effect.mediation.1.link", "1"});
    const Guesswork g = guesswork(c.findings, c.context);
    EXPECT_EQ(g.effects, 1U);
    EXPECT_EQ(g.guessed_effects, 1U);
    EXPECT_EQ(g.standing_out, 3U) << "what arrives can matter like what was measured";
    EXPECT_THAT(ledger_html(c.findings, c.context), HasSubstr("effect.mediation.1.link"));
}

TEST(Ledger, ACostCanMatterWhereThereIsABudget) {
    Case c = talks_alone();
    c.context.options["talks"].budgeted = true;
    EXPECT_EQ(guesswork(c.findings, c.context).standing_out, 3U);
}

TEST(Ledger, WhatNeitherOptionHasIsListedAndNotPaired) {
    Case c = talks_alone();
    c.findings.header.options.push_back("force");
    c.findings.compared->comparison.options.emplace_back().name = "force";
    const Guesswork g = guesswork(c.findings, c.context);
    EXPECT_EQ(g.effects, 2U);
    EXPECT_EQ(g.standing_out, 2U);
    EXPECT_THAT(ledger_html(c.findings, c.context), HasSubstr("effect.troops.1"));
}

TEST(Ledger, OfAScenarioThatCannotBeReadCountsNothing) {
    Case c = talks_alone();
    c.context = {};
    EXPECT_EQ(guesswork(c.findings, c.context).effects, 0U);
    EXPECT_THAT(ledger_html(c.findings, c.context), HasSubstr("alarm.rate"));
}

}  // namespace
}  // namespace forestall::report
