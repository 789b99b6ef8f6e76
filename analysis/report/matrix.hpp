// SPDX-License-Identifier: Apache-2.0
// The options of a file of `forestall stages` as a matrix: an intervention per row, the observed
// stage at which it starts per column.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analysis/report/findings.hpp"

namespace forestall::report {

/// What a cell says, never by its colour alone.
enum class Cell { better, worse, not_told, no_change };

struct Matrix {
    std::vector<std::string> interventions;  ///< told better first, by how much; then by name
    std::vector<std::string> stages;         ///< in the order of escalation
    /// [intervention][stage]: position of the option; nothing if the file has none.
    std::vector<std::vector<std::optional<std::size_t>>> options;
    double scale = 0;  ///< size of a difference that has the full colour
    bool empty() const { return interventions.empty(); }
};

/// Of options named `intervention@stage`; empty if there are none.
Matrix matrix_of(const Compared& compared);
Cell cell_of(const Compared& compared, std::size_t option);
/// −1 for the full colour of better to 1 for that of worse.
double shade_of(const Compared& compared, const Matrix& matrix, std::size_t option);

}  // namespace forestall::report
