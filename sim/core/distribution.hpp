// SPDX-License-Identifier: Apache-2.0
// A number that may be uncertain: a constant or a distribution with its source. Sampled by
// inversion, so a draw is monotone in the uniform and in the parameters (paired worlds keep their
// pairing).
#pragma once
#include <array>
#include <cstdint>
#include <string>

namespace forestall {

enum class Shape { constant, uniform, triangular, normal, lognormal, beta };

/// Arguments by shape: constant (value) · uniform (low, high) · triangular (low, mode, high) ·
/// normal (mean, sd) · lognormal (median, sigma of the log) · beta (alpha, beta). Unit: that of the
/// parameter it stands for.
struct Distribution {
    Shape shape = Shape::constant;
    std::array<double, 3> args{};
    std::string source;

    static Distribution constant(double value) { return {Shape::constant, {value, 0, 0}, {}}; }
    bool is_constant() const { return shape == Shape::constant; }
    /// Quantile at u in (0,1).
    double quantile(double u) const;
    /// Median, the value of a "central" run.
    double median() const { return quantile(0.5); }
};

/// Names as scenario files write them; `shape_from_name` returns false for an unknown one.
const char* shape_name(Shape shape);
bool shape_from_name(const std::string& name, Shape& shape);
/// How many arguments a shape takes.
int shape_arity(Shape shape);
/// Empty if the arguments make sense, else what is wrong ("low must not exceed mode").
std::string shape_problem(const Distribution& distribution);

}  // namespace forestall
