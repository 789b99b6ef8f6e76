// SPDX-License-Identifier: Apache-2.0
// The clearest directions of docs/methods/directions.md in short form. Sizes from the long form,
// whose rows are more than z standard errors from nothing with 400 pairs: such a row needs 400
// (4.75 + 5.6)^2 / z^2 of them for alpha 1e-6 one-sided and a chance below 1e-8 of missing it: 150
// for z = 17 (mediation), 120 for z = 19 (aid).
#include "validation/directions.hpp"

#include <gtest/gtest.h>

namespace forestall::test {
namespace {

constexpr double one_in_a_million = 4.75;

double z_of(std::string_view intervention, std::string_view measure, std::size_t members) {
    for (const Direction& d : directions())
        if (d.intervention == intervention && d.measure_name == measure)
            return effect_of(d, members, Parallel(Backend::tbb, 2), 11).z;
    throw std::out_of_range(std::string(intervention));
}

TEST(Directions, MediationMakesTruces) {
    EXPECT_GT(z_of("mediation", "ceasefires and agreements", 150), one_in_a_million);
}

TEST(Directions, HumanitarianAidKeepsPeopleInShelterAlive) {
    EXPECT_LT(z_of("humanitarian_aid", "indirect deaths", 120), -one_in_a_million);
}

TEST(Directions, AnActionInBothArmsMakesNoDifference) {
    Direction d = directions().front();
    d.without = d.with;
    EXPECT_EQ(effect_of(d, 6, Parallel(), 11).z, 0);
}

TEST(Directions, EveryEntryWithASignIsTried) {
    std::set<std::string> tried;
    for (const Direction& d : directions())
        if (d.sign != 0) tried.insert(d.intervention);
    for (const Intervention& i : read_catalogue().interventions) {
        EXPECT_TRUE(i.sign == 0 || tried.contains(i.name)) << i.name;
    }
}

}  // namespace
}  // namespace forestall::test
