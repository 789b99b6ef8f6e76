// SPDX-License-Identifier: Apache-2.0
// Parameter tables: the single source for validation, the JSON Schema, `describe`, the docs,
// sensitivity bounds and the results file. A room declares each of its parameters once, here with
// everything a reader may ask.
#pragma once
#include <cstddef>
#include <span>
#include <string_view>

namespace forestall {

/// Grade of the evidence: A measured for this very quantity · B literature, near · C own
/// calibration · D judgement.
struct ParameterSpec {
    std::string_view name;  ///< dotted, room first: "population.distance_exponent"
    std::string_view unit;  ///< "1" for pure numbers; UDUNITS else
    double low;
    double high;
    double standard;  ///< default
    std::string_view help;
    std::string_view source;
    char grade;
};

using ParameterTable = std::span<const ParameterSpec>;

}  // namespace forestall
