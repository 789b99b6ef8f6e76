// SPDX-License-Identifier: Apache-2.0
#include "analysis/facts/facts.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>

#include "analysis/facts/measures.hpp"
#include "core/samplers.hpp"

namespace forestall::analysis {
namespace {

/// Three years of independent events with power-law sizes.
History independent_events(double exponent, std::uint64_t seed) {
    Stream stream(seed, process("test.facts"), 0);
    History h;
    h.days = 1100;
    for (int i = 0; i < 600; ++i) {
        Occurrence o;
        o.first = o.last = static_cast<int>(stream.below(1100));
        o.latitude = 4 * stream.uniform();
        o.longitude = 4 * stream.uniform();
        o.deaths = sample::discrete_pareto(stream.uniform(), exponent, 1, 100'000);
        h.events.push_back(o);
    }
    return h;
}

const FactLine& line(const std::vector<FactLine>& lines, Fact fact) {
    return lines[static_cast<std::size_t>(fact)];
}

TEST(FactSpecs, HaveDifferentNamesAndTargetsInOrder) {
    std::set<std::string_view> names;
    EXPECT_EQ(fact_specs().size(), fact_count);
    for (const FactSpec& s : fact_specs()) {
        EXPECT_TRUE(names.insert(s.name).second) << s.name;
        EXPECT_FALSE(s.meaning.empty() || s.source.empty()) << s.name;
        EXPECT_EQ(std::isnan(s.target_lo), std::isnan(s.target_hi)) << s.name;
        EXPECT_FALSE(s.target_lo > s.target_hi) << s.name;
    }
}

TEST(FactTable, JudgesWhatItWasGiven) {
    const std::vector<History> members{independent_events(2.5, 1), independent_events(2.5, 2)};
    const std::vector<History> observed{independent_events(2.5, 3)};
    const auto lines = fact_table(members, observed, Parallel(), {.resamples = 30});
    EXPECT_EQ(line(lines, Fact::event_size_exponent).verdict, Verdict::inside);
    EXPECT_EQ(line(lines, Fact::event_size_exponent).measured, 2U);
    EXPECT_LT(line(lines, Fact::event_size_exponent).observed.lo,
              line(lines, Fact::event_size_exponent).observed.hi);
    EXPECT_EQ(line(lines, Fact::burstiness).verdict, Verdict::outside);
    EXPECT_EQ(line(lines, Fact::clustering).verdict, Verdict::outside);
    EXPECT_EQ(line(lines, Fact::zone_contrast).verdict, Verdict::not_measured);
    EXPECT_EQ(line(lines, Fact::gini_cell_months).verdict, Verdict::no_target);
    EXPECT_TRUE(std::isnan(line(lines, Fact::zero_country_months).observed.value));
}

TEST(FactTable, KeepsItsLinesWithoutEventsOrFiles) {
    const auto lines = fact_table(std::vector<History>(3), {}, Parallel());
    ASSERT_EQ(lines.size(), fact_count);
    for (const FactLine& l : lines) {
        EXPECT_TRUE(std::isnan(l.simulated.value)) << l.spec->name;
        EXPECT_NE(l.verdict, Verdict::inside) << l.spec->name;
    }
}

TEST(FactTable, IsTheSameHoweverParallel) {
    std::vector<History> members;
    for (std::uint64_t m = 0; m < 5; ++m) members.push_back(independent_events(2.2, m));
    const auto one = fact_table(members, members, Parallel(), {.resamples = 10});
    const auto many =
        fact_table(members, members, Parallel(Backend::jthread, 3, 9), {.resamples = 10});
    for (std::size_t f = 0; f < fact_count; ++f)
        for (const auto part : {&Estimate::value, &Estimate::lo, &Estimate::hi}) {
            const double a = one[f].observed.*part;
            const double b = many[f].observed.*part;
            EXPECT_TRUE(a == b || (std::isnan(a) && std::isnan(b))) << one[f].spec->name;
        }
}

TEST(FactTable, LooksAtDataAsCoarselyAsAtTheMembers) {
    History weekly = independent_events(2.5, 1);
    weekly.bin_days = 7;
    const std::vector<History> data{independent_events(2.5, 2)};
    std::vector<History> data_by_week = data;
    data_by_week[0].bin_days = 7;
    const auto a = fact_table(std::vector{weekly}, data, Parallel(), {.resamples = 0});
    EXPECT_EQ(line(a, Fact::burstiness).observed.value,
              measure(data_by_week[0], 0, 1)[static_cast<std::size_t>(Fact::burstiness)].value);
}

}  // namespace
}  // namespace forestall::analysis
