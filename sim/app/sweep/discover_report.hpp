// SPDX-License-Identifier: Apache-2.0
// A box in which something happens, as text and as JSON.
#pragma once
#include <string>

#include "analysis/discover/resampled.hpp"
#include "app/frame/output.hpp"
#include "app/sweep/points_outcome.hpp"

namespace forestall::app {

struct Discovery {
    discover::Box box;
    discover::Held held;  ///< in the points it was made from
    discover::Steadiness steady;
};

std::string discovery_text(const PointsOutcome& outcome, const Discovery& found);
Json discovery_json(const PointsOutcome& outcome, const Discovery& found);

}  // namespace forestall::app
