// SPDX-License-Identifier: Apache-2.0
#include "core/distribution.hpp"

#include <bit>
#include <cmath>

#include "core/math.hpp"
#include "core/samplers.hpp"
#include "core/special.hpp"

namespace forestall {
namespace {

struct ShapeInfo {
    Shape shape;
    const char* name;
    int arity;
};
constexpr std::array<ShapeInfo, 6> kShapes = {{{Shape::constant, "constant", 1},
                                               {Shape::uniform, "uniform", 2},
                                               {Shape::triangular, "triangular", 3},
                                               {Shape::normal, "normal", 2},
                                               {Shape::lognormal, "lognormal", 2},
                                               {Shape::beta, "beta", 2}}};

const ShapeInfo& info(Shape shape) { return kShapes[static_cast<std::size_t>(shape)]; }

double triangular_quantile(double u, double low, double mode, double high) {
    const double width = high - low;
    if (width <= 0) return low;
    const double at_mode = (mode - low) / width;
    if (u < at_mode) return low + std::sqrt(u * width * (mode - low));
    return high - std::sqrt((1 - u) * width * (high - mode));
}

/// Bisection over the bit patterns of [0, 1]: full relative accuracy near 0, and monotone in u by
/// construction.
double beta_quantile(double u, double alpha, double beta) {
    auto below = std::bit_cast<std::uint64_t>(0.0);
    auto above = std::bit_cast<std::uint64_t>(1.0);
    while (above - below > 1) {
        const std::uint64_t middle = below + (above - below) / 2;
        (math::incomplete_beta(alpha, beta, std::bit_cast<double>(middle)) < u ? below : above) =
            middle;
    }
    return std::bit_cast<double>(above);
}

std::string beta_problem(double alpha, double beta) {
    constexpr double least = 1e-3;
    constexpr double most = 1e6;
    if (alpha < least || beta < least) return "alpha and beta must be at least 0.001";
    if (alpha > most || beta > most) return "alpha and beta must not exceed 1000000";
    return "";
}

}  // namespace

double Distribution::quantile(double u) const {
    switch (shape) {
        case Shape::constant:
            return args[0];
        case Shape::uniform:
            return args[0] * (1 - u) + args[1] * u;
        case Shape::triangular:
            return triangular_quantile(u, args[0], args[1], args[2]);
        case Shape::normal:
            return args[0] + args[1] * sample::normal(u);
        case Shape::lognormal:
            return args[0] * math::exp(args[1] * sample::normal(u));
        case Shape::beta:
            return beta_quantile(u, args[0], args[1]);
    }
    return args[0];
}

const char* shape_name(Shape shape) { return info(shape).name; }

bool shape_from_name(const std::string& name, Shape& shape) {
    for (const ShapeInfo& candidate : kShapes) {
        if (name != candidate.name) continue;
        shape = candidate.shape;
        return true;
    }
    return false;
}

int shape_arity(Shape shape) { return info(shape).arity; }

std::string shape_problem(const Distribution& distribution) {
    const auto& [a, b, c] = distribution.args;
    for (int i = 0; i < shape_arity(distribution.shape); ++i)
        if (!std::isfinite(distribution.args[static_cast<std::size_t>(i)]))
            return "every argument must be a finite number";
    switch (distribution.shape) {
        case Shape::constant:
            return "";
        case Shape::uniform:
            return a > b ? "low must not exceed high" : "";
        case Shape::triangular:
            if (a > b) return "low must not exceed mode";
            return b > c ? "mode must not exceed high" : "";
        case Shape::normal:
            return b < 0 ? "sd must not be negative" : "";
        case Shape::lognormal:
            if (a <= 0) return "median must be greater than 0";
            return b < 0 ? "sigma must not be negative" : "";
        case Shape::beta:
            return beta_problem(a, b);
    }
    return "";
}

}  // namespace forestall
