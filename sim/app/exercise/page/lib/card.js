// SPDX-License-Identifier: Apache-2.0
// An intervention as a card: what it is for, costs and may spoil; the order is given on it, and answered on it.
import { html, useEffect, useRef, useState } from './standalone.module.js';
import { act, asSeat, opened } from './game.js';
import { Badge, Check, Facts, Field, useId } from './parts.js';
import { newId } from './server.js';
import { capital, date, grades, list, money, nice, percent, span, targets } from './words.js';

export function Card({ card, seen, view, online, busy }) {
  const [open, setOpen] = useState(false), [more, setMore] = useState(false), [told, setTold] = useState(null),
    button = useRef(null), id = useId('card');
  const standing = view.seat_view.orders.filter((o) => o.intervention === card.name && !o.over),
    side = card.effects.filter((e) => e.side), fit = seen ? card.stages.includes(seen) : null;
  // An answer stands until it is about a turn that is over.
  const now = () => JSON.stringify(opened()), setAnswer = (answer) => setTold(answer && { answer, at: now() }),
    answer = told && told.at === now() ? told.answer : null;
  const close = () => { setOpen(false); requestAnimationFrame(() => button.current && button.current.focus()); };
  return html`<article class=${'card' + (open ? ' open' : '')} aria-labelledby=${id}>
    <h4 id=${id}>${card.title}</h4>
    <p class="badges"><${Stages} of=${card.stages} seen=${seen} />
      ${fit === true && html`<${Badge} kind="good">✓ fits the stage you see<//>`}
      ${fit === false && html`<${Badge} kind="warn">made for another stage<//>`}
      ${standing.length > 0 && html`<${Badge}>ordered${standing.length > 1 ? ` ${standing.length} times` : ''}<//>`}</p>
    <p>${card.summary}</p>
    <${Facts} of=${[['Cost', html`${money(card.setup)}, then ${money(card.weekly)} a week`],
      ['Arrives', card.lead_time ? `after ${card.lead_text || span(card.lead_time)}` : 'at once'],
      ['Staff', String(card.staff)],
      ['Consent', card.consent < 1
        ? `needed: half get it within ${card.consent_turns} ${card.consent_turns === 1 ? 'turn' : 'turns'}`
        : 'not needed'], ['Evidence', html`<b>
        ${card.grade}</b>, ${grades[card.grade] || ''}`], ['Aimed at', targets[card.target] || card.target]]} />
    ${side.length > 0 &&
      html`<div class="side"><p><b>May spoil</b></p>
        <ul>${side.map((e, i) => html`<li key=${i}>${e.summary}</li>`)}</ul></div>`}
    ${more && html`<${More} card=${card} />`}
    <${Answer} of=${answer} />
    ${open ? html`<${Form} card=${card} view=${view} online=${online} busy=${busy}
      onAnswer=${(a) => { setAnswer(a); if (a && a.verdict === 'accepted') close(); }} onClose=${close} />`
      : html`<p class="act">
        ${!view.over &&
          html`<button type="button" ref=${button} class="main"
            onClick=${() => { setAnswer(null); setOpen(true); }}>Order<span class="unseen"> ${card.title}
              </span> …</button>`}
        <button type="button" class="quiet" aria-expanded=${more}
          onClick=${() => setMore(!more)}>${more ? 'Less' : 'More'}
            <span class="unseen"> about ${card.title}</span></button></p>`}</article>`;
}
const Stages = ({ of, seen }) => html`<span class="pips">${['prevention', 'mitigation', 'response'].map((s) => html`
  <span key=${s} class=${(of.includes(s) ? 'for' : 'not') + (s === seen ? ' seen' : '')}>
    <span class="unseen">${of.includes(s) ? 'made for ' : 'not made for '}</span>${s}
    ${of.includes(s) ? '' : html`<span class="unseen">; </span>`}</span>`)}</span>`;
const More = ({ card }) => html`<div class="about"><p><b>What it moves</b></p><ul>
  ${card.effects.filter((e) => !e.side)
    .map((e, i) => html`<li key=${i}>
      ${e.summary} <span class="sub">grade ${e.grade}${e.phase && e.phase !== 'active' ? `, ${e.phase}` : ''}</span>
        </li>`)}</ul>
  <${Facts} of=${[['Led by', list(card.leads) || 'nobody of yours'],
    ['Ends', card.duration ? `by itself after ${span(card.duration)}` : 'when it is stopped'],
    card.excludes.length > 0 && ['Not beside', list(card.excludes.map((x) => x.replace(/_/g, ' ')))],
    card.consent < 1 && ['Consent', `${percent(card.consent)} a week`], card.source && ['Sources', card.source]]} />
    </div>`;

/// The answer, in words, where the order was given.
function Answer({ of }) {
  const box = useRef(null);
  useEffect(() => { if (of && box.current) box.current.scrollIntoView({ block: 'nearest' }); }, [of]);
  if (!of) return null;
  if (of.verdict === 'accepted') return html`<div class="note good"
    ref=${box}><p><b>✓ Taken.</b> ${capital(nice(of.text.replace(/^taken: /, '')))}.</p>
      ${(of.notes || []).length > 0 && html`<ul>
    ${of.notes.map((n, i) => html`<li key=${i}>${capital(nice(n.text))}.</li>`)}</ul>`}</div>`;
  if (of.unknown) return html`<div class="note warn"
    ref=${box}><p><b>Not sent.</b> The connection is lost. Send it again when it is back: it counts once.</p></div>`;
  return html`<div class="note bad" ref=${box}><p><b>✗ Refused.</b> ${capital(nice(of.text || of.message))}.</p>
    ${of.hint && html`<p>${capital(nice(of.hint))}.</p>`}</div>`;
}

/// What an order sets aside: as the program reckons, with steps of a week.
function setAside(card, view, start, stop, scale) {
  const turn = view.turn_days, first = (start - 1) * turn;
  let last = view.turns * turn;
  if (stop) last = Math.min(last, Math.max((stop - 1) * turn, first + card.lead_time + 7));
  if (card.duration) last = Math.min(last, first + card.lead_time + card.duration + 7);
  return scale * (card.setup + card.weekly * Math.max(4, (last - first) / 7));
}
const turnDate = (view, turn) =>
  date(new Date(Date.parse(view.date) + (turn - view.turn) * view.turn_days * 864e5).toISOString().slice(0, 10));

function Form({ card, view, online, busy, onAnswer, onClose }) {
  const seat = view.seat_view, [partner, setPartner] = useState(card.leads.length === 1 ? card.leads[0] : ''),
    [named, setNamed] = useState([]), [start, setStart] = useState(0), [stop, setStop] = useState(0),
    [scale, setScale] = useState('1');
  const id = useRef(newId()), first = useRef(null), from = Math.max(view.turn, start || view.turn),
    size = Number(scale) > 0 ? Number(scale) : 1, cost = setAside(card, view, from, stop > from ? stop : 0, size);
  useEffect(() => { const f = first.current && first.current.querySelector('select, input'); if (f) f.focus(); }, []);
  const send = async (event) => {
    event.preventDefault();
    const order = { id: id.current, expects: opened(), intervention: card.name, partner, targets: named, start: from,
      stop: stop > from ? stop : 0, scale: Number(scale), ...asSeat() };
    const answer = await act('/api/orders', order,
      (a) => [`${card.title}: taken`, ...(a.notes || []).map((n) => capital(nice(n.text)))].join('. ') + '.');
    if (answer instanceof Error && answer.status === undefined) return onAnswer({ unknown: true });
    id.current = newId(); // what is changed and sent next is another order
    onAnswer(answer);
  };
  const turns = Array.from({ length: view.turns - view.turn + 1 }, (_, i) => view.turn + i), free = seat.means.free;
  return html`<form class="inline order-form" onSubmit=${send} ref=${first}
    onKeyDown=${(e) => { if (e.key === 'Escape') onClose(); }}>
    ${card.leads.length > 1 &&
      html`<${Field} label="Led by"><select required value=${partner}
        onChange=${(e) => setPartner(e.target.value)}><option value="">choose …</option>
      ${card.leads.map((p) => html`<option value=${p} selected=${p === partner}>${p}</option>`)}</select><//>`}
    ${card.leads.length === 1 && html`<p class="sub">Led by ${card.leads[0]}.</p>`}
    ${card.target !== 'country' && html`<${Targets} card=${card} named=${named} setNamed=${setNamed} />`}
    <div class="row"><${Field} label="Begins">
      <select value=${from} onChange=${(e) => setStart(Number(e.target.value))}>
        ${turns.map((t) => html`<option value=${t}
          selected=${t === from}>${t === view.turn ? `now, turn ${t}` : `turn ${t}, ${turnDate(view, t)}`}</option>`)}
          </select><//>
      <${Field} label="Stops"><select value=${stop}
        onChange=${(e) => setStop(Number(e.target.value))}><option value="0">
        ${card.duration ? `by itself, after ${span(card.duration)}` : 'with the exercise'}</option>
        ${turns.filter((t) => t > from)
          .map((t) => html`<option value=${t} selected=${t === stop}>turn ${t}, ${turnDate(view, t)}</option>`)}
          </select><//>
      <${Field} label="Size"><input type="number" min="0.1" max="10" step="0.1" required value=${scale}
        onInput=${(e) => setScale(e.target.value)} /><//></div>
    <p class=${'reckon' + (free !== null && cost > free ? ' short' : '')}>Sets aside about <b>${money(cost)}</b>
      ${free === null ? '' : html`; you have ${money(free)} left${cost > free ? ': it will not do' : ''}`}.</p>
    <p class="act"><button type="submit" class="main"
      disabled=${!online || busy === '/api/orders'}>Give the order</button>
      <button type="button" class="quiet" onClick=${onClose}>Leave it</button></p></form>`;
}
function Targets({ card, named, setNamed }) {
  const [words, setWords] = useState(''),
    fits = card.targets.filter((t) => named.includes(t) || t.toLowerCase().includes(words.toLowerCase()));
  return html`<fieldset class="targets">
    <legend>Aimed at${named.length ? `: ${list(named)}` : ` (${targets[card.target] || card.target})`}</legend>
    ${card.targets.length > 12 &&
      html`<${Field} label="Find"><input type="search" value=${words} onInput=${(e) => setWords(e.target.value)}
        onKeyDown=${(e) => { if (e.key === 'Enter') e.preventDefault(); }} /><//>`}
    <div class="many" tabindex=${fits.length > 8 ? 0 : undefined} role="group" aria-label="What can be named">
      ${fits.map((t) => html`<${Check} key=${t} label=${t} on=${named.includes(t)}
        onChange=${(on) => setNamed(on ? [...named, t] : named.filter((x) => x !== t))} />`)}</div></fieldset>`;
}
