// SPDX-License-Identifier: Apache-2.0
// The white cell's desk: clock and turn, injects that are due and all others, branches, seats and their links. With
// --plan: turns.
import { html, useState } from './standalone.module.js';
import { act, isPlan, opened } from './game.js';
import { Beside } from './truth.js';
import { Clock } from './clock.js';
import { Write } from './team.js';
import { Badge, Choose, Empty, Field, Fold, Panel, Stacks, Sure, Table } from './parts.js';
import { change } from './state.js';
import { capital, count, date, list, many } from './words.js';

export function Control(s) {
  const plan = isPlan(s);
  const listed = s.view.white.msel.length > 0;
  return html`<${Stacks} of=${[[html`<${TurnDesk} ...${s} plan=${plan} />`, !plan && html`<${Room} ...${s} />`],
      [(!plan || listed) && html`<${Basket} ...${s} />`],
      [html`<${History} ...${s} />`,
        !plan && html`<${Write} view=${s.view} online=${s.online} white=${true} title="Tell all, or some" />`]]} />
    ${!plan && s.truth && s.seats && html`<${Beside} ...${s} />`}
    ${(!plan || listed) && html`<${Msel} ...${s} />`}`;
}

const carriedOut = (weeks) =>
  `What you order is carried out when the turn is closed. Then ${weeks} weeks pass, and you see what came in.`;
function TurnDesk({ view, online, busy, plan }) {
  const clock = view.clock, waits = view.team.filter((t) => !t.ready).map((t) => t.seat),
    [minutes, setMinutes] = useState('5');
  const close = () => act('/api/turn', { expects: opened() }, (a) => a.over ? 'The last turn is closed.' : '');
  const set = (what, more = {}) => act('/api/clock', { do: what, ...more });
  return html`<${Panel} id="turn-desk"
    title=${view.over ? 'The last turn is over' : `Turn ${view.turn} of ${view.turns}`}
    sub=${view.over ? '' : `${date(view.date)} to ${date(view.to)}`} more="turn-desk">
    ${view.over ? html`<p>Go on to the <a href="#review">review</a>, or back to a turn.</p>` : html`
      ${!plan && clock.minutes > 0 && html`<${Clock} clock=${clock} over=${view.over} /><p class="act">
        ${clock.running
          ? html`<button type="button" disabled=${!online} onClick=${() => set('pause')}>Pause the clock</button>`
          : html`<button type="button" class="main" disabled=${!online}
            onClick=${() => set('run')}>Run the clock</button>`}
        <span class="pair">
          <${Field} label="minutes more"><input type="number" min="1" max="120" value=${minutes}
            onInput=${(e) => setMinutes(e.target.value)} /><//>
            <button type="button" disabled=${!online || !(Number(minutes) > 0)}
              onClick=${() => set('extend', { minutes: Number(minutes) })}>Extend</button></span></p>`}
      ${!plan && html`<p>
        ${waits.length ? html`Waiting for <b>${list(waits)}</b>.` : html`<b>All seats are ready.</b>`}</p>`}
      ${plan && html`<p>${carriedOut(view.turn_days / 7)}</p>`}
      <p class="act">
        ${waits.length && !plan
          ? html`<${Sure} label=${`Close turn ${view.turn}`} kind="main"
            ask=${`${capital(many(waits.length, 'seat is', 'seats are'))} not ready.`} yes="Close it all the same"
            disabled=${!online || busy === '/api/turn'} onYes=${close} />`
        : html`<button type="button" class="main" disabled=${!online || busy === '/api/turn'}
          onClick=${close}>${busy === '/api/turn' ? 'The weeks pass …' : `Close turn ${view.turn}`}</button>`}</p>`}
    ${view.white.hash &&
      html`<p class="sub">Hash of the last closed turn <code>
        ${view.white.hash}</code>; ${count(view.white.journal.records)} lines in the journal.</p>`}<//>`;
}

const inject = (number, what) => act('/api/inject', { number, do: what },
  what === 'fire' ? `Inject ${number} is fired.` : `Inject ${number} is skipped.`);
function Basket({ view, online }) {
  const due = view.white.proposals;
  return html`<${Panel} id="basket" title="Injects that are due"
    sub=${due.length ? `${capital(many(due.length, 'proposal'))}: nothing happens unless you fire it` : ''}>
    ${due.length === 0 ? html`<${Empty}>None is due. All others are in the list below, to be fired by hand.<//>`
      : html`<ol class="items">
        ${due.map((p) => html`<li key=${p.number}><article class=${'item' + (p.moves_world ? ' moves' : '')}>
      <p class="meta"><b>${p.number}. ${p.title}</b> <span class="sub">because ${p.why.replace('>=', '≥')}</span>
        ${p.moves_world && html`<${Badge} kind="warn">moves the world<//>`}
        ${p.automatic && html`<${Badge}>comes by itself<//>`}</p>
      <p>${p.text}</p><p class="sub">From ${p.from || 'nobody'} to ${list(p.to) || 'nobody'}.</p>
      ${(p.expected_action || p.note) &&
        html`<${Fold} title=${html`For you<span class="unseen">: inject ${p.number}</span>`}>
          ${p.expected_action && html`<p>
        <b>Hoped for:</b> ${p.expected_action}</p>`}${p.note && html`<p>${p.note}</p>`}<//>`}
      <p class="act"><button type="button" class="main" disabled=${!online || view.over}
        onClick=${() => inject(p.number, 'fire')}>Fire<span class="unseen"> inject ${p.number}, ${p.title}</span>
          </button><button type="button" disabled=${!online || view.over}
          onClick=${() => inject(p.number, 'skip')}>Skip<span class="unseen"> inject ${p.number}, ${p.title}</span>
            </button></p></article></li>`)}</ol>`}<//>`;
}
function Msel({ view, online }) {
  const [which, setWhich] = useState('ready'), rows = view.white.msel.filter((r) => !which || r.status === which);
  return html`<${Panel} id="msel" title="All injects" more="wide"
    sub="the master scenario events list, as the CSV file has it"><div class="choose">
    <${Choose} label="Show" value=${which} onChoose=${setWhich}
      options=${[['ready', 'still open'], ['fired', 'fired'], ['skipped', 'skipped'], ['', 'all']]} /></div>
    <${Table} label="Injects" more="cards" head=${['Inject', 'When', 'To', 'Text', 'Status']}
      rows=${rows.map((r) => ({ key: r.number, cells: [`${r.number}. ${r.title}`,
        (r.condition || r.when).replace('>=', '≥') || 'by hand', list(r.to),
        html`<span>${r.text}${r.kind === 'trigger' ? html` <${Badge} kind="warn">moves the world<//>` : ''}</span>`,
      html`<span>${r.status}${r.turn ? ` in turn ${r.turn}` : ''}
        ${r.status === 'ready' && !view.over
          ? html` <button type="button" disabled=${!online}
            onClick=${() => inject(r.number, 'fire')}>Fire<span class="unseen"> inject ${r.number}</span></button>`
            : ''}</span>`] }))} /><//>`;
}

