// SPDX-License-Identifier: Apache-2.0
// Under the map's signs: outlines of land and water, names of regions, routes, and what of it is in sight.
import { colour } from './theme.js';

/// The country and what lies around it, as large as the box allows.
export function view(box, map, small) {
  const home = map.places.filter((p) => !p.foreign);
  const lons = home.map((p) => p.longitude), lats = home.map((p) => p.latitude);
  for (const f of features(map).filter((x) => x.kind === 'country'))
    for (const [x, y] of f.lines.flat()) { lons.push(x); lats.push(y); }
  const x0 = Math.min(...lons), x1 = Math.max(...lons), y0 = Math.min(...lats), y1 = Math.max(...lats);
  const squeeze = Math.max(0.1, Math.cos((y0 + y1) / 2 * Math.PI / 180));
  const wide = Math.max(120, box.clientWidth - 48), tall = Math.max(120, box.clientHeight - 48);
  const scale = Math.max((y1 - y0) / tall, (x1 - x0) * squeeze / wide, 1e-9);
  const half = [scale / squeeze * box.clientWidth / 2, scale * box.clientHeight / 2];
  const mid = [(x0 + x1) / 2, (y0 + y1) / 2];
  const axis = (k) => ({ type: 'value', min: mid[k] - 1.8 * half[k], max: mid[k] + 1.8 * half[k], show: false });
  const zoom = (k) => ({
    type: 'inside', [k ? 'yAxisIndex' : 'xAxisIndex']: 0, zoomOnMouseWheel: 'ctrl', moveOnMouseMove: !small,
    preventDefaultMouseMove: false, filterMode: 'none', startValue: mid[k] - half[k], endValue: mid[k] + half[k]
  });
  return { grid: { left: 0, right: 0, top: 0, bottom: 0 }, xAxis: axis(0), yAxis: axis(1), dataZoom: [0, 1].map(zoom) };
}
function linesOf(g) {
  if (g.type === 'Polygon' || g.type === 'MultiLineString') return g.coordinates;
  return g.type === 'MultiPolygon' ? g.coordinates.flat() : [g.coordinates];
}
/// Outlines as {kind, name, lines: [[[lon, lat], …], …], closed}.
const kept = new WeakMap();
function features(map) {
  if (kept.has(map)) return kept.get(map);
  const out = [];
  for (const f of (map.outline && map.outline.features) || []) {
    const g = f.geometry, p = f.properties || {};
    out.push({ kind: p.kind || 'country', name: p.name || '', lines: linesOf(g), closed: /Polygon/.test(g.type) });
  }
  goOn(out.filter((f) => f.kind === 'neighbour'));
  kept.set(map, out);
  return out;
}
/// Where the neighbours' land was cut off by the edge of what was drawn is no coast: it goes on.
function goOn(far) {
  const ends = [0, 1].map((k) => {
    const v = far.flatMap((f) => f.lines.flat().map((c) => c[k]));
    return [Math.min(...v), Math.max(...v)];
  });
  const along = (line, k, end) => line.some((c, i) => i > 0 && c[k] === end && line[i - 1][k] === end);
  const cut = ends.map((pair, k) => pair.map((end) => far.some((f) => f.lines.some((line) => along(line, k, end)))));
  const on = (v, k) => cut[k][0] && v === ends[k][0] ? v - 40 : cut[k][1] && v === ends[k][1] ? v + 40 : v;
  for (const f of far) f.lines = f.lines.map((line) => line.map(([x, y]) => [on(x, 0), on(y, 1)]));
}
const layers = { neighbour: 0, country: 1, region: 2, lake: 3, river: 4 };
export function land(map) {
  const pieces = features(map).flatMap((f) => f.lines.map((line) => ({ ...f, line })))
    .sort((a, b) => (layers[a.kind] || 0) - (layers[b.kind] || 0));
  const style = {
    neighbour: { fill: colour('land-far'), stroke: 'none' },
    country: { fill: colour('land'), stroke: colour('shore'), lineWidth: 1.2 },
    region: { fill: 'none', stroke: colour('border'), lineWidth: 0.8, lineDash: [4, 3] },
    lake: { fill: colour('water'), stroke: colour('shore'), lineWidth: 0.8 },
    river: { fill: 'none', stroke: colour('water-line'), lineWidth: 1.4 }
  };
  const renderItem = (_, api) => {
    const piece = pieces[api.value(2)], points = piece.line.map((xy) => api.coord(xy));
    return { type: piece.closed ? 'polygon' : 'polyline', shape: { points },
      style: style[piece.kind] || style.country };
  };
  return {
    type: 'custom', silent: true, clip: true, z: 1, data: pieces.map((p, i) => [p.line[0][0], p.line[0][1], i]),
    encode: { x: 0, y: 1 }, renderItem
  };
}
export function routes(map) {
  const at = new Map(map.places.map((p) => [p.name, [p.longitude, p.latitude]]));
  return {
    type: 'lines', coordinateSystem: 'cartesian2d', silent: true, z: 2,
    lineStyle: { color: colour('route'), width: 1.2, opacity: 1 },
    data: map.routes.filter((r) => at.has(r.from) && at.has(r.to))
      .map((r) => ({ coords: [at.get(r.from), at.get(r.to)] }))
  };
}
const across = (f) => { const xs = f.lines[0].map((c) => c[0]); return Math.max(...xs) - Math.min(...xs); };
function middle(f) {
  const xs = f.lines[0].map((c) => c[0]), ys = f.lines[0].map((c) => c[1]);
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
}
export function regionNames(map, size, small) {
  const all = Math.max(...features(map).filter((f) => f.kind === 'country').map(across), 0);
  const regions = small ? [] : features(map).filter((f) => f.kind === 'region' && f.name && across(f) > all / 8);
  return {
    type: 'scatter', silent: true, symbolSize: 1, itemStyle: { color: 'transparent' }, z: 2,
    data: regions.map((f) => ({ name: f.name, value: middle(f) })),
    label: {
      show: true, position: 'inside', formatter: (p) => p.name.toUpperCase().split('').join('\u200a'),
      color: colour('region-name'), fontSize: 0.68 * size, fontWeight: 600, minMargin: 3
    },
    labelLayout: { hideOverlap: true }
  };
}
