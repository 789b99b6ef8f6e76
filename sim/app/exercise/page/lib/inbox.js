// SPDX-License-Identifier: Apache-2.0
// Reports and messages of a seat, newest first, each with its source; a report can be passed on as it was told.
import { html, useState } from './standalone.module.js';
import { act, asSeat, isPlan } from './game.js';
import { Badge, Check, Choose, Empty, Field, Panel } from './parts.js';
import { capital, count, day, list, many } from './words.js';

/// "Civilians killed at Karvesh, by Hearth Guard; 14 dead, of Tovesh".
export function reportText(r) {
  const where = r.place ? `at ${r.place}` : r.region ? `somewhere in ${r.region}` : 'somewhere';
  const who = r.actor && r.opponent ? `, ${r.actor} against ${r.opponent}`
    : r.actor ? `, by ${r.actor}` : ', by whom is not said';
  return `${capital(r.kind_text || r.kind)} ${where}${who}`;
}
export const deadText = (r) => r.dead > 0 ? `${count(r.dead)} dead${r.group ? `, of ${r.group}` : ''}`
  : 'number not said';

function items(seat) {
  return [...seat.messages.map((m) => ({ ...m, what: 'message', key: `m${m.turn}-${m.number}`,
    at: `${String(m.turn).padStart(3, '0')}~` })),
    ...seat.inbox.map((r) => ({ ...r, what: 'report', key: `r${r.n}`,
      at: `${String(r.turn).padStart(3, '0')}-${r.told}` }))].sort((a, b) => a.at < b.at ? 1 : a.at > b.at ? -1 : 0);
}
export function Inbox({ view, online, place, onPlace }) {
  const seat = view.seat_view, all = items(seat), [source, setSource] = useState(''),
    [fresh, setFresh] = useState(false), [most, setMost] = useState(24);
  const sources = [...new Set(seat.inbox.map((r) => r.source))].sort();
  const fits = all.filter((x) => (!source || (source === 'messages' ? x.what === 'message' : x.source === source)) &&
    (!fresh || x.new) && (!place || x.place === place));
  const news = all.filter((x) => x.new).length;
  return html`<${Panel} id="inbox" title="Inbox" more="inbox"
    sub=${all.length ? `${capital(many(news, 'item is', 'items are'))} new; ${count(all.length)} in all` : ''}>
    ${all.length > 0 &&
      html`<div class="choose"><${Choose} label="From" value=${source} onChoose=${setSource}
        options=${[['', 'everybody'], ['messages', 'messages'], ...sources.map((x) => [x, x])]} />
      <${Check} label="New only" on=${fresh} onChange=${setFresh} />
      ${place && html`<button type="button" class="quiet" onClick=${() => onPlace('')}>${place} only ✕</button>`}
        </div>`}
    ${fits.length === 0
      ? html`<${Empty}>${all.length ? 'Nothing of that kind.'
        : 'Nothing has come in yet. Reports come late: look again next turn.'}<//>`
      : html`<ol class="items">
        ${fits.slice(0, most)
          .map((x) => html`<li key=${x.key}>${x.what === 'message' ? html`<${Message} of=${x} />`
            : html`<${Report} of=${x} view=${view} online=${online} />`}</li>`)}</ol>
    ${fits.length > most &&
      html`<button type="button"
        onClick=${() => setMost(most + 48)}>Show more: ${count(fits.length - most)} older</button>`}`}<//>`;
}
const Message = ({ of }) => html`<article class=${'item message' + (of.new ? ' new' : '')}>
  <p class="meta">${of.new && html`<${Badge} kind="new">New<//>`}
    <b>Message</b> from ${of.from} <span class="sub">turn ${of.turn}</span></p>
  <h3>${of.title}</h3><p>${of.text}</p></article>`;
function Report({ of, view, online }) {
  const [open, setOpen] = useState(false);
  return html`<article class=${'item report' + (of.new ? ' new' : '')}>
    <p class="meta">${of.new && html`<${Badge} kind="new">New<//>`}<b>
    ${capital(of.source)}</b> <span class="sub">told ${day(of.told)}
      ${of.day === of.told ? ' of the same day' : `, of ${day(of.day)}`}</span></p>
    <p>${reportText(of)}: <b>${deadText(of)}</b>. ${
      !of.place && html`<span class="sub">The place is not named.</span>`}</p>
    ${!isPlan({ me: view.me }) && view.team.length > 1 &&
      (open ? html`<${Share} of=${of} view=${view} online=${online} done=${() => setOpen(false)} />`
        : html`<p class="act">
      <button type="button" class="quiet"
        onClick=${() => setOpen(true)}>Pass on<span class="unseen">: ${reportText(of)}</span></button></p>`)}
        </article>`;
}
function Share({ of, view, online, done }) {
  const seat = view.seat_view.seat, others = view.team.map((t) => t.seat).filter((name) => name !== seat),
    [to, setTo] = useState([]), [text, setText] = useState('');
  const send = async (event) => {
    event.preventDefault();
    const answer = await act('/api/note', { text: text.trim() || 'Passed on as it was told.',
      to: to.length === others.length ? ['all'] : to, report: of.n, ...asSeat() }, `Passed on to ${list(to)}.`);
    if (!(answer instanceof Error)) done();
  };
  return html`<form class="inline" onSubmit=${send}><fieldset><legend>Pass on to</legend>
    ${others.map((name) => html`<${Check} key=${name} label=${name} on=${to.includes(name)}
      onChange=${(on) => setTo(on ? [...to, name] : to.filter((x) => x !== name))} />`)}</fieldset>
    <${Field} label="What you make of it (may be left out)">
      <input value=${text} maxlength="1000" onInput=${(e) => setText(e.target.value)} /><//>
    <p class="act"><button type="submit" class="main" disabled=${!online || to.length === 0}>Pass on</button>
      <button type="button" class="quiet" onClick=${done}>Leave it</button></p></form>`;
}
