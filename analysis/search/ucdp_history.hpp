// SPDX-License-Identifier: Apache-2.0
// UCDP's events in the terms of the stylised facts.
#pragma once
#include "analysis/facts/history.hpp"
#include "scenario/importers/ucdp.hpp"

namespace forestall::analysis {

/// The period runs from 1 January of the year of the first event to the last event. Events without
/// a death in the best estimate are left out, as a simulation logs none. A place counts as known up
/// to UCDP's precision 3 (the district).
History history_of(const UcdpReading& reading);

}  // namespace forestall::analysis
