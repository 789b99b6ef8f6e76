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

TEST(Stratum, WarnsOfOverlapsAndGaps) {
    const Stratum low{"low", 1, {{0, 0, 0.5}}};
    const Stratum high{"high", 1, {{0, 0.5, 1}}};
    const Stratum corner{"corner", 1, {{0, 0.4, 1}, {1, 0, 0.1}}};
    EXPECT_EQ(strata_warning({}), "");
    EXPECT_EQ(strata_warning({low, high}), "");
    EXPECT_EQ(strata_warning({low, corner}), "strata overlap: low and corner");
    EXPECT_EQ(strata_warning({high}), "strata leave out 50 % of the probability");
    EXPECT_EQ(strata_warning({{"all", 1, {}}, low}), "strata overlap: all and low");
}

}  // namespace
}  // namespace forestall::design
