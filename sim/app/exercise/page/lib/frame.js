// SPDX-License-Identifier: Apache-2.0
// The frame around every screen: who one is, turn, clock, means, ways to the screens.
import { html, useEffect } from './standalone.module.js';
import { act, asSeat, isPlan, isWhite, join, opened, show, through } from './game.js';
import { Brief } from './brief.js';
import { Clock } from './clock.js';
import { Control } from './control.js';
import { Orders } from './orders.js';
import { Review } from './review.js';
import { Situation } from './situation.js';
import { Team } from './team.js';
import { Choose, Icon, Meter } from './parts.js';
import { setTheme } from './theme.js';
import { count, date, day, money, stageText } from './words.js';

const screens = { control: ['White cell', Control], brief: ['Brief', Brief], situation: ['Situation', Situation],
  orders: ['Orders', Orders], team: ['Team', Team], review: ['Review', Review] };
const shown = (s) => isPlan(s) ? ['situation', 'orders', 'control', 'review', 'brief']
  : isWhite(s) ? ['control', 'situation', 'orders', 'team', 'review', 'brief']
    : ['brief', 'situation', 'orders', 'team', 'review'];
const title = (name, s) => name === 'control' && isPlan(s) ? 'Turns' : screens[name][0];

export function Page(s) {
  if (s.phase === 'start') return html`<main class="alone"><p>One moment …</p>
    ${!s.online && html`<p>The server cannot be reached. Trying again.</p>`}</main>`;
  if (s.phase === 'join' || !s.view) return html`<${Join} ...${s} />`;
  return html`<${Room} ...${s} />`;
}

function Join({ said }) {
  const go = (event) => {
    event.preventDefault();
    const text = new FormData(event.target).get('token').trim(), token = /join=([^&\s]+)/.exec(text);
    if (text) join(token ? token[1] : text);
  };
  return html`<main class="alone"><h1 id="heading" tabindex="-1">Join the exercise</h1>
    ${said && html`<p class="note bad" role="alert">${said}</p>`}
    <p>You need the link that the facilitator has for your seat. Open it in this browser, or paste it here.</p>
    <form onSubmit=${go}>
      <label class="field"><span class="label">Link or token</span>
        <input name="token" autocomplete="off" spellcheck=${false} required /></label>
    <button type="submit" class="main">Join</button></form></main>`;
}

function Room(s) {
  const { view, screen, online } = s, [name, Screen] = [title(screen, s), screens[screen][1]];
  useEffect(() => { document.title = `${view.over ? 'Over'
    : `Turn ${view.turn}`} · ${name} · ${view.me.name || 'White cell'}`; });
  return html`<div class=${'room ' + screen}><a class="skip" href="#main"
    onClick=${(e) => { e.preventDefault(); document.getElementById('heading').focus(); }}>To the content</a>
    <div class="bar"><${Top} ...${s} />
    <nav aria-label="Screens">
      ${shown(s).map((id) => html`<a key=${id} href=${'#' + id} aria-current=${id === screen ? 'page' : undefined}
      onClick=${(e) => { e.preventDefault(); show(id); }}><${Icon} of=${id} />
        ${id === 'control' && !isPlan(s) ? html`<span class="wide">White cell</span><span class="slim">Desk</span>`
          : html`<span>
        ${title(id, s)}</span>`}<${Fresh} of=${id} view=${view} /></a>`)}</nav>
    ${!online &&
      html`<aside class="banner" aria-label="Connection">
        <p><b>No connection.</b> The page tries again by itself. What you see is as it was; nothing can be sent.</p>
          </aside>`}</div>
    <main id="main">
      <div class="title">
        <h1 id="heading"
          tabindex="-1">${name}
            <span class="sub"> · ${view.over ? 'the last turn is over' : `turn ${view.turn} of ${view.turns}`}</span>
              </h1>
      ${isWhite(s) && /^(brief|situation|orders|team)$/.test(screen) && html`<${Through} ...${s} />`}</div>
      <${Screen} ...${s} /></main>
    <${Foot} theme=${s.theme} /></div>`;
}

