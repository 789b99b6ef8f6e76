// SPDX-License-Identifier: Apache-2.0
// Distances on the WGS84 ellipsoid (GeographicLib), to hold the lengths of links against.
#pragma once

namespace forestall {

double great_circle_km(double latitude_a, double longitude_a, double latitude_b, double longitude_b);

/// A link cannot be shorter than the great circle; 2 % and 1 km are left for coordinates of town centres.
bool too_short(double km, double great_circle);

}  // namespace forestall
