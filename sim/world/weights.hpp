// SPDX-License-Identifier: Apache-2.0
// Rule: weights that decide are not known. What is left of their priors beside the patterns is a
// table of rows; a member draws one row. docs/methods/posterior.md
// Source: calibration, see there. Reads sim/world/weights.csv, which the build puts into the
// program.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/parameter.hpp"
#include "core/random.hpp"
#include "world/world.hpp"

namespace forestall {

/// Rows of a posterior: a value of each parameter named. Without rows nothing is drawn.
struct WeightRows {
    std::vector<std::string_view> names;
    std::vector<double> values;  ///< [row][name]
    std::size_t rows() const { return names.empty() ? 0 : values.size() / names.size(); }
    std::span<const double> row(std::size_t at) const {
        return std::span(values).subspan(at * names.size(), names.size());
    }
    /// Position of a name; nothing for one that is not among them.
    std::optional<std::size_t> find(std::string_view name) const;
};

/// A header of names, then a row of numbers a line; views go into the text. Throws
/// std::invalid_argument for anything else: the table is part of the program.
WeightRows read_weights(std::string_view csv);
/// The text of sim/world/weights.csv and what it says.
std::string_view weights_text();
const WeightRows& weight_rows();

/// `weights.drawn`.
ParameterTable weights_parameters();
/// Whether the weights of this world are of any consequence, so that a row is drawn: its violence
/// comes from decisions.
bool weights_decide(const World& world);
/// The row of a member: the same for every option and at every point.
std::span<const double> drawn_row(const WeightRows& weights, const Luck& luck);

}  // namespace forestall
