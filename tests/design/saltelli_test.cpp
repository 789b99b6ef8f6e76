// SPDX-License-Identifier: Apache-2.0
#include "design/saltelli.hpp"

#include <gtest/gtest.h>

namespace forestall::design {
namespace {

TEST(Saltelli, ExchangesOneInputARow) {
    const Rows rows = saltelli({1, 2, true}, 3);
    ASSERT_EQ(rows.size(), 6U);
    const auto& a = rows[0];
    const auto& b = rows[1];
    EXPECT_EQ(rows[2], (std::vector<double>{b[0], a[1]}));
    EXPECT_EQ(rows[3], (std::vector<double>{a[0], b[1]}));
    EXPECT_EQ(rows[4], (std::vector<double>{a[0], b[1]}));
    EXPECT_EQ(rows[5], (std::vector<double>{b[0], a[1]}));
}

TEST(Saltelli, ItsShapeIsReadOffTheValues) {
    for (const bool second : {false, true}) {
        const auto shape = saltelli_shape(saltelli({8, 5, second}, 1));
        ASSERT_TRUE(shape);
        EXPECT_EQ(shape->base, 8U);
        EXPECT_EQ(shape->inputs, 5U);
        EXPECT_EQ(shape->second, second);
    }
}

TEST(Saltelli, AnotherTableHasNoShape) {
    Rows rows = saltelli({8, 5, false}, 1);
    rows[9][3] += 0x1p-30;
    EXPECT_FALSE(saltelli_shape(rows));
    EXPECT_FALSE(saltelli_shape(Rows(14, std::vector<double>(5, 0.5)))) << "all rows alike";
    EXPECT_FALSE(saltelli_shape({}));
}

TEST(Saltelli, ALongerDesignBeginsWithTheShorter) {
    Rows many = saltelli({16, 3, false}, 1);
    many.resize(std::size_t{8} * 5);
    EXPECT_EQ(many, saltelli({8, 3, false}, 1));
}

}  // namespace
}  // namespace forestall::design