function History({ view, online }) {
  const white = view.white, [name, setName] = useState(''), [to, setTo] = useState(''),
    last = view.over ? view.turns : view.turn - 1;
  const turns = Array.from({ length: last }, (_, i) => String(last - i));
  const mark = async (event) => {
    event.preventDefault();
    const answer = await act('/api/bookmark', { text: name.trim() }, `Turn ${view.turn} is marked as ${name.trim()}.`);
    if (!(answer instanceof Error)) setName('');
  };
  const back = (body) => act('/api/rewind', body);
  return html`<${Panel} id="history" title="Back and forth" sub="Nothing is ever lost: going back begins a new branch.">
    ${turns.length > 0 &&
      html`<div class="row"><${Choose} label="Back to the beginning of" value=${to || turns[0]} onChoose=${setTo}
        options=${turns.map((t) => [t, `turn ${t}`])} />
      <${Sure} label="Go back" ask=${`Play turn ${to || turns[0]} otherwise?`} yes="Yes, go back" disabled=${!online}
        onYes=${() => { const turn = Number(to || turns[0]); setTo(''); back({ to: turn }); }} /></div>`}
    ${white.bookmarks.length > 0 &&
      html`<h3>Bookmarks</h3><ul class="plain">${white.bookmarks.map((b) => html`<li key=${b.n} class="line"><span>
      ${b.text} <span class="sub">turn ${b.turn}</span></span>
      <${Sure} label=${html`Go back to it<span class="unseen">: ${b.text}</span>`} kind="quiet" ask="Play it otherwise?"
        yes="Yes, go back" disabled=${!online} onYes=${() => back({ bookmark: b.text })} /></li>`)}</ul>`}
    ${!view.over &&
      html`<form class="row"
        onSubmit=${mark}>
          <${Field} label=${`Bookmark turn ${view.turn}`}>
            <input required maxlength="80" value=${name} onInput=${(e) => setName(e.target.value)}
              placeholder="a name" /><//><button type="submit" disabled=${!online}>Mark</button></form>`}
    ${white.branches.length > 1 &&
      html`<h3>Branches</h3>
        <ul class="plain">${white.branches.map((b) => html`<li key=${b.name} class="line"><span><b>${b.name}</b>
      ${b.played ? html` <${Badge} kind="good">played now<//>` : ''} <span class="sub">
      ${b.parent ? `from ${b.parent}, own from turn ${b.from}` : 'the first'}; at turn ${b.turn}, ${many(b.orders,
        'order')}</span></span>
      ${!b.played &&
        html`<button type="button" class="quiet" disabled=${!online}
          onClick=${() => act('/api/branch', { to: b.name })}>Go to ${b.name}</button>`}</li>`)}</ul>`}<//>`;
}

function Room({ view, online, link }) {
  const give = async (player) => {
    const answer = await act('/api/handover', { player: player.as },
      `${player.seat} has a new link. The old one no longer works.`);
    if (!(answer instanceof Error)) change({ link: { seat: player.seat, link: answer.link } });
  };
  return html`<${Panel} id="players" title="Seats and links" sub="A new link shuts out whoever has the old one.">
    <ul class="table-of">
      ${view.team.map((t) => html`<li key=${t.seat}
        class=${t.ready ? 'is-ready' : ''}><span class="mark" aria-hidden="true">${t.ready ? '✓' : '…'}</span>
          <span><b>${t.seat}</b>
      <br /><span class="sub">${t.here ? 'here' : t.joined ? 'away' : 'has not joined'}, ${t.ready ? 'ready'
        : 'not ready'}</span></span>
      <${Sure} label=${html`New link<span class="unseen"> for ${t.seat}</span>`} kind="quiet"
        ask="Shut out whoever is there?" yes="Yes" disabled=${!online} onYes=${() => give(t)} /></li>`)}</ul>
    ${link && html`<div class="note warn"><p><b>Link for ${link.seat}</b>, shown once:</p>
      <p><code>${link.link}</code></p><p class="act">
      <button type="button" class="quiet" onClick=${() => change({ link: null })}>Hide it</button></p></div>`}<//>`;
}
