// SPDX-License-Identifier: Apache-2.0
// The map with its key, the place that is chosen on it, and the same as a list.
import { html, useState } from './standalone.module.js';
import { FlowList, homesOf, sheltersOf } from './flows.js';
import { deadText, reportText } from './inbox.js';
import { Key, PlaceMap } from './map.js';
import { Choose, Facts, Fold, Panel, Table } from './parts.js';
import { ago, capital, count, day, list } from './words.js';

const modes = [
  ['control', 'who holds it, who shelters there'], ['flows', 'who fled where'], ['deaths', 'deaths, as told']];
export function Where({ s, map, known, flows, place, onPlace, asOf, date: today, seat, title = 'Map', note }) {
  const [mode, setMode] = useState('control');
  const heard = (p) => known[p.name] && (known[p.name].sheltered || known[p.name].dead);
  const rows = map.places.filter((p) => !p.foreign || heard(p));
  const told = asOf ? `as reported, of ${day(asOf)}: ${ago(asOf, today)}` : 'as everybody knows it on the first day';
  const label = mode === 'flows'
    ? `Map of who fled where, ${flows.length} flows. The same is in the list of who fled where under it.`
    : `Map of ${rows.length} places. The same is in the list of places under it.`;
  return html`<${Panel} id="map" title=${title} more="where" sub=${note || told}
      tools=${html`<${Choose} label="Show" value=${mode} options=${modes} onChoose=${setMode} />`}>
    <${PlaceMap} map=${map} known=${known} flows=${flows} mode=${mode} chosen=${place} onChoose=${onPlace}
      of=${JSON.stringify([known, flows, mode, place, s.shade])} label=${label} />
    <${Key} map=${map} known=${known} flows=${flows} mode=${mode} chosen=${place} />
    ${map.outline_source && html`<p class="sub">
      ${map.outline_source === 'the scenario' ? ''
        : `Outlines: ${map.outline_source}. `}Drag to move; Ctrl and the wheel to enlarge.</p>`}
    ${place && html`<${Place} map=${map} name=${place} known=${known[place]} flows=${flows} seat=${seat}
      onPlace=${onPlace} />`}
    <${Places} rows=${rows} known=${known} place=${place} onPlace=${onPlace} />
    <${FlowList} flows=${flows} chosen=${place} /><//>`;
}
function Places({ rows, known, place, onPlace }) {
  const head = ['Place', 'Region', 'Held by', { text: 'From elsewhere', n: true },
    { text: 'Killed, as told', n: true }];
  const cells = (p, k) => [
    html`<button type="button" class="link" aria-pressed=${p.name === place}
      onClick=${() => onPlace(p.name === place ? '' : p.name)}>${p.name}</button>`,
    p.region, k.holder ? `${k.holder}${k.contested ? ' (contested)' : ''}` : 'not known',
    count(k.sheltered), count(k.dead || 0)];
  return html`<${Fold} title=${`Places as a list (${rows.length})`}>
    <${Table} label="Places" more="cards" head=${head} rows=${rows.map((p) => ({
      key: p.name, more: p.name === place ? 'own' : '', cells: cells(p, known[p.name] || {})
    }))} /><//>`;
}
const accessText = (share) => share >= 0.8 ? 'good' : share >= 0.5 ? 'hard' : 'poor';
function Place({ map, name, known = {}, flows, seat, onPlace }) {
  const place = map.places.find((p) => p.name === name);
  if (!place) return null;
  const told = seat ? seat.inbox.filter((r) => r.place === name).slice(-3).reverse() : [];
  const homes = homesOf(flows, name), shelters = sheltersOf(flows, name);
  const facts = [
    ['Held by', known.holder ? `${known.holder}${known.contested ? ', contested' : ''}` : 'not known'],
    ['People from elsewhere', count(known.sheltered)],
    homes && ['They fled from', homes],
    shelters && ['Its people fled to', shelters],
    place.groups.length > 0 && ['Home of', list(place.groups)],
    ['Access for helpers', accessText(place.access)]];
  return html`<div class="place"><h3>${name}<span class="sub">, ${place.region}</span></h3>
    <button type="button" class="quiet close"
      onClick=${() => onPlace('')}>Close<span class="unseen"> ${name}</span></button>
    <${Facts} of=${facts} />
    ${seat && (told.length
      ? html`<ul class="plain">${told.map((r) => html`<li key=${r.n}>
          ${capital(r.source)}, ${day(r.told)}: ${reportText(r)}: ${deadText(r)}</li>`)}</ul>`
      : html`<p class="sub">No report names it.</p>`)}</div>`;
}
