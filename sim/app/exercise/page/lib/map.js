// SPDX-License-Identifier: Apache-2.0
// The map: outlines, routes, places with who holds them and who shelters there, who fled where, or how many were killed
// as told.
import { html } from './standalone.module.js';
import { Chart, safe, tip } from './chart.js';
import { FlowKey, arcs, tellFlow } from './flows.js';
import { land, regionNames, routes, view } from './land.js';
import { colour, isDark } from './theme.js';
import { count, plain } from './words.js';

const light = ['#0067a5', '#b84a00', '#00795b', '#9b3a7c', '#6b5900', '#5546a3', '#a02c2c', '#4a5a64'];
const dark = ['#66b2e4', '#f0a06a', '#5cc9a7', '#dc9ac3', '#cdb95c', '#b0a7f5', '#f2a3a3', '#a9b8c1'];
/// The sign of each kind of place.
const signs = { settlement: 'circle', camp: 'triangle', border_point: 'rect' };
function actorColour(actors, name) {
  const n = Math.max(0, actors.findIndex((a) => a.name === name));
  return (isDark() ? dark : light)[n % light.length];
}
/// Two letters that no other actor has, where that can be.
function initials(actors, name) {
  const of = (n) => {
    const w = n.split(/\s+/).filter((x) => /^[A-Z]/.test(x));
    return (w.length > 1 ? w[0][0] + w[w.length - 1][0] : n.slice(0, 2)).toUpperCase();
  };
  const own = of(name), same = actors.filter((a) => of(a.name) === own);
  return same.length < 2 ? own : own[0] + (same.findIndex((a) => a.name === name) + 1);
}
const small = () => innerWidth < 700;

/// Names stay whole and in sight; those that would lie over each other are left out.
const inSight = (box) => (p) => {
  const r = p.labelRect, wide = box.clientWidth, tall = box.clientHeight;
  return {
    hideOverlap: true, dx: Math.max(0, 3 - r.x) + Math.min(0, wide - 3 - r.x - r.width),
    dy: r.y + r.height > tall - 3 ? -(p.rect.height + r.height + 6) : 0
  };
};
const at = (p) => [p.longitude, p.latitude];

