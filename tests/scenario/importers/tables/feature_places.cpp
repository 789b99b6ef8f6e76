// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/feature_places.hpp"

#include <gtest/gtest.h>

#include <string>

#include "scenario/csv.hpp"

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

TEST(TextPositions, AreThoseThatLocateFindsInAnyOrder) {
    const std::string text = "ab\n\xC3\xA9x\n\n{}";
    TextPositions positions("f", text);
    for (const std::size_t offset : {0, 1, 3, 5, 6, 7, 8, 9, 2, 8}) {
        int line = 0;
        int column = 0;
        locate(text, offset, line, column);
        const SourcePosition at = positions.at(offset);
        EXPECT_EQ(at.line, line) << offset;
        EXPECT_EQ(at.column, column) << offset;
    }
}

}  // namespace
}  // namespace forestall::testing
