// SPDX-License-Identifier: Apache-2.0
// What can be ordered, as cards; what was ordered, and how far it is; what was refused, and why.
import { html, useEffect, useRef, useState } from './standalone.module.js';
import { act, asSeat, isWhite } from './game.js';
import { AllOrders } from './all_orders.js';
import { Card } from './card.js';
import { Badge, Choose, Empty, Field, Meter, Panel, Sure } from './parts.js';
import { capital, count, list, many, money, nice, stageText, strategies, targets } from './words.js';

const inFull = 'Money is set aside in full when an order is given. ' +
  'What is cancelled, or ends sooner, frees the rest.';
const noOrder = 'Nothing is ordered yet. ' +
  'Choose a card: what it costs, what it may spoil and when it arrives stand on it.';

export function Orders(s) {
  const { view, cards, online } = s, seat = view.seat_view;
  if (!seat) return html`<${AllOrders} ...${s} />`;
  return html`<div class="ordering">
    <div class="given" tabindex="0" role="region"
      aria-label="What is left and what was ordered">
        <${Panel} id="means" title="What is left"
          more="means-panel"><${Meter} label="Money" free=${seat.means.free} all=${seat.means.money} say=${money} />
            <${Meter} label="Staff" free=${seat.means.free_staff} all=${seat.means.staff} say=${count} />
      <p class="sub">${inFull}</p><//>
    <${Given} view=${view} online=${online} cards=${cards.cards} /></div>
    <${Deck} ...${s} /></div>`;
}

function Given({ view, online, cards }) {
  const seat = view.seat_view, standing = seat.orders.filter((o) => !o.over), over = seat.orders.filter((o) => o.over),
    refused = seat.refused.filter((r) => r.turn === view.turn && !r.overridden);
  const title = (name) => (cards.find((c) => c.name === name) || { title: name.replace(/_/g, ' ') }).title;
  return html`<${Panel} id="given" title="Your orders"
    sub=${standing.length ? `${capital(many(standing.length, 'order stands', 'orders stand'))}` : ''}>
    ${seat.orders.length + refused.length === 0 && html`<${Empty}>${noOrder}<//>`}
    <ol class="items">
      ${[...standing].reverse()
        .map((o) => html`<li key=${o.action}><${Line} of=${o} view=${view} online=${online} /></li>`)}
    ${refused.map((r) => html`<li key=${r.id}>
      <article class="item refused"><p class="meta"><${Badge} kind="bad">Refused<//><b>${title(r.intervention)}</b></p>
      <p>${capital(nice(r.text))}.${r.hint && ` ${capital(nice(r.hint))}.`}</p></article></li>`)}
    ${[...over].reverse().map((o) => html`<li key=${o.action}><${Line} of=${o} view=${view} online=${online} /></li>`)}
      </ol><//>`;
}
function Line({ of, view, online }) {
  const begins = of.state === 'withdrawn' ? `to begin in turn ${of.start}`
    : `${of.start > view.turn ? 'from' : 'since'} turn ${of.start}`;
  return html`<article class=${'item order' + (of.over ? ' over' : '')}>
    <p class="meta"><b>${of.title}</b>${of.targets.length > 0 && html` <span>on ${list(of.targets)}</span>`}</p>
    <p class="state">${capital(nice(of.state))}</p>
    <p class="sub">${of.partner ? `by ${of.partner}, ` : ''}${begins}${of.stop ? ` until turn ${of.stop}` : ''}
      ${of.scale !== 1 ? `, size ${of.scale}` : ''}; ${of.over ? `cost ${money(of.bound)}`
        : `${money(of.bound)} set aside`}</p>
    ${of.override &&
      html`<p class="note warn">
        <b>White cell${of.override.do === 'refuse' ? ' took it back'
          : of.override.do === 'accept' ? ' allowed it' : ' changed it'}.</b> ${of.override.note}</p>`}
    ${!of.over && !view.over && html`<p class="act">
      <${Sure} label=${html`Cancel<span class="unseen"> ${of.title}</span>`} kind="quiet" ask="Cancel it?"
        yes="Yes, cancel" disabled=${!online}
        onYes=${() => act('/api/cancel', { action: of.action, ...asSeat() },
          (a) => capital(a.text || 'cancelled') + '.')} /></p>`}</article>`;
}

function Deck(s) {
  const { view, cards, online, busy } = s, seat = view.seat_view, search = useRef(null);
  const [words, setWords] = useState(''), [stage, setStage] = useState(''), [target, setTarget] = useState('');
  useEffect(() => {
    const writes = (e) => /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName);
    const key = (e) => {
      if (e.key !== '/' || writes(e) || !search.current) return;
      e.preventDefault();
      search.current.focus();
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, []);
  const seen = seat.stage && seat.stage !== 'none' ? seat.stage : null;
  const fits = cards.cards.filter((c) =>
    (!words || `${c.title} ${c.summary} ${c.name}`.toLowerCase().includes(words.toLowerCase())) &&
      (!stage || c.stages.includes(stage)) && (!target || c.target === target));
  const groups = Object.keys(strategies).concat('')
    .map((k) => [k, fits.filter((c) => (strategies[c.strategy] ? c.strategy : '') === k)]).filter(([, g]) => g.length);
  const kinds = [...new Set(cards.cards.map((c) => c.target))];
  return html`<${Panel} id="deck" title="What your partners can lead" more="deck"
    sub=${`${capital(many(cards.cards.length, 'card'))}. ${seen ? `You see the stage as ${stageText(seen)}.`
      : 'You have not seen a stage yet.'}`}>
    <div class="choose">
      <${Field} label="Search (key /)"><input type="search" ref=${search} value=${words}
        onInput=${(e) => setWords(e.target.value)} /><//>
      <${Choose} label="Made for" value=${stage} onChoose=${setStage}
        options=${[['', 'any stage'],
          ...['prevention', 'mitigation', 'response'].map((x) => [x, x === seen ? `${x} (as you see it)` : x])]} />
      <${Choose} label="Aimed at" value=${target} onChoose=${setTarget}
        options=${[['', 'anything'], ...kinds.map((k) => [k, targets[k] || k])]} /></div>
    ${fits.length === 0 && html`<${Empty}>No card is like that.<//>`}
    ${groups.map(([k, group]) => html`<section key=${k} class="suit"><h3>${strategies[k] || 'Others'}</h3>
      <div class="cards-of">
        ${group.map((c) => html`<${Card} key=${c.name} card=${c} seen=${seen} view=${view} online=${online} busy=${busy}
          white=${isWhite(s)} />`)}</div></section>`)}<//>`;
}