/// A circle whose area is the number.
function rings({ shown, amount, most, size, tone }) {
  const wide = (p) => (small() ? 2.4 : 3.2) * size * Math.sqrt(amount(p) / most);
  return {
    type: 'scatter', z: 3, itemStyle: { color: tone, opacity: 0.28, borderColor: tone, borderWidth: 2 },
    data: shown.map((p) => ({ place: p, value: at(p), symbolSize: wide(p) }))
  };
}
/// Places; who holds them as letters and colour, hollow where contested.
function dots({ shown, known, map, mode, chosen, dot }) {
  const edge = (p, k, held) => {
    if (p.name === chosen) return colour('ink');
    return held && k.contested ? actorColour(map.actors, k.holder) : colour('paper');
  };
  const fill = (k, held) => {
    if (!held) return colour('unknown');
    return k.contested ? colour('paper') : actorColour(map.actors, k.holder);
  };
  const one = (p) => {
    const k = known[p.name] || {}, held = mode === 'control' && k.holder;
    return {
      place: p, name: p.name, value: at(p), symbol: signs[p.kind] || 'circle', symbolSize: held ? dot : 7,
      itemStyle: {
        color: fill(k, held), opacity: 1, borderColor: edge(p, k, held),
        borderWidth: p.name === chosen ? 3 : k.contested ? 2.5 : 1
      },
      label: {
        show: Boolean(held), position: 'inside', formatter: held ? initials(map.actors, k.holder) : '',
        color: k.contested ? colour('ink') : colour('on-actor'), fontSize: dot * 0.52, fontWeight: 700
      }
    };
  };
  return { type: 'scatter', z: 5, data: shown.map(one) };
}
function names({ shown, dot, size, box }) {
  return {
    type: 'scatter', z: 6, silent: true, symbolSize: dot + 4, itemStyle: { color: 'transparent' },
    data: shown.map((p) => ({ name: p.name, value: at(p) })),
    label: {
      show: true, position: 'bottom', distance: 1, minMargin: 3, formatter: '{b}', color: colour('ink'),
      fontSize: (small() ? 0.7 : 0.72) * size, textBorderColor: colour('halo'), textBorderWidth: 3
    },
    labelLayout: inSight(box)
  };
}
/// `known`: {place: {holder, contested, sheltered, dead}}; `flows`: [{from, to, people}]; `mode`: control, flows or
/// deaths.
export function PlaceMap({ map, known, flows, mode, of, chosen, onChoose, label, more = '' }) {
  const make = (box, size) => {
    const amount = (p) => { const k = known[p.name] || {}; return (mode === 'deaths' ? k.dead : k.sheltered) || 0; };
    const most = Math.max(1, ...map.places.map(amount)), dot = mode !== 'control' ? 7 : small() ? 14 : 1.15 * size;
    const shown = map.places.filter((p) => !p.foreign || amount(p) > 0);
    const tone = mode === 'deaths' ? colour('bad') : colour('people');
    const over = (p) => {
      if (p.data && p.data.flow) return tellFlow(p.data.flow, safe);
      return p.data && p.data.place ? tell(p.data.place, known[p.data.place.name], mode) : '';
    };
    return {
      ...view(box, map, small()), tooltip: { ...tip(), formatter: over },
      series: [land(map), routes(map), regionNames(map, size, small()), rings({ shown, amount, most, size, tone }),
        ...(mode === 'flows' ? [arcs({ map, flows, chosen, small: small() })] : []),
        dots({ shown, known, map, mode, chosen, dot }), names({ shown, dot, size, box })]
    };
  };
  const onClick = (p) => p.data && p.data.place && onChoose && onChoose(p.data.place.name);
  return html`<${Chart} more=${'map ' + more} label=${label} make=${make} of=${of} onClick=${onClick} />`;
}
function tell(place, k, mode) {
  const lines = [`<b>${safe(place.name)}</b>, ${safe(place.region)}`];
  if (mode === 'deaths') lines.push(k && k.dead ? `${count(k.dead)} killed, as told` : 'no deaths told of');
  else {
    const contested = k && k.contested ? 'contested; most of it ' : '';
    lines.push(k && k.holder ? `${contested}held by ${safe(k.holder)}` : 'who holds it is not known');
    if (k && k.sheltered !== null &&
      k.sheltered !== undefined) lines.push(`${count(k.sheltered)} people from elsewhere`);
  }
  return lines.join('<br>');
}
const shapes = { triangle: 'M10,2 L19,18 L1,18 Z', rect: 'M3,3 H17 V17 H3 Z' };
/// What the signs of the map mean, for those that are on it.
export function Key({ map, known, flows, mode, chosen }) {
  const kinds = [...new Set(map.places.map((p) => p.kind))].filter((kind) => shapes[signs[kind]]).sort();
  return html`<ul class="key">${mode === 'deaths'
      ? html`<li><span class="swatch ring deaths"
        aria-hidden="true"></span>killed, as told to you: the area is the number</li>`
      : html`${mode === 'flows' ? html`<${FlowKey} flows=${flows} chosen=${chosen} small=${small()} />`
          : html`<${Holders} map=${map} known=${known} />`}
        <li><span class="swatch ring people"
          aria-hidden="true"></span>people from elsewhere: the area is the number</li>`}
    ${kinds.map((kind) => html`<li key=${kind}><svg class="swatch sign" viewBox="0 0 20 20" aria-hidden="true">
      <path d=${shapes[signs[kind]]} /></svg>${plain(kind)}</li>`)}</ul>`;
}
function Holders({ map, known }) {
  const holders = [...new Set(Object.values(known).map((k) => k.holder).filter(Boolean))].sort();
  return html`${holders.map((name) => html`<li key=${name}><svg class="swatch" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="10" fill=${actorColour(map.actors, name)} />
      <text x="10" y="13.800" text-anchor="middle">${initials(map.actors, name)}</text></svg>${name}</li>`)}
    ${Object.values(known).some((k) => k.contested) && html`<li>
      <span class="swatch ring open" aria-hidden="true"></span>hollow: contested</li>`}`;
}