/// A number on the way to a screen: what is new there.
function Fresh({ of, view }) {
  const seat = view.seat_view;
  const n = of === 'situation' && seat ? seat.inbox.filter((r) => r.new).length +
    seat.messages.filter((m) => m.new).length
    : of === 'team' && seat ? seat.notes.filter((m) => m.new && !m.own).length
      : of === 'control' && view.white && !view.me.plan ? view.white.proposals.length : 0;
  return n ? html`<span class="fresh"><span class="unseen">, new: </span>${n}</span>` : null;
}

function Top(s) {
  const { view, seat } = s, own = view.seat_view,
    seatName = view.me.white && !view.me.plan ? 'White cell' : view.me.name;
  return html`<header class="top">
    <div class="who"><p class="kicker">${view.title}</p>
      <p class="seat">${seatName}${seat && html` <span class="sub">looking as ${seat}</span>`}</p></div>
    <div class="turn">
      <p class="big">${view.over ? 'Over' : html`Turn ${view.turn}<span class="sub"> of ${view.turns}</span>`}</p>
      <p class="sub">${view.over ? `ended ${date(view.date)}`
        : html`<span class="wide">${day(view.date)} to ${date(view.to)}</span>
          <span class="slim">from ${day(view.date)}</span>`}
        ${view.branch !== 'b1' ? `, branch ${view.branch}` : ''}</p></div>
    <${Clock} clock=${view.clock} over=${view.over} />
    ${own && html`<div class="means"><${Meter} label="Money" free=${own.means.free} all=${own.means.money}
      say=${money} /><${Meter} label="Staff" free=${own.means.free_staff} all=${own.means.staff} say=${count} /></div>
      <p class="stage"><span class="sub">Stage, as ${isWhite(s) ? 'it sees' : 'you see'} it</span>
        <b class=${'stage-' + (own.stage || 'none')}>${stageText(own.stage)}</b></p>`}
    ${own && !view.over && (isPlan(s) ? html`<${Close} ...${s} />` : html`<${Ready} ...${s} />`)}</header>`;
}
function Ready({ view, online, busy }) {
  const seat = view.seat_view.seat, mine = view.team.find((t) => t.seat === seat) || { ready: false },
    ready = mine.ready;
  return html`<button type="button" class=${ready ? 'ready on' : 'ready main'} aria-pressed=${ready}
    disabled=${!online || busy === '/api/ready'}
    onClick=${() => act('/api/ready', { ready: !ready, expects: opened(), ...asSeat() },
      (a) => a.closed ? '' : a.ready ? 'You are ready. The turn ends when all are, or when it is closed.'
        : 'You are not ready any more.')}>${ready ? '✓ Ready' : 'We are ready'}</button>`;
}
const Close = ({ view, online, busy }) => html`<button type="button" class="ready main"
  disabled=${!online || busy === '/api/turn'} onClick=${() => act('/api/turn', { expects: opened() })}>
    ${busy === '/api/turn' ? 'The weeks pass …' : `Close turn ${view.turn}`}</button>`;
const Through = ({ view, seat }) => html`<${Choose} label="Look as" more="through" value=${seat}
  options=${[['', 'White cell: what is true'], ...view.team.map((t) => [t.seat, t.seat])]} onChoose=${through} />`;

const caution = 'A rehearsal of judgement: no forecast, no test of persons. ' +
  'Reports are made up by the model; never quote one outside of the room.';
const Foot = ({ theme }) => html`<footer><fieldset class="theme"><legend>Colours</legend>
  ${[['', 'As the device'], ['light', 'Light'], ['dark', 'Dark']].map(([value, text]) => html`<label class="check">
  <input type="radio" name="theme" value=${value} checked=${theme === value} onChange=${() => setTheme(value)} />
    <span>${text}</span></label>`)}</fieldset>
  <p>${caution}</p></footer>`;
