#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes outlines.json from a GeoJSON of Natural Earth's countries (1:50 m, public domain).

Points are rounded to a grid, so that neighbours keep the border they share; each ring is a list of steps
x, y, dx, dy, … in units of the grid. Islands too small to be seen are left out.

    make_outlines.py countries.geojson > outlines.json
"""
import json
import sys

UNIT = 0.02  # degrees, 2 km: finer than the source
LEAST_AREA = 0.01  # square degrees


def simplified(ring):
    """The ring on the grid, open, without repeats and without spikes a b a, which rounding leaves."""
    points = []
    for x, y in ring:
        point = (round(x / UNIT), round(y / UNIT))
        if not points or points[-1] != point:
            points.append(point)
    while len(points) > 1 and points[0] == points[-1]:
        points.pop()
    i = 0
    while len(points) > 2 and i < len(points):
        if points[i - 1] == points[(i + 1) % len(points)]:
            del points[i]
            del points[i % len(points)]
            i = max(0, i - 2)
        else:
            i += 1
    return points


def area(points):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1]))) / 2 * UNIT ** 2


def steps(points):
    out, last = [], (0, 0)
    for point in points:
        out += [point[0] - last[0], point[1] - last[1]]
        last = point
    return out


def main():
    with open(sys.argv[1], encoding="utf-8") as source:
        features = json.load(source)["features"]
    lines = []
    for feature in sorted(features, key=lambda f: f["properties"]["name"]):
        geometry = feature["geometry"]
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        rings = [simplified(ring) for polygon in polygons for ring in polygon]
        rings = [steps(r) for r in rings if len(r) > 2 and area(r) >= LEAST_AREA]
        lines.append(json.dumps({"name": feature["properties"]["name"], "rings": rings},
                                separators=(",", ":"), ensure_ascii=False))
    print('{"source":"Natural Earth, countries 1:50m, public domain","unit":%s,"countries":[' % UNIT)
    print(",\n".join(lines))
    print("]}")


main()
