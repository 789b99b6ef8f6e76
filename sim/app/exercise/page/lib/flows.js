// SPDX-License-Identifier: Apache-2.0
// Where people fled from and where they shelter, as told: arcs on the map, what they mean, and the same as a list.
import { html } from './standalone.module.js';
import { Fold, Table } from './parts.js';
import { colour } from './theme.js';
import { count, list } from './words.js';

const most = (small) => small ? 12 : 30;
const byPeople = (a, b) => b.people - a.people;
const wide = (flow, largest, small) => 1.4 + (small ? 3.6 : 5.6) * Math.sqrt(flow.people / largest);

/// What is drawn: the largest; of a place that is chosen its own alone.
export function drawn(flows, chosen, small) {
  const own = chosen ? flows.filter((f) => f.from === chosen || f.to === chosen) : flows;
  return [...own].sort(byPeople).slice(0, most(small));
}
/// Arcs with their heads at the places where people shelter.
export function arcs({ map, flows, chosen, small }) {
  const at = new Map(map.places.map((p) => [p.name, [p.longitude, p.latitude]]));
  const shown = drawn(flows, chosen, small).filter((f) => at.has(f.from) && at.has(f.to));
  const largest = Math.max(1, ...shown.map((f) => f.people));
  return {
    type: 'lines', coordinateSystem: 'cartesian2d', z: 4, clip: true, symbol: ['none', 'arrow'],
    emphasis: { lineStyle: { opacity: 1 } },
    data: shown.map((f) => ({
      flow: f, coords: [at.get(f.from), at.get(f.to)], symbolSize: 6 + 1.6 * wide(f, largest, small),
      lineStyle: { color: colour('flow'), width: wide(f, largest, small), curveness: 0.26, opacity: 0.78 }
    }))
  };
}
export const tellFlow = (f, safe) => `${safe(f.from)} → <b>${safe(f.to)}</b><br>about ${count(f.people)} people`;

/// Rows of the key.
export function FlowKey({ flows, chosen, small }) {
  const own = chosen ? flows.filter((f) => f.from === chosen || f.to === chosen) : flows;
  const shown = drawn(flows, chosen, small);
  if (!shown.length) return html`<li>No flight ${chosen ? `to or from ${chosen} ` : ''}has been told of.</li>`;
  return html`<li><svg class="swatch arc" viewBox="0 0 40 20" aria-hidden="true">
      <path class="line" d="M3,17 Q18,1 33,9" /><path class="head" d="M39,12 L29,4 L31,14 Z" /></svg>
      from home to where people shelter: the wider the more; the widest about ${count(shown[0].people)}</li>
    ${own.length > shown.length && html`<li>drawn: the ${count(shown.length)} largest of ${count(own.length)}</li>`}`;
}
/// The same as a list, the largest first.
export function FlowList({ flows, chosen }) {
  if (!flows.length) return null;
  const rows = [...flows].sort(byPeople).map((f) => ({
    key: `${f.from} ${f.to}`, more: f.from === chosen || f.to === chosen ? 'own' : '',
    cells: [f.from, f.to, count(f.people)]
  }));
  return html`<${Fold} title=${`Who fled where, as a list (${flows.length})`}>
    <p class="sub">Not all homes are told of, so the numbers of a place may be less than all who shelter there.</p>
    <${Table} label="Who fled where" more="cards" rows=${rows}
      head=${['Home', 'Where they shelter', { text: 'People, about', n: true }]} /><//>`;
}
/// Of one place: "Karvesh 1,200 and Drovel 300"; empty where nothing was told.
export const homesOf = (flows, place) => list(flows.filter((f) => f.to === place).sort(byPeople)
  .map((f) => `${f.from} ${count(f.people)}`));
export const sheltersOf = (flows, place) => list(flows.filter((f) => f.from === place).sort(byPeople).slice(0, 6)
  .map((f) => `${f.to} ${count(f.people)}`));
