// SPDX-License-Identifier: Apache-2.0
// Names that people can type, read and tell apart.
#include "scenario/names.hpp"

#include <gtest/gtest.h>

#include "scenario/hostile.hpp"

namespace forestall::testing {
namespace {

using namespace hostile;

constexpr const char* composed = "B\u00E9sh";
constexpr const char* loose = "Be\u0301sh";

TEST(FoldedName, IsEqualForNamesThatLookAlike) {
    EXPECT_EQ(folded_name(composed), folded_name(loose));
    EXPECT_EQ(folded_name("ARU"), folded_name("Aru"));
    EXPECT_EQ(folded_name("\u00C9tat"), folded_name("\u00E9tat"));
    EXPECT_EQ(folded_name("Camp  Besh "), folded_name("Camp Besh"));
    EXPECT_EQ(folded_name("Camp\u00A0Besh"), folded_name("Camp Besh"));
    EXPECT_NE(folded_name("Besh"), folded_name(composed));
    EXPECT_NE(folded_name("Camp 1"), folded_name("Camp 2"));
}

TEST(NameProblem, IsFoundWhereNobodySeesIt) {
    EXPECT_EQ(name_problem("a\u202Eb"), "an invisible character (U+202E)");
    EXPECT_EQ(name_problem("a\u200Bb"), "an invisible character (U+200B)");
    EXPECT_EQ(name_problem("a\x1B[2Jb"), "an invisible character (U+001B)");
    EXPECT_EQ(name_problem("a\nb"), "an invisible character (U+000A)");
    EXPECT_EQ(name_problem(" a"), "a blank at its start or end");
    EXPECT_EQ(name_problem("a\u00A0"), "a blank at its start or end");
    EXPECT_EQ(name_problem(times(201, "x")), "more than 200 characters");
}

TEST(NameProblem, IsNoneInAnyScript) {
    for (const char* name :
         {"Aru", "\u00DCn\u00EF", "\u062D\u0644\u0628",
          "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", "\u0915\u094D\u200D\u0937", "=cmd",
          "it's <b>", "#5 Besh", "\u5317\u4EAC"})
        EXPECT_FALSE(name_problem(name)) << name;
}

TEST(Names, ThatCannotBeToldApartAreRefused) {
    const auto place = [](const std::string& name) {
        return changed("locations.csv",
                       [&](const std::string& s) { return s + name + ",Aru,0,1.5,settlement,\n"; });
    };
    EXPECT_NE(told(load(place("MILL")))
                  .find("locations.csv:5:1: error E067: place 'MILL' looks the same as 'Mill'; "
                        "rename one of them"),
              std::string::npos);
    auto twins = place(composed);
    twins["locations.csv"] += std::string(loose) + ",Aru,0,1.6,settlement,\n";
    EXPECT_NE(told(load(twins)).find("differs from another only in how its accents are encoded"),
              std::string::npos);
    EXPECT_NE(
        told(load(with_toml("[[group]]\nname = \"HIGHLANDERS\"\n"))).find("error E067: group"),
        std::string::npos);
    EXPECT_NE(told(load(with_toml("[[actor]]\nname = \"army of aru\"\nkind = \"militia\"\n")))
                  .find("error E067: actor"),
              std::string::npos);
    EXPECT_NE(told(load(with_toml("[[option]]\nname = \"a\"\n[[option]]\nname = \"A\"\n")))
                  .find("error E067: option"),
              std::string::npos);
}

TEST(Names, OfCountriesThatDifferInCapitalsAreRefusedSinceOneWouldBeAbroad) {
    const Loaded loaded = load(changed(
        "locations.csv", [](const std::string& s) { return replaced(s, "Mill,Aru", "Mill,ARU"); }));
    EXPECT_NE(
        told(loaded).find("locations.csv:3:6: error E067: country 'ARU' looks the same as 'Aru'"),
        std::string::npos)
        << told(loaded);
}

TEST(Names, ThatAreUnknownForTheirEncodingOrCapitalsSaySo) {
    auto files = changed("locations.csv", [](const std::string& s) {
        return s + composed + std::string(",Aru,0,1.5,settlement,\n");
    });
    files["routes.csv"] += std::string("Mill,") + loose + ",120\n";
    EXPECT_NE(told(load(files))
                  .find("it is declared with its accents encoded differently, which looks the "
                        "same: copy the "
                        "name from there"),
              std::string::npos);
    files = two_rivers();
    files["routes.csv"] += "mILL,Camp Besh,120\n";
    EXPECT_NE(told(load(files)).find("unknown place 'mILL'; did you mean 'Mill'?"),
              std::string::npos);
}

TEST(Names, WithInvisibleCharactersAreRefused) {
    EXPECT_NE(
        told(load(with_toml("[[group]]\nname = \"High\\u202Elanders\"\n"))).find(": error E068: "),
        std::string::npos);
    const auto blank = changed("locations.csv", [](const std::string& s) {
        return replaced(s, "Camp Besh", "\"Camp \"");
    });
    EXPECT_NE(told(load(blank)).find("has a blank at its start or end"), std::string::npos);
}

TEST(OptionNames, ThatCannotBeAskedForAreRefused) {
    for (const std::string& name :
         std::vector<std::string>{"all", "none", "talks, then wait", "mediation@stage+13w"}) {
        auto files = two_rivers();
        files["options/" + name + ".toml"] = "title = \"An option\"\n";
        const std::string text = told(load(files));
        EXPECT_NE(text.find("options/" + name +
                            ".toml:1:1: error E068: an option cannot be called '" + name + "'"),
                  std::string::npos)
            << text;
    }
    for (const std::string& name :
         std::vector<std::string>{"=cmd", "it's <b>", "\u00DCn\u00EF", "a+b"}) {
        auto files = two_rivers();
        files["options/" + name + ".toml"] = "title = \"An option\"\n";
        EXPECT_EQ(told(load(files)).find("E068"), std::string::npos) << told(load(files));
    }
}

TEST(Titles, WithCharactersThatTurnTextAreWarnedOf) {
    auto files = two_rivers();
    files["options/a.toml"] = "title = \"A \\u202Eb\"\n";
    EXPECT_NE(
        told(load(files))
            .find(
                "options/a.toml:1:9: warning W014: the title has an invisible character (U+202E)"),
        std::string::npos)
        << told(load(files));
}

}  // namespace
}  // namespace forestall::testing
