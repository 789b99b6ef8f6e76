// SPDX-License-Identifier: Apache-2.0
// The two representations are one process at one person per agent: counts of camps and towns on
// several days, returns, deaths and the traits of those still at home have the same means,
// variances and tails. 6,000 members of each find a difference of means of 0.2 standard deviations
// with chance 1 - 1e-6 at alpha 1e-6 over all comparisons of both modes. Twins with a stated bias
// must be found.
#include <gtest/gtest.h>

#include <array>
#include <utility>

#include "core/samplers.hpp"
#include "engine/state.hpp"
#include "engine/two_samples.hpp"
#include "engine/worlds.hpp"
#include "population/traits.hpp"

namespace forestall {
namespace {

using test::Sample;
using test::Statistic;

constexpr double alpha = 1e-6;
constexpr std::size_t members = 6000;
constexpr std::size_t tests = 2;  ///< endogenous and prescribed

constexpr std::array watched_cells = {std::pair{0u, 0u}, std::pair{1u, 1u}};  ///< (place, group)
constexpr std::size_t per_cell = risk_levels + hardship_levels;

/// People at home of a cell by level of risk aversion, then by level of hardship.
void add_traits(const std::vector<Persons>& bins, std::vector<double>& out) {
    std::array<double, risk_levels> risk{};
    std::array<double, hardship_levels> hardship{};
    for (std::size_t b = 0; b < trait_bins; ++b) {
        risk[b % risk_levels] += static_cast<double>(bins[b]);
        hardship[b / risk_levels] += static_cast<double>(bins[b]);
    }
    out.insert(out.end(), risk.begin(), risk.end());
    out.insert(out.end(), hardship.begin(), hardship.end());
}

enum class Selection { as_is, off };

/// What is compared of one member: after steps 3, 5, 8 and 12 of 12 people sheltered in towns C, D
/// and the camps, and traits at home in two cells; at the end returns and deaths. With selection
/// off, those at home are a fair sample of all who ever lived there.
std::vector<double> numbers(const World& world, std::uint64_t seed, std::uint64_t member,
                            Selection selection) {
    State state(world, seed, member);
    Stream fair(seed, member, 99);
    const std::vector<double> equal(trait_bins, 1.0);
    MemberOutcome out;
    std::vector<double> x;
    for (int step = 1; step <= 12; ++step) {
        state.advance({}, Parallel(), out);
        if (step != 3 && step != 5 && step != 8 && step != 12) continue;
        for (std::uint32_t p = 2; p < 7; ++p)
            x.push_back(static_cast<double>(state.population().sheltered(PlaceId{p})));
        for (const auto& [place, group] : watched_cells) {
            const CellId cell = world.cell(PlaceId{place}, GroupId{group});
            const auto seen = state.population().traits_at_home(cell, fair);
            std::vector<Persons> bins(seen.begin(), seen.end());
            if (selection == Selection::off)
                sample::multinomial(fair, state.population().at_home(cell), equal, bins);
            add_traits(bins, x);
        }
    }
    x.push_back(out[Series::returned].back());
    x.push_back(out[Series::indirect_deaths].back());
    x.push_back(out[Series::in_transit][4]);
    return x;
}

constexpr std::size_t numbers_per_member = 4 * (5 + 2 * per_cell) + 3;
constexpr std::size_t comparisons = tests * numbers_per_member * 4;

Sample sample_of(const WorldTables& tables, std::uint64_t seed,
                 Selection selection = Selection::as_is) {
    const World world = World::build(tables);
    Sample out;
    for (std::uint64_t m = 0; m < members; ++m) out.push_back(numbers(world, seed, m, selection));
    EXPECT_EQ(out.front().size(), numbers_per_member);
    return out;
}

double largest(const std::vector<test::Difference>& all, Statistic statistic) {
    double z = 0;
    for (const auto& d : all)
        if (d.statistic == statistic) z = std::max(z, std::abs(d.z));
    return z;
}

void expect_agreement(const Sample& a, const Sample& b) {
    const double limit = test::critical_z(alpha, comparisons);
    for (const auto& d : test::compare(a, b))
        EXPECT_LT(std::abs(d.z), limit)
            << "number " << d.number << ", statistic " << static_cast<int>(d.statistic);
}

bool found(const Sample& a, const Sample& b, Statistic by) {
    return largest(test::compare(a, b), by) > test::critical_z(alpha, comparisons);
}

WorldTables war(DisplacementMode mode, Representation representation, Persons per_agent = 1) {
    return test::country_at_war({mode, representation, per_agent});
}

TEST(Representations, SampleSizeIsEnoughForTheStatedEffect) {
    EXPECT_LE(test::members_needed(0.2, alpha, comparisons, 1e-6), members);
}

TEST(Representations, AgreeWherePeopleDecideThemselves) {
    constexpr auto mode = DisplacementMode::endogenous;
    const Sample cohort = sample_of(war(mode, Representation::cohort), 1);
    const Sample individual = sample_of(war(mode, Representation::individual), 2);
    expect_agreement(cohort, individual);

    auto faster = war(mode, Representation::individual);
    test::set(faster, "population.leave_rate", 0.05 * 1.03);
    EXPECT_TRUE(found(cohort, sample_of(faster, 2), Statistic::mean)) << "leaving faster by 3 %";
    EXPECT_TRUE(found(cohort, sample_of(war(mode, Representation::individual), 2, Selection::off),
                      Statistic::mean))
        << "who leaves does not depend on traits";
    const Sample in_twos = sample_of(war(mode, Representation::individual, 2), 2);
    EXPECT_TRUE(found(cohort, in_twos, Statistic::variance))
        << "two persons per agent: twice the variance";
    EXPECT_TRUE(found(cohort, in_twos, Statistic::upper_tail));
    EXPECT_TRUE(found(cohort, in_twos, Statistic::lower_tail));
}

TEST(Representations, AgreeWhereTheTotalIsPrescribed) {
    constexpr auto mode = DisplacementMode::prescribed;
    const Sample cohort = sample_of(war(mode, Representation::cohort), 3);
    const Sample individual = sample_of(war(mode, Representation::individual), 4);
    expect_agreement(cohort, individual);

    auto nearer = war(mode, Representation::individual);
    test::set(nearer, "population.distance_reach", 250);
    EXPECT_TRUE(found(cohort, sample_of(nearer, 4), Statistic::mean))
        << "a reach shorter by a sixth";
    EXPECT_TRUE(found(cohort, sample_of(war(mode, Representation::individual), 4, Selection::off),
                      Statistic::mean))
        << "who leaves does not depend on traits";
    EXPECT_TRUE(
        found(cohort, sample_of(war(mode, Representation::individual, 2), 4), Statistic::variance));
}

}  // namespace
}  // namespace forestall
