// SPDX-License-Identifier: Apache-2.0
#include "design/stratum.hpp"

#include <gtest/gtest.h>

namespace forestall::design {
namespace {

const Stratum corner{"corner", 4, {{0, 0.9, 1}, {2, 0, 0.5}}};

TEST(Stratum, HoldsItsPartsOnly) {
    EXPECT_EQ(squeezed({{0.5, 0.3, 0.5}}, corner), (Rows{{0.9 + (1 - 0.9) * 0.5, 0.3, 0.25}}));
}

TEST(Stratum, StaysWithinTheCube) {
    for (const auto& row : squeezed({{1 - 0x1p-53, 0.5, 0x1p-53}}, corner))
        for (const double u : row) {
            EXPECT_GT(u, 0);
            EXPECT_LT(u, 1);
        }
}

TEST(Stratum, WeighsWhatItsPartsAreLikely) {
    EXPECT_DOUBLE_EQ(stratum_weight(corner), 0.05);
    EXPECT_EQ(stratum_weight({}), 1);
}

}  // namespace
}  // namespace forestall::design
