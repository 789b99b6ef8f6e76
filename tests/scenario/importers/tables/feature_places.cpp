// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/feature_places.hpp"

#include <gtest/gtest.h>

#include <string>

namespace forestall::testing {
namespace {

using Places = std::vector<std::size_t>;

TEST(FeaturePlaces, AreThoseOfTheListAndOfNoOther) {
    EXPECT_EQ(feature_places(R"({"features":[{"a":1}, {"features":[1,2]}],"x":[3,4]})"),
              (Places{13, 22}));
    EXPECT_EQ(feature_places(R"({"x":{"features":[{}]},"features":[ ]})"), Places{});
    EXPECT_EQ(feature_places("{}"), Places{});
}

TEST(FeaturePlaces, AreNotLedAstrayByTextThatLooksLikeJson) {
    EXPECT_EQ(feature_places(R"({"n":"\"features\":[{","features":["],{",{}]})"), (Places{35, 41}));
}

}  // namespace
}  // namespace forestall::testing
