// SPDX-License-Identifier: Apache-2.0
// The clock of the turn. It is drawn every second by itself, outside of what is read aloud, and told at its warnings
// only.
import { html, useEffect, useState } from './standalone.module.js';
import { secondsLeft } from './game.js';
import { say, state } from './state.js';
import { clockText, many } from './words.js';

let told = '';
function watch() {
  const view = state.view, left = view && secondsLeft(view.clock);
  if (left === null || !view || !view.clock.running || view.over) return;
  const due = [...view.clock.warnings].sort((a, b) => a - b).find((m) => left <= 60 * m && left > 60 * m - 20);
  const mark = due && `${view.branch} ${view.turn} ${due}`;
  if (!mark || mark === told) return;
  told = mark;
  say(`${many(due, 'minute')} left in turn ${view.turn}.`.replace(/^./, (c) => c.toUpperCase()), 'warn');
}
export const startClock = () => setInterval(watch, 1000);

export function Clock({ clock, over }) {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 500);
    return () => clearInterval(timer);
  }, []);
  const left = secondsLeft(clock);
  if (left === null || over) return null;
  const soon = clock.warnings.length && left <= 60 * Math.max(...clock.warnings);
  return html`<p class=${'clock' + (soon ? ' soon' : '') + (clock.running ? '' : ' paused')}>
    <span class="big">${clockText(left)}</span>
    <span class="sub">${left <= 0 ? 'time is up'
      : clock.running ? html`left<span class="wide"> in this turn</span>`
        : html`<span class="wide">clock is </span>paused`}</span></p>`;
}
