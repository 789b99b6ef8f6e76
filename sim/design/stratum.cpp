// SPDX-License-Identifier: Apache-2.0
#include "design/stratum.hpp"

#include <algorithm>

namespace forestall::design {

double stratum_weight(const Stratum& stratum) {
    double weight = 1;
    for (const Part& part : stratum.parts) weight *= part.high - part.low;
    return weight;
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
