// SPDX-License-Identifier: Apache-2.0
#include "core/random.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace forestall {
namespace {

using ::testing::ElementsAre;

TEST(Philox, MatchesTheKnownAnswersOfRandom123) {
    EXPECT_THAT(philox_block({0, 0, 0}, 0),
                ElementsAre(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8));
    constexpr std::uint64_t ones = ~std::uint64_t{0};
    EXPECT_THAT(philox_block({ones, ones, 0xffffffff}, 0xffffffff),
                ElementsAre(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd));
    // Digits of pi: counter 243f6a88 85a308d3 13198a2e 03707344, key a4093822 299f31d0.
    EXPECT_THAT(philox_block({0x299f31d0a4093822, 0x85a308d3243f6a88, 0x13198a2e}, 0x03707344),
                ElementsAre(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1));
}

TEST(Stream, GivesTheCommittedDraws) {
    Stream s = Luck(2024, 17).stream(process("population.leave"), name_hash("Bangui"), 42);
    EXPECT_EQ(s.bits(), 7957377092698643896U);
    EXPECT_EQ(s.bits(), 3918032745853537546U);
    EXPECT_EQ(s.bits(), 2859371285088937551U);
    EXPECT_EQ(s.uniform(), 0x1.389a5684d5ae7p-1);
    EXPECT_EQ(s.below(1000), 62U);
}

TEST(Stream, UniformsAreStrictlyInsideTheUnitInterval) {
    const std::uint64_t most = ~std::uint64_t{0};
    EXPECT_EQ(Stream::to_unit(0), 0x1p-53);
    EXPECT_EQ(Stream::to_unit(most), 1 - 0x1p-53);
    EXPECT_EQ(Stream::to_unit(0) + Stream::to_unit(most), 1);
    Stream s(1, 2, 3);
    for (int i = 0; i < 10000; ++i) {
        const double u = s.uniform();
        const double steps = u * 0x1p53;
        ASSERT_EQ(steps, std::floor(steps));
        ASSERT_EQ(std::fmod(steps, 2.0), 1) << "an odd multiple of 2^-53";
        ASSERT_EQ(1 - (1 - u), u);
    }
}

TEST(Stream, ACopyKeepsThePositionAndDrawsTheSame) {
    Stream a(1, 2, 3);
    a.bits();
    Stream b = a;
    for (int i = 0; i < 9; ++i) EXPECT_EQ(a.bits(), b.bits());
}

TEST(Stream, EveryPartOfTheAddressMatters) {
    const Luck luck(7, 8);
    std::set<std::uint64_t> first;
    for (Stream s : {luck.stream(1, 2, 3), luck.stream(2, 1, 3), luck.stream(1, 2, 4),
                     luck.stream(1, 3, 3), Luck(8, 7).stream(1, 2, 3), Luck(7, 9).stream(1, 2, 3)})
        first.insert(s.bits());
    EXPECT_EQ(first.size(), 6U);
}

TEST(StreamBelow, StaysBelowAndReachesBothEnds) {
    Stream s(4, 5, 6);
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 500; ++i) seen.insert(s.below(6));
    EXPECT_EQ(seen, (std::set<std::uint64_t>{0, 1, 2, 3, 4, 5}));
    EXPECT_EQ(s.below(1), 0U);
}

TEST(StreamBelow, RejectsWhatWouldBeBiased) {
    // For n = 2^63 + 1 a plain multiply-shift gives every second number a double chance: even ones
    // with 2/3.
    const std::uint64_t n = (std::uint64_t{1} << 63) + 1;
    Stream s(4, 5, 7);
    int even = 0;
    constexpr int draws = 40000;  // 2/3 instead of 1/2 would be 66 standard deviations away
    for (int i = 0; i < draws; ++i) {
        const std::uint64_t x = s.below(n);
        ASSERT_LT(x, n);
        even += x % 2 == 0 ? 1 : 0;
    }
    EXPECT_LT(std::fabs(even - draws / 2.0), 4.9 * std::sqrt(draws / 4.0));  // alpha = 1e-6
}

TEST(Luck, IsRedrawnInOneProcessAndNoOther) {
    const Luck luck(7, 8), other = luck.redrawn(process("a"), 3);
    EXPECT_EQ(luck.stream(process("b"), 1, 2).bits(), other.stream(process("b"), 1, 2).bits());
    EXPECT_NE(luck.stream(process("a"), 1, 2).bits(), other.stream(process("a"), 1, 2).bits());
    EXPECT_NE(luck.redrawn(process("a"), 4).stream(process("a"), 1, 2).bits(),
              other.stream(process("a"), 1, 2).bits());
    EXPECT_EQ(luck.key(), other.key());
}

TEST(Mix, IsOneToOneInItsSecondArgumentAndNotCommutative) {
    std::set<std::uint64_t> seen;
    for (std::uint64_t b = 0; b < 20000; ++b) seen.insert(mix(99, b));
    EXPECT_EQ(seen.size(), 20000U);
    EXPECT_NE(mix(1, 2), mix(2, 1));
}

TEST(Process, IsADigestAtCompileTime) {
    static_assert(process("a.b") != process("a.c"));
    static_assert(process("") != process("a"));
    EXPECT_EQ(name_hash("Bangui"), name_hash(std::string("Bangui")));
}

}  // namespace
}  // namespace forestall
