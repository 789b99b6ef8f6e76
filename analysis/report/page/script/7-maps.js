// SPDX-License-Identifier: Apache-2.0
// Maps: means of an option, and one future step by step.
function mapFrame(id) {
  const box = document.querySelector(`#${id} .live`), wide = box.clientWidth - 90, tall = box.clientHeight - 76;
  const at = new Map(data.places.map((p) => [p.name, [p.lon, p.lat]]));
  const lons = data.places.map((p) => p.lon), lats = data.places.map((p) => p.lat);
  const x0 = Math.min(...lons), x1 = Math.max(...lons), y0 = Math.min(...lats), y1 = Math.max(...lats);
  const squeeze = Math.max(0.1, Math.cos((y0 + y1) / 2 * Math.PI / 180));
  // Degrees per pixel north; east they are wider by 1 / squeeze.
  const around = (a0, a1, b0, b1) => {
    const scale = Math.max((b1 - b0) / tall, (a1 - a0) * squeeze / wide, 1e-9), half = [scale / squeeze * (wide + 90) / 2, scale * (tall + 76) / 2];
    return [(a0 + a1) / 2 - half[0], (a0 + a1) / 2 + half[0], (b0 + b1) / 2 - half[1], (b0 + b1) / 2 + half[1]];
  };
  // A place or two far away from all others must not shrink the rest: they are there when the map is moved.
  const core = (values) => {
    const s = [...values].sort((a, b) => a - b), at = (q) => s[Math.round(q * (s.length - 1))], low = at(0.04), high = at(0.96), far = 0.6 * (high - low);
    return [s[0] < low - far ? low - far / 3 : s[0], s[s.length - 1] > high + far ? high + far / 3 : s[s.length - 1]];
  };
  const all = around(x0, x1, y0, y1), near = around(...core(lons), ...core(lats));
  const box4 = [Math.min(all[0], near[0]), Math.max(all[1], near[1]), Math.min(all[2], near[2]), Math.max(all[3], near[3])];
  return {
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
    xAxis: { type: 'value', min: box4[0], max: box4[1], show: false },
    yAxis: { type: 'value', min: box4[2], max: box4[3], show: false },
    dataZoom: [{ type: 'inside', xAxisIndex: 0, zoomOnMouseWheel: 'ctrl', filterMode: 'none', startValue: near[0], endValue: near[1] }, { type: 'inside', yAxisIndex: 0, zoomOnMouseWheel: 'ctrl', filterMode: 'none', startValue: near[2], endValue: near[3] }],
    land: { type: 'custom', silent: true, clip: true, data: data.outlines.map((_, i) => [data.outlines[i][0], data.outlines[i][1], i]), encode: { x: 0, y: 1 },
      renderItem: (p, api) => {
        const ring = data.outlines[api.value(2)], points = [];
        for (let i = 0; i < ring.length; i += 2) points.push(api.coord([ring[i], ring[i + 1]]));
        return { type: 'polygon', shape: { points }, style: { fill: '#f3f0e8', stroke: '#b9ae98', lineWidth: 0.8 } };
      } },
    routes: { type: 'lines', coordinateSystem: 'cartesian2d', silent: true, lineStyle: { color: '#9aa7b0', width: 1.2, opacity: 1 },
      data: data.routes.filter(([a, b]) => at.has(a) && at.has(b)).map(([a, b]) => ({ coords: [at.get(a), at.get(b)] })) }
  };
}
/// Keeps the names of places that are in sight whole: moved in from the edges.
const inSight = (id) => (p) => {
  const box = document.querySelector(`#${id} .live`), wide = box.clientWidth, tall = box.clientHeight, r = p.labelRect;
  const middle = [p.rect.x + p.rect.width / 2, p.rect.y + p.rect.height / 2];
  if (middle[0] < 0 || middle[0] > wide || middle[1] < 0 || middle[1] > tall) return { hideOverlap: true };
  return { hideOverlap: true, dx: Math.max(0, 3 - r.x) + Math.min(0, wide - 3 - r.x - r.width), dy: r.y + r.height > tall - 3 ? -(p.rect.height + r.height + 6) : 0 };
};
/// Circles in a corner with what they stand for, of pixels as `size` gives them.
const roundBelow = (most) => { const power = 10 ** Math.floor(Math.log10(most)); return (most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1) * power; };
function sizes(most, size, colour, hollow, words) {
  const values = [...new Set([most, most / 4, most / 25].map(roundBelow))].filter((v) => size(v) > 4);
  const widest = Math.max(...values.map(size)) + 12, children = [];
  let y = 8;
  for (const v of values) {
    const d = size(v), high = Math.max(d, 14);
    children.push({ type: 'circle', shape: { cx: widest / 2, cy: y + high / 2, r: d / 2 }, style: hollow ? { fill: 'none', stroke: colour, lineWidth: 2.5 } : { fill: colour, opacity: 0.75 } });
    children.push({ type: 'text', style: { text: short(v) + ' ' + words, x: widest + 4, y: y + high / 2, verticalAlign: 'middle', fill: '#16222a', fontSize: 11.5 } });
    y += high + 6;
  }
  if (values.length) children.unshift({ type: 'rect', shape: { x: 0, y: 0, width: widest + 112, height: y + 2, r: 4 }, style: { fill: 'rgba(255,255,255,.9)', stroke: '#c6d0d6' } });
  return { type: 'group', left: 6, bottom: 6, silent: true, children: children.map((c) => ({ ...c, z: 100, silent: true })) };
}
const placeLabel = { show: true, position: 'bottom', color: '#16222a', formatter: '{b}', fontSize: 11.5, textBorderColor: '#fff', textBorderWidth: 3 };

