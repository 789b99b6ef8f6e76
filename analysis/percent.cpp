// SPDX-License-Identifier: Apache-2.0
#include "analysis/percent.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace forestall::analysis {

std::string small_percent(double share) {
    const double percent = 100 * std::clamp(share, 0.0, 1.0);
    if (percent == 0) return "0 %";
    if (percent < 0.01) return "less than 0.01 %";
    if (percent >= 99.5 && percent < 100) return "more than 99 %";
    return percent >= 9.95 ? fmt::format("{:.0f} %", percent) : fmt::format("{:.2g} %", percent);
}

}  // namespace forestall::analysis
