// SPDX-License-Identifier: Apache-2.0
// Links of effects: read beside the value, refused where they are no share or have no source.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenario/catalogue.hpp"
#include "scenario/talk.hpp"

namespace forestall::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// The first effect of the small scenario's word, with these lines; the second has no link.
Loaded with(const std::string& lines) {
    return load_talk({.intervention = "[[intervention.effect]]\nlever = \"talk\"\ngrade = \"C\"\n"
                                      "value = { uniform = [0, 1], source = \"a book\" }\n" +
                                      lines});
}

TEST(Links, AreReadBesideTheValueUnderANameOfTheirOwn) {
    const Loaded loaded = with(
        "link = { triangular = [0, 0.3, 0.8], source = \"judgement: a step\" }\n"
        "link_grade = \"C\"");
    ASSERT_TRUE(loaded.tables) << told(loaded);
    EXPECT_THAT(told(loaded), IsEmpty());
    const std::vector<Effect>& effects = loaded.tables->interventions.front().effects;
    EXPECT_EQ(effects[0].link_grade, 'C');
    EXPECT_EQ(effects[0].source, "a book");
    EXPECT_EQ(effects[1].link_grade, 0);
    const Distribution& link = loaded.tables->parameters.at("effect.word.1.link");
    EXPECT_EQ(link.shape, Shape::triangular);
    EXPECT_EQ(link.source, "judgement: a step");
    EXPECT_FALSE(loaded.tables->parameters.contains("effect.word.2.link"));
    const Loaded graded = with("link = { uniform = [0, 0.5], source = \"judgement\" }");
    ASSERT_TRUE(graded.tables) << told(graded);
    EXPECT_EQ(graded.tables->interventions.front().effects[0].link_grade, 'D') << "the default";
}

TEST(Links, AreSharesWithASource) {
    EXPECT_THAT(told(with("link = { uniform = [0, 1.2], source = \"x\" }")),
                HasSubstr("E035: 'effect.word.1.link' is 1.2; it must be from 0 to 1"));
    EXPECT_THAT(told(with("link = { triangular = [-0.1, 0.3, 1], source = \"x\" }")),
                HasSubstr("E035: 'effect.word.1.link' is -0.1"));
    EXPECT_THAT(told(with("link = { uniform = [0, 0.5] }")),
                HasSubstr("E037: 'effect.word.1.link' is a distribution without a source"));
    EXPECT_THAT(told(with("link = 0.4")),
                HasSubstr("E053: 'link' of 'effect.word.1.link' has no source"));
    EXPECT_THAT(told(with("link = { uniform = [0.5, 0], source = \"x\" }")), HasSubstr("E038"));
    EXPECT_THAT(told(with("link = { uniform = [0, 1], source = \"x\" }\nlink_grade = \"E\"")),
                HasSubstr("'link_grade'"));
    EXPECT_THAT(told(with("link_grade = \"D\"")), HasSubstr("W010: 'link_grade' has no effect"));
    // Where it stands: the line of the link.
    const std::string where = told(with("link = 0.4")), other = told(with("\nlink = 0.4"));
    EXPECT_NE(where.substr(0, where.find(' ')), other.substr(0, other.find(' ')));
}

TEST(Links, OfTheCatalogueAreNotThoseOfAnEntryOfTheSameName) {
    Talk talk;
    talk.more = R"(
[[intervention]]
name = "peace_messaging"
title = "Our own"
summary = "Radio."
strategy = "dissuade"
stages = ["prevention"]
leads = ["un"]
target = "country"
source = "judgement"
outcome = "mobilised"
expected = "falls"
[[intervention.effect]]
lever = "participation"
value = { uniform = [0, 0.1], source = "judgement" }
grade = "D"
[[option]]
name = "radio"
[[option.action]]
name = "one"
intervention = "peace_messaging"
partner = "Envoys"
start = { stage = "prevention" }
)";
    const Loaded loaded = load_talk(talk);
    ASSERT_TRUE(loaded.tables) << told(loaded);
    EXPECT_TRUE(loaded.tables->parameters.contains("effect.peace_messaging.1"));
    EXPECT_FALSE(loaded.tables->parameters.contains("effect.peace_messaging.1.link"));
}

TEST(Links, OfTheCatalogueAreCentredLowAndOnNoHarm) {
    const Catalogue c = read_catalogue();
    std::size_t links = 0;
    for (const Intervention& i : c.interventions)
        for (std::size_t k = 0; k < i.effects.size(); ++k) {
            const std::string name = fmt::format("effect.{}.{}.link", i.name, k + 1);
            ASSERT_EQ(c.numbers.contains(name), i.effects[k].link_grade != 0) << name;
            if (i.effects[k].link_grade == 0) continue;
            ++links;
            const Distribution& link = c.numbers.at(name);
            EXPECT_GE(link.median(), 0.3) << name;
            EXPECT_LE(link.median(), 0.5) << name;
            EXPECT_EQ(link.quantile(0), 0) << name << " may be nothing";
            EXPECT_EQ(i.effects[k].link_grade, 'D') << name;
            EXPECT_FALSE(i.effects[k].side)
                << name << ": a link that shrinks a side effect makes the tool look better";
        }
    EXPECT_GE(links, 8U);
}

}  // namespace
}  // namespace forestall::testing
