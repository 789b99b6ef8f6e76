// SPDX-License-Identifier: Apache-2.0
// Rule: grievance is hardship times how illegitimate the authority seems. Reads: hardship of a
// person, legitimacy as perceived. Writes: nothing. Source: Epstein 2002, equation for G
// (docs/mechanisms/grievance.md).
#pragma once

namespace forestall::rules {

/// G = H(1 - L), in [0,1] for H and L in [0,1].
inline double grievance(double hardship, double legitimacy) { return hardship * (1 - legitimacy); }

}  // namespace forestall::rules
