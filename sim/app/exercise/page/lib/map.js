// SPDX-License-Identifier: Apache-2.0
// The map: outlines, routes, places with who holds them and who shelters there, or how many were killed as told.
import { html } from './standalone.module.js';
import { Chart, safe, tip } from './chart.js';
import { colour, isDark } from './theme.js';
import { count } from './words.js';

const light = ['#0067a5', '#b84a00', '#00795b', '#9b3a7c', '#6b5900', '#5546a3', '#a02c2c', '#4a5a64'];
const dark = ['#66b2e4', '#f0a06a', '#5cc9a7', '#dc9ac3', '#cdb95c', '#b0a7f5', '#f2a3a3', '#a9b8c1'];
const actorColour = (actors, name) => (isDark() ? dark : light)[Math.max(0, actors.findIndex((a) => a.name === name)) % light.length];
/// Two letters that no other actor has, where that can be.
function initials(actors, name) {
  const of = (n) => { const w = n.split(/\s+/).filter((x) => /^[A-Z]/.test(x)); return (w.length > 1 ? w[0][0] + w[w.length - 1][0] : n.slice(0, 2)).toUpperCase(); };
  const own = of(name), same = actors.filter((a) => of(a.name) === own);
  return same.length < 2 ? own : own[0] + (same.findIndex((a) => a.name === name) + 1);
}
const small = () => innerWidth < 700;