// What the map shows: of an option by itself, or against the baseline (blue fewer, orange more, filled where clear).
const mapShows = [
  { name: 'civilians killed', key: 'place_deaths', colour: '#a02c2c', words: 'killed' },
  { name: 'displaced persons', key: 'place_displaced', colour: '#0067a5', words: 'displaced' },
  { name: 'killed, difference to ' + baseline, key: 'deaths_change', words: 'fewer or more' },
  { name: 'displaced, difference to ' + baseline, key: 'displaced_change', words: 'fewer or more' }].filter((m, i) => i < 2 || shown.length > 1);
function map(state) {
  return () => {
    const option = shown[state.at], how = mapShows[state.show || 0], change = how.key.endsWith('change');
    const values = (o) => o[how.key].map((v) => change ? v[0] : v);
    const most = Math.max(1e-9, ...shown.flatMap(values).map(Math.abs));
    const { land, routes, ...frame } = mapFrame('places'), size = (v) => 44 * Math.sqrt(Math.abs(v) / most);
    const own = values(option), colour = (i) => !change ? how.colour : own[i] < 0 ? '#0067a5' : '#b84a00';
    const style = (i) => change && !option[how.key][i][1] ? { color: 'transparent', borderColor: colour(i), borderWidth: 2, opacity: 0.9 } : { color: colour(i), opacity: 0.75 };
    const here = data.places.map((p, i) => ({ name: p.name, value: [p.lon, p.lat], symbolSize: own.length ? size(own[i]) : 0, itemStyle: own.length ? style(i) : {} }));
    const told = (i) => !change ? `killed ${figure(option.place_deaths[i])}<br>displaced there ${figure(option.place_displaced[i])}`
      : own.length ? `${how.name}: ${own[i] > 0 ? '+' : ''}${figure(own[i])}, ${option[how.key][i][1] ? 'clear' : 'not clear'}` : 'no difference: this is ' + baseline;
    return base({
      ...frame,
      graphic: most > 1e-9 ? [sizes(most, size, change ? '#41525c' : how.colour, change, how.words)] : [],
      tooltip: { confine: true, formatter: (p) => p.seriesType === 'scatter' ? `<b>${safe(p.name)}</b><br>${told(p.dataIndex)}` : '' },
      series: [land, routes,
        { type: 'scatter', symbolSize: 4, itemStyle: { color: '#41525c', opacity: 1 }, data: here.map((p) => ({ name: p.name, value: p.value })) },
        { type: 'scatter', data: here, label: placeLabel, labelLayout: inSight('places') }]
    });
  };
}

function course(state) {
  const c = data.course, few = data.places.length <= 40, key = () => state.displaced ? 3 : 2;
  const most = [2, 3].map((k) => Math.max(1, ...c.frames.map((f) => Math.max(...f.map((p) => p[k])))));
  const holder = (p) => p[0] < 0 ? 'nobody' : `${c.actors[p[0]]}, ${p[1]} %`;
  return () => {
    const now = c.frames[state.t], { land, routes, ...frame } = mapFrame('one-future'), top = most[key() - 2], ring = state.displaced ? '#0067a5' : '#a02c2c';
    const size = (v) => v > 0 ? (few ? 20 : 15) + 36 * Math.sqrt(v / top) : 0;
    const where = (i) => [data.places[i].lon, data.places[i].lat];
    return base({
      ...frame,
      graphic: [sizes(top, size, ring, true, state.displaced ? 'displaced' : 'killed')],
      tooltip: { confine: true, formatter: (p) => {
        const place = now[p.dataIndex];
        return p.seriesType !== 'scatter' || !place ? '' : `<b>${safe(data.places[p.dataIndex].name)}</b>, ${c.dates[state.t]}${c.control ? '<br>held by ' + safe(holder(place)) : ''}<br>killed so far ${figure(place[2])}<br>displaced there ${figure(place[3])}`;
      } },
      series: [land, routes,
        { type: 'scatter', data: now.map((p, i) => ({ value: where(i), symbolSize: size(p[key()]) })), itemStyle: { color: 'transparent', borderColor: ring, borderWidth: 2.5 } },
        { type: 'scatter', data: now.map((p, i) => ({ name: data.places[i].name, value: where(i), symbolSize: c.control ? (few ? 20 : 15) : 5,
          itemStyle: { color: !c.control ? '#41525c' : p[0] < 0 ? c.nobody : c.colours[p[0]], opacity: 1 },
          label: { show: c.control && p[0] >= 0, formatter: p[0] < 0 ? '' : c.initials[p[0]], color: '#fff', fontSize: few ? 10.5 : 8.5, fontWeight: 700 } })) },
        { type: 'scatter', silent: true, symbolSize: few ? 22 : 16, itemStyle: { color: 'transparent' }, data: data.places.map((p) => ({ name: p.name, value: [p.lon, p.lat] })), label: placeLabel, labelLayout: inSight('one-future') }]
    });
  };
}
/// A slider over the frames, with the date beside it.
function slider(id, label, dates, act) {
  const line = document.querySelector(`#${id} .choose`), wrap = document.createElement('label'), range = document.createElement('input'), date = document.createElement('output');
  range.type = 'range';
  range.max = String(dates.length - 1);
  const say = () => { date.textContent = dates[range.value]; range.setAttribute('aria-valuetext', dates[range.value]); };
  range.value = range.max;
  say();
  range.addEventListener('input', () => { say(); act(Number(range.value)); });
  wrap.className = 'slide';
  wrap.append(label + ' ', range, date);
  line.append(wrap);
}
