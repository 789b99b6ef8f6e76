// SPDX-License-Identifier: Apache-2.0
// Orders of all seats, for the white cell: accept what was refused, take back or change what was taken, each with a
// note to the seat.
import { html, useState } from './standalone.module.js';
import { act } from './game.js';
import { Badge, Choose, Empty, Field, Panel } from './parts.js';
import { newId } from './server.js';
import { capital, list, money, nice } from './words.js';

export function AllOrders({ view, cards, online }) {
  const orders = view.white.orders, [seat, setSeat] = useState(''), [which, setWhich] = useState('');
  const fits = orders.filter((o) => (!seat || o.seat === seat) &&
    (!which || (which === 'now' ? (o.given || o.turn) === view.turn
      : which === 'refused' ? !o.accepted : o.accepted && !o.over))).reverse();
  return html`<${Panel} id="all-orders" title="Orders of all seats"
    sub="Your word goes before the rules. The note goes to the seat.">
    <div class="choose"><${Choose} label="Seat" value=${seat} onChoose=${setSeat}
      options=${[['', 'all'], ...view.team.map((t) => [t.seat, t.seat])]} />
      <${Choose} label="Show" value=${which} onChoose=${setWhich}
        options=${[['', 'all'], ['now', 'of this turn'], ['standing', 'that stand'],
          ['refused', 'that were refused']]} /></div>
    ${fits.length === 0
      ? html`<${Empty}>${orders.length ? 'None of that kind.' : 'Nobody has ordered anything yet.'}<//>`
      : html`<ol class="items grid">
      ${fits.map((o) => html`<li key=${o.action || o.id}>
        <${One} of=${o} view=${view} cards=${cards.cards} online=${online} /></li>`)}</ol>`}<//>`;
}
function One({ of, view, cards, online }) {
  const [what, setWhat] = useState(''), title = of.title ||
    (cards.find((c) => c.name === of.intervention) || { title: of.intervention }).title;
  const open = !view.over && (of.accepted ? !of.over : of.turn === view.turn && !of.overridden);
  return html`<article class=${'item order' + (of.accepted ? (of.over ? ' over' : '') : ' refused')}>
    <p class="meta">${of.accepted ? '' : html`<${Badge} kind="bad">Refused<//>`}<b>
    ${of.seat}</b>: ${title}${of.targets.length > 0 ? ` on ${list(of.targets)}`
      : ''} <span class="sub">turn ${of.given || of.turn}</span></p>
    <p>${of.accepted ? `${capital(nice(of.state))}.`
      : `${capital(nice(of.text))}.`} <span class="sub">${of.partner ? `By ${of.partner}` : ''}
        ${of.accepted ? `; ${money(of.bound)}` : ''}</span></p>
    ${of.override &&
      html`<p class="note warn">You ${of.override.do === 'alter' ? 'changed'
        : of.override.do === 'accept' ? 'accepted' : 'took back'} it: ${of.override.note}</p>`}
    ${of.overridden && html`<p class="sub">Accepted by you.</p>`}
    ${open && (what ? html`<${Note} what=${what} of=${of} online=${online} view=${view} done=${() => setWhat('')} />`
      : html`<p class="act">
      ${of.accepted
        ? html`<button type="button" class="quiet"
          onClick=${() => setWhat('refuse')}>Take it back …<span class="unseen"> ${title}</span></button>
      <button type="button" class="quiet"
        onClick=${() => setWhat('alter')}>Change …<span class="unseen"> ${title}</span></button>`
      : html`<button type="button" class="quiet"
        onClick=${() => setWhat('accept')}>Accept it all the same …<span class="unseen"> ${title}</span></button>`}
        </p>`)}</article>`;
}
function Note({ what, of, view, online, done }) {
  const [note, setNote] = useState(''), [start, setStart] = useState(of.start), [scale, setScale] = useState(of.scale),
    alter = what === 'alter', [problem, setProblem] = useState(null);
  const send = async (event) => {
    event.preventDefault();
    const order = alter
      ? { order: { id: newId(), expects: { branch: view.branch, turn: view.turn }, intervention: of.intervention,
        partner: of.partner, targets: of.targets, start: Number(start), stop: of.stop, scale: Number(scale) } } : {};
    const answer = await act('/api/override', { do: what, note: note.trim(),
      ...(of.accepted ? { action: of.action } : { id: of.id }), ...order }, `Done. ${of.seat} gets the note.`);
    if (answer instanceof Error) setProblem(answer); else done();
  };
  return html`<form class="inline" onSubmit=${send}>${alter && html`<div class="row"><${Field} label="Begins in turn">
    <input type="number" min=${view.turn} max=${view.turns} value=${start} onInput=${(e) => setStart(e.target.value)} />
      <//><${Field} label="Size">
    <input type="number" min="0.1" max="10" step="0.1" value=${scale} onInput=${(e) => setScale(e.target.value)} /><//>
      </div>`}
    <${Field} label="Note to the seat"><input required value=${note} maxlength="1000"
      onInput=${(e) => setNote(e.target.value)} /><//>
    ${problem &&
      html`<p class="note bad">✗ ${capital(nice(problem.text || problem.message))}.${problem.hint
        ? ` ${capital(nice(problem.hint))}.` : ''}</p>`}
    <p class="act"><button type="submit" class="main"
      disabled=${!online}>${alter ? 'Change it' : what === 'accept' ? 'Accept it' : 'Take it back'}</button>
      <button type="button" class="quiet" onClick=${done}>Leave it</button></p></form>`;
}
