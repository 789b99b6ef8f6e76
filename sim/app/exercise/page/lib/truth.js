// SPDX-License-Identifier: Apache-2.0
// For the white cell alone: what is true, beside what each seat sees and was told.
import { html, useState } from './standalone.module.js';
import { deadText, reportText } from './inbox.js';
import { Where } from './where.js';
import { Badge, Choose, Empty, Panel, Table } from './parts.js';
import { ago, capital, count, day, indicator, percent, stageText } from './words.js';

export function Behind(s) {
  const { truth, map, view } = s, [place, setPlace] = useState('');
  if (!truth || !s.seats) return html`<p>One moment …</p>`;
  const known = {};
  for (const p of truth.places) known[p.place] = { ...p, dead: 0 };
  for (const e of truth.events.filter((x) => x.place)) {
    known[e.place] = known[e.place] || { holder: null, sheltered: null, dead: 0 };
    known[e.place].dead += e.dead;
  }
  return html`<${Beside} ...${s} />
    <div class="field-of-view"><${Where} s=${s} map=${map} known=${known} flows=${truth.flows} place=${place}
      onPlace=${setPlace} date=${view.date} title="Map: what is true"
      note="at the end of the last turn; deaths are of all turns so far" />
    <${Events} ...${s} place=${place} /></div>`;
}
/// The last closed turn in truth, and what each seat has for it.
export function Beside({ truth, seats, view }) {
  const last = truth.turns[truth.turns.length - 1],
    quarter = truth.turns.slice(-Math.max(1, Math.round(91 / view.turn_days)));
  const own = { 'reported deaths, 13 weeks': quarter.reduce((sum, t) => sum + t.civilians_killed, 0),
    'people away from home': last && last.displaced, risk: last && last.risk, stage: last && last.stage_true };
  const rows = ['reported deaths, 13 weeks', 'people away from home', 'risk', 'stage'];
  const titles = { 'reported deaths, 13 weeks': `Civilians killed, about 13 weeks`,
    'people away from home': 'People away from home', risk: 'Risk', stage: 'Stage' };
  const seen = (seat, name) => {
    const i = seat.indicators.find((x) => x.name === name);
    if (!i || i.value === null) return '–';
    return html`${indicator(name, i.value)} <span class="sub">${ago(i.as_of, view.date)}</span>`;
  };
  const ofHearing = (say) => seats.map((seat) => {
    const h = truth.seats.find((x) => x.seat === seat.seat);
    return h ? say(h) : '–';
  });
  const heard = (h) =>
    html`${count(h.heard)} <span class="sub">${h.events ? percent(h.heard / h.events) : ''}</span>`;
  const ofNothing = (h) => html`${count(h.false)} <span class="sub">of ${count(h.reports)}</span>`;
  return html`<${Panel} id="beside" title="What is true, and what each seat sees" more="wide">
    ${!last ? html`<${Empty}>No turn is closed yet: nothing has happened.<//>`
      : html`<${Table} label="Truth beside what each seat sees" more="beside"
        head=${['Figure', 'True', ...seats.map((x) => x.seat)]}
      rows=${rows.map((name) => ({ key: name, cells: [titles[name],
        html`<b>${name === 'stage' ? stageText(own.stage) : indicator(name, own[name])}</b>`,
        ...seats.map((seat) => seen(seat, name))] }))
        .concat({ key: 'heard', cells: ['Deadly events heard of', html`<b>
          ${truth.seats.length ? count(truth.seats[0].events) : '–'}</b>`,
            ...ofHearing(heard)] },
          { key: 'false', cells: ['Reports of nothing', '', ...ofHearing(ofNothing)] })} />`}<//>`;
}
const Told = ({ report: r, behind: b }) => html`<li>
  <article class=${'item' + (b.true === false ? ' refused' : '')}><p class="meta">
    ${b.true === false ? html`<${Badge} kind="bad">nothing behind it<//>`
      : html`<${Badge} kind="good">${count(b.dead)} dead in truth<//>`}
    ${b.wrong_side && html`<${Badge} kind="warn">wrong side<//>`}
    ${b.repeats && html`<${Badge} kind="warn">told twice<//>`} <b>${capital(r.source)}</b></p>
    <p>${reportText(r)}: <b>${deadText(r)}</b>. <span class="sub">Told ${day(r.told)}.</span></p></article></li>`;
function Events({ truth, seats, view, place }) {
  const turns = [...new Set(truth.turns.map((t) => t.turn))], [turn, setTurn] = useState(''),
    [seat, setSeat] = useState('');
  const at = turn ? Number(turn) : turns[turns.length - 1];
  const events = truth.events.filter((e) => e.turn === at && (!place || e.place === place));
  const behind = new Map(truth.reports.filter((r) => r.seat === seat).map((r) => [r.n, r])),
    told = seat ? (seats.find((x) => x.seat === seat).inbox.filter((r) =>
      r.turn === at + 1 && (!place || r.place === place))) : [];
  return html`<${Panel} id="events" title="What happened" more="inbox"
    sub=${at ? `in turn ${at}: ${count(events.length)} events${place ? ` at ${place}` : ''}` : ''}>
    ${!at ? html`<${Empty}>Nothing yet.<//>`
      : html`<div class="choose"><${Choose} label="Turn" value=${String(at)}
        options=${turns.map((t) => [String(t), String(t)])} onChoose=${setTurn} />
      <${Choose} label="Beside what was told to" value=${seat}
        options=${[['', 'nobody'], ...seats.map((x) => [x.seat, x.seat])]} onChoose=${setSeat} /></div>
    ${seat && html`<h3>Told to ${seat} at the end of turn ${at}</h3>
      ${told.length ? html`<ol class="items" tabindex="0" aria-label="What was told">
      ${told.map((r) => html`<${Told} key=${r.n} report=${r} behind=${behind.get(r.n) || {}} />`)}</ol>`
        : html`<p class="sub">Nothing was told.</p>`}`}
    <h3>In truth</h3>
    ${events.length
      ? html`<ol class="items tight" tabindex="0"
        aria-label="Events of the turn">
          ${events.slice(0, 60).map((e, i) => html`<li key=${i}><article class="item"><p class="meta"><b>
      ${day(e.day)}</b> ${capital(e.kind_text)}${e.place ? ` at ${e.place}` : ''}</p><p class="sub">
      ${[e.actor && `by ${e.actor}`, e.opponent && `against ${e.opponent}`, e.group && `of ${e.group}`].filter(Boolean)
        .join(', ')}${e.dead ? html`; <b>
      ${count(e.dead)} dead</b>` : ''}</p></article></li>`)}</ol>
      ${events.length > 60
        ? html`<p class="sub">and ${count(events.length - 60)} more; the journal's replay has all.</p>` : ''}`
        : html`<p class="sub">Nothing of note.</p>`}`}<//>`;
}
