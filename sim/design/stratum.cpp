// SPDX-License-Identifier: Apache-2.0
#include "design/stratum.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace forestall::design {
namespace {

/// Whether the two have part of the probability in common.
bool overlap(const Stratum& a, const Stratum& b) {
    for (const Part& one : a.parts)
        for (const Part& other : b.parts)
            if (one.input == other.input &&
                std::max(one.low, other.low) >= std::min(one.high, other.high))
                return false;
    return true;
}

}  // namespace

double stratum_weight(const Stratum& stratum) {
    double weight = 1;
    for (const Part& part : stratum.parts) weight *= part.high - part.low;
    return weight;
}

std::string strata_warning(const std::vector<Stratum>& strata) {
    constexpr double rounding = 1e-9;
    double sum = 0;
    for (std::size_t i = 0; i < strata.size(); ++i) {
        sum += stratum_weight(strata[i]);
        for (std::size_t k = 0; k < i; ++k)
            if (overlap(strata[i], strata[k]))
                return fmt::format("strata overlap: {} and {}", strata[k].name, strata[i].name);
    }
    if (strata.empty() || sum >= 1 - rounding) return "";
    return fmt::format("strata leave out {:.2g} % of the probability", 100 * (1 - sum));
}

Rows squeezed(Rows coordinates, const Stratum& stratum) {
    for (auto& row : coordinates)
        for (const Part& part : stratum.parts) {
            const double u = part.low + (part.high - part.low) * row[part.input];
            row[part.input] = std::clamp(u, 0x1.0p-53, 1 - 0x1.0p-53);
        }
    return coordinates;
}

}  // namespace forestall::design
