// SPDX-License-Identifier: Apache-2.0
// Scores of deaths as text and as parts of a JSON document.
#pragma once
#include <string>

#include "app/commands/validate_deaths.hpp"
#include "app/frame/json.hpp"

namespace forestall::app {

/// Verdict first, then naive forecasts, then the model, kind by kind.
std::string deaths_report(const DeathsFound& found);
/// `deaths` of the document: crps, ign, mis, baselines, by_kind, by_areas, by_area, peak, verdict.
Json deaths_document(const DeathsFound& found);
/// `places` of the document: spearman, log_score.
Json places_document(const DeathsFound& found);

}  // namespace forestall::app