function frame(box, map) {
  const home = map.places.filter((p) => !p.foreign), lons = home.map((p) => p.longitude), lats = home.map((p) => p.latitude);
  for (const f of features(map)) if (f.kind === 'country') for (const line of f.lines) for (const [x, y] of line) { lons.push(x); lats.push(y); }
  const x0 = Math.min(...lons), x1 = Math.max(...lons), y0 = Math.min(...lats), y1 = Math.max(...lats);
  const squeeze = Math.max(0.1, Math.cos((y0 + y1) / 2 * Math.PI / 180)), wide = Math.max(120, box.clientWidth - 48), tall = Math.max(120, box.clientHeight - 48);
  const scale = Math.max((y1 - y0) / tall, (x1 - x0) * squeeze / wide, 1e-9);
  const half = [scale / squeeze * box.clientWidth / 2, scale * box.clientHeight / 2], mid = [(x0 + x1) / 2, (y0 + y1) / 2];
  return {
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
    xAxis: { type: 'value', min: mid[0] - 1.8 * half[0], max: mid[0] + 1.8 * half[0], show: false },
    yAxis: { type: 'value', min: mid[1] - 1.8 * half[1], max: mid[1] + 1.8 * half[1], show: false },
    dataZoom: [0, 1].map((i) => ({ type: 'inside', [i ? 'yAxisIndex' : 'xAxisIndex']: 0, zoomOnMouseWheel: 'ctrl', moveOnMouseMove: !small(), preventDefaultMouseMove: false, filterMode: 'none', startValue: mid[i] - half[i], endValue: mid[i] + half[i] }))
  };
}
/// Outlines as {kind, name, lines: [[[lon, lat], …], …], closed}.
const kept = new WeakMap();
function features(map) {
  if (kept.has(map)) return kept.get(map);
  const out = [];
  for (const f of (map.outline && map.outline.features) || []) {
    const g = f.geometry, p = f.properties || {}, closed = /Polygon/.test(g.type);
    const lines = g.type === 'Polygon' || g.type === 'MultiLineString' ? g.coordinates : g.type === 'MultiPolygon' ? g.coordinates.flat() : [g.coordinates];
    out.push({ kind: p.kind || 'country', name: p.name || '', lines, closed });
  }
  // Where the neighbours' land was cut off by the edge of what was drawn is no coast: it goes on.
  const far = out.filter((f) => f.kind === 'neighbour'), ends = [0, 1].map((k) => { const v = far.flatMap((f) => f.lines.flat().map((c) => c[k])); return [Math.min(...v), Math.max(...v)]; });
  const cut = ends.map((pair, k) => pair.map((end) => far.some((f) => f.lines.some((line) => line.some((c, i) => i > 0 && c[k] === end && line[i - 1][k] === end)))));
  const on = (v, k) => cut[k][0] && v === ends[k][0] ? v - 40 : cut[k][1] && v === ends[k][1] ? v + 40 : v;
  for (const f of far) f.lines = f.lines.map((line) => line.map(([x, y]) => [on(x, 0), on(y, 1)]));
  kept.set(map, out);
  return out;
}
const layers = { neighbour: 0, country: 1, region: 2, lake: 3, river: 4 };
function land(map) {
  const pieces = features(map).flatMap((f) => f.lines.map((line) => ({ ...f, line }))).sort((a, b) => (layers[a.kind] || 0) - (layers[b.kind] || 0));
  const style = {
    neighbour: { fill: colour('land-far'), stroke: 'none' }, country: { fill: colour('land'), stroke: colour('shore'), lineWidth: 1.2 },
    region: { fill: 'none', stroke: colour('border'), lineWidth: 0.8, lineDash: [4, 3] }, lake: { fill: colour('water'), stroke: colour('shore'), lineWidth: 0.8 }, river: { fill: 'none', stroke: colour('water-line'), lineWidth: 1.4 }
  };
  return { type: 'custom', silent: true, clip: true, z: 1, data: pieces.map((p, i) => [p.line[0][0], p.line[0][1], i]), encode: { x: 0, y: 1 },
    renderItem: (_, api) => {
      const piece = pieces[api.value(2)], points = piece.line.map((xy) => api.coord(xy));
      return { type: piece.closed ? 'polygon' : 'polyline', shape: { points }, style: style[piece.kind] || style.country };
    } };
}
function routes(map) {
  const at = new Map(map.places.map((p) => [p.name, [p.longitude, p.latitude]]));
  return { type: 'lines', coordinateSystem: 'cartesian2d', silent: true, z: 2, lineStyle: { color: colour('route'), width: 1.2, opacity: 1 },
    data: map.routes.filter((r) => at.has(r.from) && at.has(r.to)).map((r) => ({ coords: [at.get(r.from), at.get(r.to)] })) };
}
/// Names stay whole and in sight; those that would lie over each other are left out.
const inSight = (box) => (p) => {
  const r = p.labelRect, wide = box.clientWidth, tall = box.clientHeight;
  return { hideOverlap: true, dx: Math.max(0, 3 - r.x) + Math.min(0, wide - 3 - r.x - r.width), dy: r.y + r.height > tall - 3 ? -(p.rect.height + r.height + 6) : 0 };
};
function regionNames(map, size) {
  const wide = (f) => { const xs = f.lines[0].map((c) => c[0]); return Math.max(...xs) - Math.min(...xs); }, all = Math.max(...features(map).filter((f) => f.kind === 'country').map(wide), 0);
  const regions = small() ? [] : features(map).filter((f) => f.kind === 'region' && f.name && wide(f) > all / 8);
  return { type: 'scatter', silent: true, symbolSize: 1, itemStyle: { color: 'transparent' }, z: 2, data: regions.map((f) => {
    const xs = f.lines[0].map((c) => c[0]), ys = f.lines[0].map((c) => c[1]);
    return { name: f.name, value: [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2] };
  }), label: { show: true, position: 'inside', formatter: (p) => p.name.toUpperCase().split('').join('\u200a'), color: colour('region-name'), fontSize: 0.68 * size, fontWeight: 600, minMargin: 3 }, labelLayout: { hideOverlap: true } };
}

