// SPDX-License-Identifier: Apache-2.0
// Points of a design: the same ensemble with some parameters held at values, one set of values a
// point. Members keep their numbers, so that the same member at two points has the same luck.
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace forestall {

/// One parameter and the values it is held at.
struct Axis {
    std::string name;
    std::vector<double> values;
};

struct Points {
    std::vector<std::string> held;            ///< names of what is held, as given
    std::vector<std::vector<double>> values;  ///< [point][held], in the parameters' units
    bool empty() const { return values.empty(); }
    /// At least 1: without a design there is the scenario as it is.
    std::size_t count() const { return empty() ? 1 : values.size(); }
    bool operator==(const Points&) const = default;
};

/// Every combination, the last axis fastest. Throws std::invalid_argument for a name given twice,
/// an axis without values, or more combinations than `most`.
Points crossed(std::span<const Axis> axes, std::size_t most);

/// "animus.mass = 2, threat.mass = 0.5".
std::string point_text(const Points& points, std::size_t point);

}  // namespace forestall
