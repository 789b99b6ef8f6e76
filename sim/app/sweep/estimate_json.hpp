// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "analysis/estimate.hpp"
#include "app/frame/json.hpp"

namespace forestall::app {

/// `{"value", "lo", "hi"}`, null where not known.
inline Json estimate_json(const analysis::Estimate& e) {
    return {{"value", e.value}, {"lo", e.lo}, {"hi", e.hi}};
}

}  // namespace forestall::app
