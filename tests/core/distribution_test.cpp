// SPDX-License-Identifier: Apache-2.0
#include "core/distribution.hpp"

#include <gtest/gtest.h>

#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <cmath>

namespace forestall {
namespace {

const double kUniforms[] = {1e-12, 1e-6, 0.01, 0.2, 0.5, 0.75, 0.99, 0.999999};

TEST(Distribution, BetaBracketsItsUniformToTwelveDigits) {
    for (const double a : {0.05, 0.5, 1.0, 2.0, 7.5, 60.0, 3000.0})
        for (const double b : {0.1, 1.0, 3.0, 20.0, 900.0})
            for (const double u : kUniforms) {
                const double x = Distribution({Shape::beta, {a, b, 0}, {}}).quantile(u);
                EXPECT_LE(boost::math::ibeta(a, b, x * (1 - 1e-12)), u * (1 + 1e-12))
                    << a << " " << b << " " << u;
                EXPECT_GE(boost::math::ibeta(a, b, std::fmin(1, x * (1 + 1e-12))), u * (1 - 1e-12))
                    << a << " " << b << " " << u;
            }
}

TEST(Distribution, TriangularAndLognormalMatchBoost) {
    for (const double u : kUniforms) {
        const Distribution triangular{Shape::triangular, {-1, 2, 7}, {}};
        EXPECT_NEAR(triangular.quantile(u),
                    quantile(boost::math::triangular_distribution<double>(-1, 2, 7), u), 1e-13);
        const Distribution lognormal{Shape::lognormal, {3, 0.4, 0}, {}};
        const double truth =
            quantile(boost::math::lognormal_distribution<double>(std::log(3.0), 0.4), u);
        EXPECT_NEAR(lognormal.quantile(u), truth, 1e-13 * truth);
    }
}

TEST(Distribution, EveryShapeIsMonotoneInTheUniform) {
    for (const Distribution& d :
         {Distribution::constant(4), Distribution{Shape::uniform, {-2, 3, 0}, {}},
          Distribution{Shape::triangular, {1, 1, 2}, {}},
          Distribution{Shape::normal, {0, 2, 0}, {}}, Distribution{Shape::lognormal, {1, 2, 0}, {}},
          Distribution{Shape::beta, {0.3, 4, 0}, {}}}) {
        EXPECT_EQ(shape_problem(d), "");
        double before = -1e300;
        for (int i = 1; i < 500; ++i) {
            const double x = d.quantile(i / 500.0);
            ASSERT_GE(x, before) << shape_name(d.shape);
            before = x;
        }
    }
}

TEST(Distribution, MediansAreWhatTheArgumentsSay) {
    EXPECT_EQ(Distribution::constant(4).median(), 4);
    EXPECT_EQ((Distribution{Shape::uniform, {2, 4, 0}, {}}.median()), 3);
    EXPECT_EQ((Distribution{Shape::normal, {2, 9, 0}, {}}.median()), 2);
    EXPECT_EQ((Distribution{Shape::lognormal, {2, 9, 0}, {}}.median()), 2);
    EXPECT_EQ((Distribution{Shape::triangular, {5, 5, 5}, {}}.median()), 5);
    EXPECT_NEAR((Distribution{Shape::beta, {3, 3, 0}, {}}.median()), 0.5, 1e-14);
}

TEST(Shape, NamesGoThereAndBack) {
    for (const Shape shape : {Shape::constant, Shape::uniform, Shape::triangular, Shape::normal,
                              Shape::lognormal, Shape::beta}) {
        Shape back = Shape::constant;
        EXPECT_TRUE(shape_from_name(shape_name(shape), back));
        EXPECT_EQ(back, shape);
        EXPECT_GE(shape_arity(shape), 1);
    }
    Shape kept = Shape::beta;
    EXPECT_FALSE(shape_from_name("gauss", kept));
    EXPECT_EQ(kept, Shape::beta);
}

TEST(ShapeProblem, NamesWhatIsWrong) {
    const auto problem = [](Shape shape, std::array<double, 3> args) {
        return shape_problem({shape, args, {}});
    };
    EXPECT_EQ(problem(Shape::uniform, {3, 2, 0}), "low must not exceed high");
    EXPECT_EQ(problem(Shape::triangular, {3, 2, 4}), "low must not exceed mode");
    EXPECT_EQ(problem(Shape::triangular, {1, 5, 4}), "mode must not exceed high");
    EXPECT_EQ(problem(Shape::normal, {1, -1, 0}), "sd must not be negative");
    EXPECT_EQ(problem(Shape::lognormal, {0, 1, 0}), "median must be greater than 0");
    EXPECT_EQ(problem(Shape::lognormal, {1, -1, 0}), "sigma must not be negative");
    EXPECT_EQ(problem(Shape::beta, {0, 1, 0}), "alpha and beta must be at least 0.001");
    EXPECT_EQ(problem(Shape::beta, {1, 1e7, 0}), "alpha and beta must not exceed 1000000");
    EXPECT_EQ(problem(Shape::constant, {NAN, 0, 0}), "every argument must be a finite number");
    EXPECT_EQ(problem(Shape::constant, {1, NAN, NAN}), "");
}

}  // namespace
}  // namespace forestall
