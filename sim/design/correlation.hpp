// SPDX-License-Identifier: Apache-2.0
// Rule: inputs are joined by a normal copula: coordinates become normal scores, the scores are
// mixed by the lower Cholesky factor of their correlations, and become coordinates again. The law
// of each input stays as it is; a row depends on no other row. Source: Iman & Conover 1982 (for
// the idea of correlating scores), Nelsen 2006, section 2.3.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "design/input.hpp"

namespace forestall::design {

/// Correlation of the normal scores of two inputs, in (-1, 1).
struct Correlation {
    std::size_t a = 0;
    std::size_t b = 0;
    double value = 0;
};

/// What is wrong with these correlations of so many inputs ("… cannot hold together"), or "".
std::string correlation_problem(const std::vector<Correlation>& pairs, std::size_t inputs);

/// The same rows, correlated. std::invalid_argument if there is a problem.
Rows correlated(Rows coordinates, const std::vector<Correlation>& pairs);

/// The coordinates of `rows` in the order that `like` has in each input, so that slices which had
/// one point each have one again. Source: Iman & Conover 1982.
Rows reordered(const Rows& rows, const Rows& like);

}  // namespace forestall::design
