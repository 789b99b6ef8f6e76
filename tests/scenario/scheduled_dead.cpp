// SPDX-License-Identifier: Apache-2.0
// Scheduled dead of people who do not live where they are to die.
#include <gtest/gtest.h>

#include "scenario/hostile.hpp"

namespace forestall::testing {
namespace {

ScenarioFiles with_violence(const std::string& rows) {
    auto files = two_rivers();
    files["scenario.toml"] += "[[group]]\nname = \"Lowlanders\"\n";
    files["populations.csv"] += "Mill,Lowlanders,500\n";
    files["violence.csv"] = "first,last,location,kind,target,deaths,source\n" + rows;
    return files;
}

TEST(ScheduledDead, OfAGroupThatDoesNotLiveThereAreWarnedOf) {
    EXPECT_EQ(told(load(with_violence("2030-01-02,2030-01-05,Ford,one_sided,Lowlanders,120,s\n"))),
              "violence.csv:2:1: warning W012: 120 are to be killed at 'Ford', where no people of "
              "'Lowlanders' live; only "
              "those who have fled there can die: check location and target, or leave the target "
              "blank\n");
}

TEST(ScheduledDead, AbroadAreWarnedOf) {
    EXPECT_EQ(told(load(with_violence("2030-01-02,2030-01-05,Camp Besh,one_sided,,120,s\n"))),
              "violence.csv:2:1: warning W012: 120 are to be killed at 'Camp Besh', where no "
              "people live; only those who "
              "have fled there can die: check location and target, or leave the target blank\n");
}

TEST(ScheduledDead, BeyondThoseWhoLiveThereAreWarnedOfAtTheRowThatPassesThem) {
    EXPECT_EQ(told(load(with_violence("2030-01-02,2030-01-05,Mill,one_sided,Lowlanders,400,s\n"
                                      "2030-01-03,2030-01-05,Mill,one_sided,Lowlanders,150,s\n"
                                      "2030-01-04,2030-01-05,Mill,one_sided,Lowlanders,150,s\n"))),
              "violence.csv:3:1: warning W013: with this row 550 people of 'Lowlanders' are to be "
              "killed at 'Mill', where "
              "500 live; check the numbers of both\n");
    EXPECT_EQ(told(load(with_violence("2030-01-02,2030-01-05,Mill,battle,,2501,s\n"))),
              "violence.csv:2:1: warning W013: with this row 2501 people are to be killed at "
              "'Mill', where 2500 live; "
              "check the numbers of both\n");
}

TEST(ScheduledDead, WhoLiveThereAreNotWarnedOf) {
    EXPECT_EQ(told(load(with_violence("2030-01-02,2030-01-05,Mill,one_sided,Lowlanders,500,s\n"
                                      "2030-01-02,2030-01-05,Mill,battle,,2000,s\n"
                                      "2030-01-02,2030-01-05,Camp Besh,battle,,0,s\n"))),
              "");
}

TEST(ScheduledDead, AreNotLookedAtWhereViolenceIsEndogenous) {
    auto files = with_violence("2030-01-02,2030-01-05,Ford,one_sided,Lowlanders,120,s\n");
    files["scenario.toml"] = hostile::replaced(files["scenario.toml"], "kind = \"government\"\n",
                                               "kind = \"government\"\nfighters = 10\n") +
                             "[violence]\nmode = \"endogenous\"\n";
    EXPECT_EQ(told(load(files)), "");
}

}  // namespace
}  // namespace forestall::testing
