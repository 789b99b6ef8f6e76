// SPDX-License-Identifier: Apache-2.0
// The page of an exercise: draws the state whenever it changes.
import { html, render } from './lib/standalone.module.js';
import { isScreen, start, show } from './lib/game.js';
import { Page } from './lib/frame.js';
import { change, onChange, state } from './lib/state.js';
import { startClock } from './lib/clock.js';
import { startTheme } from './lib/theme.js';

const root = document.getElementById('page');
onChange(() => render(html`<${Page} ...${state} />`, root));
addEventListener('hashchange', () => {
  const screen = location.hash.slice(1);
  if (screen.startsWith('join=')) start();
  else if (state.phase === 'in' && isScreen(screen)) show(screen, true);
});
startTheme();
startClock();
change({});
start();
