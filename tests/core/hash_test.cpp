// SPDX-License-Identifier: Apache-2.0
#include "core/hash.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace forestall {
namespace {

template <class F>
std::uint64_t digest(const F& feed) {
    StateHash hash;
    feed(hash);
    return hash.digest();
}

TEST(StateHash, GivesTheCommittedDigest) {
    EXPECT_EQ(to_hex(digest([](StateHash& h) {
                  h.add(1.5);
                  h.add(std::uint32_t{7});
                  h.add("Bangui");
                  h.add_range(std::vector<std::int64_t>{1, -2, 3});
              })),
              "7382084c2c5df7dc");
}

TEST(StateHash, SeesTheSignOfZeroAndTheBordersBetweenRanges) {
    EXPECT_NE(digest([](StateHash& h) { h.add(0.0); }), digest([](StateHash& h) { h.add(-0.0); }));
    EXPECT_NE(digest([](StateHash& h) { h.add("ab"), h.add("c"); }),
              digest([](StateHash& h) { h.add("a"), h.add("bc"); }));
    EXPECT_NE(digest([](StateHash& h) { h.add_range(std::vector<int>{}); }),
              digest([](StateHash&) {}));
}

TEST(StateHash, DoesNotDependOnHowBytesAreCut) {
    const std::vector<std::uint8_t> bytes(1000, 42);
    EXPECT_EQ(digest([&](StateHash& h) { h.bytes(bytes.data(), 1000); }), digest([&](StateHash& h) {
                  h.bytes(bytes.data(), 333);
                  h.bytes(bytes.data() + 333, 667);
              }));
}

TEST(ToHex, HasSixteenDigits) { EXPECT_EQ(to_hex(255), "00000000000000ff"); }

}  // namespace
}  // namespace forestall
