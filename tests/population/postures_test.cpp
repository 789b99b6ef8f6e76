// SPDX-License-Identifier: Apache-2.0
// What civilians do in public: quiet, mobilised, held; and those who take up arms. In both
// representations nobody is lost, and the two follow one law.
#include <gtest/gtest.h>

#include <cmath>

#include "population/population.hpp"
#include "population/scene.hpp"
#include "world/builders.hpp"

namespace forestall {
namespace {

class Postures : public ::testing::TestWithParam<Representation> {
protected:
    static WorldTables tables() {
        WorldTables t = test::two_towns();
        t.settings.representation = GetParam();
        return t;
    }
    test::Scene scene{tables()};
    const CellId cell{0};
    Population& people = scene.people;

    Persons with(Posture p) const { return scene.people.with(p, cell); }
    static BinChances all(double chance) {
        BinChances out;
        out.fill(chance);
        return out;
    }
    DrawAddress address(std::uint32_t step) const { return scene.luck.address(1, 2, step); }
    void expect_everybody() {
        people.check_conservation();
        EXPECT_EQ(with(Posture::quiet) + with(Posture::mobilised) + with(Posture::held),
                  people.at_home(cell));
    }
};
INSTANTIATE_TEST_SUITE_P(Both, Postures,
                         ::testing::Values(Representation::cohort, Representation::individual),
                         [](const auto& i) {
                             return i.param == Representation::cohort ? "cohort" : "individual";
                         });

TEST_P(Postures, ChangeAtChanceOneAndNotAtChanceNought) {
    EXPECT_EQ(with(Posture::quiet), 1000);
    EXPECT_EQ(people.change(cell, Posture::quiet, Posture::mobilised, all(0), address(1)), 0);
    EXPECT_EQ(people.change(cell, Posture::quiet, Posture::mobilised, all(1), address(2)), 1000);
    EXPECT_EQ(with(Posture::mobilised), 1000);
    EXPECT_EQ(people.totals().mobilised, 1000);
    expect_everybody();
    EXPECT_EQ(people.change(cell, Posture::mobilised, Posture::quiet, all(1), address(3)), 1000);
    EXPECT_EQ(with(Posture::quiet), 1000);
}

TEST_P(Postures, OnlyTheBinsThatAreAskedChange) {
    BinChances some{};
    some[3] = 1;
    Stream any(1, 2, 3);
    const Persons of_bin = people.traits_at_home(cell, any)[3];
    EXPECT_EQ(people.change(cell, Posture::quiet, Posture::mobilised, some, address(1)), of_bin);
    EXPECT_EQ(people.traits_at_home(cell, any)[3], 0);
    expect_everybody();
}

TEST_P(Postures, ArrestTakesExactlyThoseWantedAndReleaseLetsThemGo) {
    Stream draw(1, 2, 3);
    people.change(cell, Posture::quiet, Posture::mobilised, all(1), address(1));
    EXPECT_EQ(people.change(cell, Posture::mobilised, Posture::held, 300, draw), 300);
    EXPECT_EQ(people.totals().detained, 300);
    EXPECT_EQ(people.change(cell, Posture::mobilised, Posture::held, 5000, draw), 700)
        << "there are no more";
    EXPECT_EQ(people.change(cell, Posture::held, Posture::quiet, all(1), address(2)), 1000);
    EXPECT_EQ(people.totals().detained, 0);
    expect_everybody();
}

TEST_P(Postures, WhoEnlistsIsNoCivilianAnyMoreAndStaysCounted) {
    Stream draw(1, 2, 3);
    people.change(cell, Posture::quiet, Posture::mobilised, 400, draw);
    EXPECT_EQ(people.enlist(cell, 150, draw), 150);
    EXPECT_EQ(with(Posture::mobilised), 250);
    EXPECT_EQ(people.at_home(cell), 850);
    EXPECT_EQ(people.totals().enlisted, 150);
    expect_everybody();
    EXPECT_EQ(people.enlist(cell, 9999, draw), 250) << "the quiet do not go";
    expect_everybody();
}

TEST_P(Postures, ViolenceHitsTheQuietAndTheMobilisedAlikeAndNotThoseWhoAreHeld) {
    Stream draw(1, 2, 3);
    people.change(cell, Posture::quiet, Posture::mobilised, 500, draw);
    people.change(cell, Posture::mobilised, Posture::held, 250, draw);
    std::vector<Persons> dead(2);
    people.kill(PlaceId{0}, GroupId{0}, 400, draw, dead);
    EXPECT_EQ(dead[0], 400);
    EXPECT_EQ(with(Posture::held), 250) << "behind walls";
    // Hypergeometric with mean 500 - 266.7 and deviation 6.4: five of them (6e-7).
    EXPECT_NEAR(static_cast<double>(with(Posture::quiet)), 233.3, 33);
    expect_everybody();
    people.kill(PlaceId{0}, GroupId{0}, 5000, draw, dead);
    EXPECT_EQ(people.at_home(cell), 250);
    expect_everybody();
}

TEST(PosturesOfBoth, FollowOneLaw) {
    // 1,000 people who change with chance 0.3: mean 300, deviation 14.5. The mean of `members` runs
    // has an error of
    // 14.5 / sqrt(members); 400 make 0.72, so that five errors (6e-7) tell a chance of 0.305 (mean
    // 305) from it.
    constexpr int members = 400;
    const auto mean = [](Representation representation, double chance) {
        WorldTables t = test::two_towns();
        t.settings.representation = representation;
        BinChances all;
        all.fill(chance);
        double sum = 0, squares = 0;
        for (std::uint64_t member = 0; member < members; ++member) {
            test::Scene s(t, test::at_rest(), member);
            const auto n = static_cast<double>(s.people.change(
                CellId{0}, Posture::quiet, Posture::mobilised, all, s.luck.address(1, 2, 3)));
            sum += n, squares += n * n;
        }
        const double m = sum / members;
        EXPECT_NEAR((squares / members - m * m) / (1000 * chance * (1 - chance)), 1,
                    5 * std::sqrt(2.0 / members));
        return m;
    };
    const double error = std::sqrt(1000 * 0.3 * 0.7 / members);
    for (const auto r : {Representation::cohort, Representation::individual}) {
        EXPECT_NEAR(mean(r, 0.3), 300, 5 * error);
        EXPECT_GT(mean(r, 0.31) - 300, 5 * error) << "the twin";
    }
}

}  // namespace
}  // namespace forestall
