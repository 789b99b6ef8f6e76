// SPDX-License-Identifier: Apache-2.0
#include "population/torus.hpp"

#include <gtest/gtest.h>

#include <set>
#include <stdexcept>

namespace forestall {
namespace {

std::set<std::size_t> seen_from(const Torus& torus, std::size_t site) {
    std::set<std::size_t> out;
    for (std::size_t i = 0; i < torus.others(); ++i) out.insert(torus.other(site, i));
    return out;
}

TEST(Torus, NeighbourhoodsHaveTheSizesOfTheirShapes) {
    EXPECT_EQ(Torus(40, 40, 7, Neighbourhood::square).others(), 15U * 15U - 1);
    EXPECT_EQ(Torus(40, 40, 7, Neighbourhood::disc).others(),
              148U);  // Gauss's circle problem: N(7) = 149
    EXPECT_EQ(Torus(40, 40, 7, Neighbourhood::diamond).others(), 2U * 7U * 8U);
    EXPECT_EQ(Torus(40, 40, 7, Neighbourhood::cross).others(), 28U);
}

TEST(Torus, VisionOfOnePointSevenIsTheEightSitesAround) {
    EXPECT_EQ(Torus(40, 40, 1.7, Neighbourhood::disc).others(), 8U);
    EXPECT_EQ(Torus(40, 40, 1.7, Neighbourhood::square).others(), 8U);
    EXPECT_EQ(Torus(40, 40, 1.7, Neighbourhood::diamond).others(), 4U);
}

TEST(Torus, WhoSeesIsSeenAndNobodyTwiceAcrossTheEdges) {
    for (const auto shape : {Neighbourhood::square, Neighbourhood::disc, Neighbourhood::diamond,
                             Neighbourhood::cross}) {
        const Torus torus(7, 9, 3, shape);
        for (std::size_t site = 0; site < torus.sites(); ++site) {
            const auto seen = seen_from(torus, site);
            EXPECT_EQ(seen.size(), torus.others());
            EXPECT_FALSE(seen.contains(site));
            for (const std::size_t other : seen)
                EXPECT_TRUE(seen_from(torus, other).contains(site));
        }
    }
}

TEST(Torus, EdgesMeet) {
    const Torus torus(5, 4, 1, Neighbourhood::cross);
    EXPECT_EQ(seen_from(torus, 0), (std::set<std::size_t>{1, 4, 5, 15}));
}

TEST(Torus, RefusesToSeeASiteTwice) {
    EXPECT_THROW(Torus(14, 40, 7, Neighbourhood::disc), std::invalid_argument);
    EXPECT_NO_THROW(Torus(15, 15, 7, Neighbourhood::disc));
}

}  // namespace
}  // namespace forestall
