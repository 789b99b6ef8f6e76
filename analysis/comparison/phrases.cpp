// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/phrases.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/comparison/verdict.hpp"

namespace forestall::comparison {

std::string signed_text(double difference) {
    return fmt::format("{} {}", readable(std::fabs(difference)), difference < 0 ? "fewer" : "more");
}

std::string range_text(const Figure& d) {
    if (d.lo < 0 && d.hi > 0) return fmt::format("{} to {}", signed_text(d.lo), signed_text(d.hi));
    const bool fewer = d.value < 0;
    return fmt::format("{} to {} {}", readable(fewer ? -d.hi : d.lo),
                       readable(fewer ? -d.lo : d.hi), fewer ? "fewer" : "more");
}

}  // namespace forestall::comparison
