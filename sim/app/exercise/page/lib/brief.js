// SPDX-License-Identifier: Apache-2.0
// Who one is, what one has, what is to be learnt, and how far one's eyes reach.
import { html } from './standalone.module.js';
import { isWhite } from './game.js';
import { Facts, Panel, Stacks, Table } from './parts.js';
import { count, date, list, money, plain, roles, span } from './words.js';

const Texts = ({ of }) => String(of || '').split(/\n\s*\n/).map((p) => html`<p>${p}</p>`);

const eachTurn = 'Each turn you read what came in, order what your partners can lead, and say that you are ready. ' +
  'Then the weeks pass, for all at once.';

export function Brief(s) {
  const { brief, view } = s;
  return html`<${Stacks} of=${[
    [html`<${You} brief=${brief} own=${view.seat_view} />`,
      brief.objectives.length > 0 && html`<${Objectives} of=${brief.objectives} />`],
    [html`<${Panel} id="case" title="The case"
      sub=${`${date(brief.start)} to ${date(brief.end)}, ${brief.turns} turns of ${span(brief.turn_days)}`}>
        <${Texts} of=${brief.summary} />
      ${!isWhite(s) && html`<p>${eachTurn}</p>`}<//>`,
    brief.partners.length > 0 && html`<${Partners} of=${brief.partners} />`,
    html`<${Panel} id="table" title="At the table">
      <${Table} label="Seats and their partners" more="cards" head=${['Seat', 'Role', 'Partners']}
        rows=${brief.seats.map((t) => ({ key: t.seat, more: t.seat === brief.seat ? 'own' : '',
          cells: [t.seat, roles[t.role] || plain(t.role), list(t.partners) || '–'] }))} /><//>`]]} />`;
}
const You = ({ brief, own }) => html`<${Panel} id="you" title=${brief.seat || 'White cell'}
  sub=${roles[brief.role] === brief.seat ? '' : roles[brief.role]}>
  <div class="briefing"><${Texts} of=${brief.briefing} /></div>
  ${own && html`<${Facts} of=${[['Money for the whole exercise', money(own.means.money)],
    ['Staff at one time', own.means.staff === null ? 'no limit' : count(own.means.staff)],
    brief.indicator_delay && ['Your figures are', `${brief.indicator_delay} late, and off by chance`],
      brief.sources.length > 0 && ['You hear from', list(brief.sources)]]} />`}<//>`;
const Objectives = ({ of }) => html`<${Panel} id="objectives" title="What is to be learnt"><ul class="plain">
  ${[...of.filter((o) => o.own),
    ...of.filter((o) => !o.own)].map((o) => html`<li key=${o.id}><b>${o.title}</b>
      ${o.own && html` <span class="badge">for your seat</span>`}<br />
  ${o.text}</li>`)}</ul><//>`;
const Partners = ({ of }) => html`<${Panel} id="partners"
  title="Partners that you command">
    <ul class="plain">${of.map((p) => html`<li key=${p.name}><b>${p.name}</b> <span class="sub">${plain(p.kind)}</span>
  ${p.coordinates.length > 0 && html`<br /><span class="sub">works well with ${list(p.coordinates)}</span>`}
  ${p.competes.length > 0 &&
    html`<br /><span class="sub">gets in the way of ${list(p.competes)}: both at once have less to push with</span>`}
    </li>`)}</ul><//>`;