/// `known`: {place: {holder, contested, sheltered, dead}}; `mode`: control or deaths.
export function PlaceMap({ map, known, mode, of, chosen, onChoose, label, more = '' }) {
  const make = (box, size) => {
    const amount = (p) => { const k = known[p.name] || {}; return (mode === 'deaths' ? k.dead : k.sheltered) || 0; };
    const most = Math.max(1, ...map.places.map(amount)), dot = mode === 'deaths' ? 7 : small() ? 14 : 1.15 * size;
    const ring = (p) => (small() ? 2.4 : 3.2) * size * Math.sqrt(amount(p) / most);
    const at = (p) => [p.longitude, p.latitude], tone = mode === 'deaths' ? colour('bad') : colour('people');
    const shown = map.places.filter((p) => !p.foreign || amount(p) > 0);
    return {
      ...frame(box, map),
      tooltip: { ...tip(), formatter: (p) => p.data && p.data.place ? tell(p.data.place, known[p.data.place.name], mode) : '' },
      series: [land(map), routes(map), regionNames(map, size),
        { type: 'scatter', z: 3, data: shown.map((p) => ({ place: p, value: at(p), symbolSize: ring(p) })), itemStyle: { color: tone, opacity: 0.28, borderColor: tone, borderWidth: 2 } },
        { type: 'scatter', z: 4, data: shown.map((p) => {
          const k = known[p.name] || {}, held = mode !== 'deaths' && k.holder;
          return { place: p, name: p.name, value: at(p), symbol: p.kind === 'camp' ? 'triangle' : p.kind === 'border_point' ? 'rect' : 'circle', symbolSize: mode === 'deaths' || !held ? 7 : dot,
            itemStyle: { color: held ? (k.contested ? colour('paper') : actorColour(map.actors, k.holder)) : colour('unknown'), opacity: 1, borderColor: p.name === chosen ? colour('ink') : held && k.contested ? actorColour(map.actors, k.holder) : colour('paper'), borderWidth: p.name === chosen ? 3 : k.contested ? 2.5 : 1 },
            label: { show: Boolean(held), position: 'inside', formatter: held ? initials(map.actors, k.holder) : '', color: k.contested ? colour('ink') : colour('on-actor'), fontSize: dot * 0.52, fontWeight: 700 } };
        }) },
        { type: 'scatter', z: 5, silent: true, symbolSize: dot + 4, itemStyle: { color: 'transparent' }, data: shown.map((p) => ({ name: p.name, value: at(p) })),
          label: { show: true, position: 'bottom', distance: 1, minMargin: 3, formatter: '{b}', color: colour('ink'), fontSize: (small() ? 0.7 : 0.72) * size, textBorderColor: colour('halo'), textBorderWidth: 3 }, labelLayout: inSight(box) }]
    };
  };
  return html`<${Chart} more=${'map ' + more} label=${label} make=${make} of=${of} onClick=${(p) => p.data && p.data.place && onChoose && onChoose(p.data.place.name)} />`;
}
function tell(place, k, mode) {
  const lines = [`<b>${safe(place.name)}</b>, ${safe(place.region)}`];
  if (mode === 'deaths') lines.push(k && k.dead ? `${count(k.dead)} killed, as told` : 'no deaths told of');
  else {
    lines.push(k && k.holder ? `${k.contested ? 'contested; most of it ' : ''}held by ${safe(k.holder)}` : 'who holds it is not known');
    if (k && k.sheltered !== null && k.sheltered !== undefined) lines.push(`${count(k.sheltered)} people from elsewhere`);
  }
  return lines.join('<br>');
}
/// What the signs of the map mean, for those that are on it.
export function Key({ map, known, mode }) {
  const holders = [...new Set(Object.values(known).map((k) => k.holder).filter(Boolean))].sort();
  return html`<ul class="key">${mode === 'deaths' ? html`<li><span class="swatch ring deaths" aria-hidden="true"></span>killed, as told to you: the area is the number</li>` : html`
    ${holders.map((name) => html`<li key=${name}><svg class="swatch" viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="10" fill=${actorColour(map.actors, name)} />
      <text x="10" y="13.800" text-anchor="middle">${initials(map.actors, name)}</text></svg>${name}</li>`)}
    ${Object.values(known).some((k) => k.contested) && html`<li><span class="swatch ring open" aria-hidden="true"></span>hollow: contested</li>`}
    <li><span class="swatch ring people" aria-hidden="true"></span>people from elsewhere: the area is the number</li>`}</ul>`;
}
