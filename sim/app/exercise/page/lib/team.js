// SPDX-License-Identifier: Apache-2.0
// Who is at the table and ready; notes between seats; lessons as they come to mind.
import { html, useState } from './standalone.module.js';
import { act, asSeat, isWhite } from './game.js';
import { Badge, Check, Field, Panel, Stacks, Table } from './parts.js';
import { reportText, deadText } from './inbox.js';
import { capital, list, roles } from './words.js';

export function Team(s) {
  const { view, online } = s, seat = view.seat_view;
  return html`<${Stacks} of=${[[html`<${AtTable} ...${s} />`, html`<${Lessons} ...${s} />`],
    [html`<${Write} view=${view} online=${online} white=${isWhite(s) && !s.seat} />`,
      html`<${Notes} view=${view} seat=${seat} />`]]} />`;
}
function AtTable({ view, ...s }) {
  const ready = view.team.filter((t) => t.ready).length, own = view.seat_view && view.seat_view.seat;
  return html`<${Panel} id="seats" title="At the table"
    sub=${view.over ? 'The last turn is over.' : `${ready} of ${view.team.length} are ready.`}>
    <ul class="table-of">
      ${view.team.map((t) => html`<li key=${t.seat}
        class=${t.ready ? 'is-ready' : ''}><span class="mark" aria-hidden="true">${t.ready ? '✓' : '…'}</span>
      <span><b>${t.seat}</b>${t.seat === own && !isWhite({ me: view.me, ...s }) ? ' (you)'
        : ''} <span class="sub">${roles[t.role] || t.role}</span><br />
        <span class="sub">${list(t.partners) || 'no partners'}</span></span>
      <span class="sub status">
        ${[view.over ? '' : t.ready ? 'ready' : 'not ready yet',
          t.here ? '' : t.joined ? 'away' : 'not here yet'].filter(Boolean).join(', ')}</span></li>`)}</ul><//>`;
}
export function Write({ view, online, white, title = white ? 'Write to seats' : 'Write to others' }) {
  const own = white ? '' : view.seat_view.seat, others = view.team.map((t) => t.seat).filter((n) => n !== own);
  const [text, setText] = useState(''), [to, setTo] = useState(others);
  const toAll = to.length === others.length;
  const send = async (event) => {
    event.preventDefault();
    const answer = await act('/api/note', { text: text.trim(), to: toAll ? ['all'] : to, ...(white ? {} : asSeat()) },
      to.length ? `Sent to ${toAll ? 'all' : list(to)}.` : 'Kept for yourself.');
    if (!(answer instanceof Error)) setText('');
  };
  return html`<${Panel} id="write" title=${title}><form onSubmit=${send}>
    <${Field} label="Note"><textarea rows="3" required maxlength="4000" value=${text}
      onInput=${(e) => setText(e.target.value)}></textarea><//>
    ${others.length > 0 &&
      html`<fieldset><legend>To</legend>
        ${others.map((n) => html`<${Check} key=${n} label=${n} on=${to.includes(n)}
          onChange=${(on) => setTo(on ? [...to, n] : to.filter((x) => x !== n))} />`)}</fieldset>`}
    <p class="act"><button type="submit" class="main"
      disabled=${!online || !text.trim() || (white && to.length === 0)}>
        ${to.length || white ? 'Send' : 'Keep for yourself'}</button></p></form><//>`;
}
function Notes({ view, seat }) {
  const notes = [...(seat ? seat.notes : view.white.notes)].reverse();
  return html`<${Panel} id="notes" title="Notes" sub=${notes.length ? '' : 'Nobody has written yet.'}>
    <ol class="items">
      ${notes.map((n) => html`<li key=${n.n}>
        <article class=${'item' + (n.new && !n.own ? ' new' : '')}>
          <p class="meta">${n.new && !n.own && html`<${Badge} kind="new">New<//>`}<b>
      ${n.own ? 'You' : n.from || 'White cell'}</b> to ${n.to.includes('all') ? 'all'
        : n.to.length ? list(n.to) : n.own ? 'yourself' : 'nobody else'} <span class="sub">turn ${n.turn}</span></p><p>
      ${n.text}</p>
      ${n.report &&
        html`<blockquote>${capital(n.report.source)}: ${n.report.kind
          ? html`${reportText(n.report)}: ${deadText(n.report)}` : n.report.text}</blockquote>`}</article></li>`)}</ol>
          <//>`;
}
export function Lessons({ view, brief, online, title = 'Lessons' }) {
  const [open, setOpen] = useState(false), lessons = (view.white || view.seat_view).lessons;
  const send = async (event) => {
    event.preventDefault();
    const form = event.target, body = Object.fromEntries(new FormData(form));
    const answer = await act('/api/lesson', body, 'The lesson is kept for the review.');
    if (!(answer instanceof Error)) { form.reset(); setOpen(false); }
  };
  return html`<${Panel} id="lessons" title=${title} sub="What should be kept for the next time, while it is fresh.">
    ${lessons.length > 0 &&
      html`<${Table} label="Lessons that were kept" more="cards"
        head=${['Observation', 'Evidence', 'Recommendation', 'Objective', 'Who, when']}
        rows=${lessons.map((l) => ({ key: l.n, cells: [l.observation, l.evidence || '–', l.recommendation || '–',
          (brief.objectives.find((o) => o.id === l.objective) || { title: l.objective || '–' }).title,
          `${l.seat || 'White cell'}, ${l.turn > view.turns ? 'after the end' : `turn ${l.turn}`}`] }))} />`}
    ${open ? html`<form onSubmit=${send}>
      <${Field} label="What was seen"><textarea name="observation" rows="2" required maxlength="2000"></textarea><//>
      <${Field} label="What shows it (an event, a figure)"><input name="evidence" maxlength="1000" /><//>
      <${Field} label="What to do about it"><input name="recommendation" maxlength="1000" /><//>
      <${Field} label="Objective">
        <select name="objective"><option value="">none</option>
          ${brief.objectives.map((o) => html`<option value=${o.id}>${o.title}</option>`)}</select><//>
      <p class="act"><button type="submit" class="main" disabled=${!online}>Keep it</button>
        <button type="button" class="quiet" onClick=${() => setOpen(false)}>Leave it</button></p></form>`
      : html`<p class="act"><button type="button" onClick=${() => setOpen(true)}>Write down a lesson …</button></p>`}
        <//>`;
}
