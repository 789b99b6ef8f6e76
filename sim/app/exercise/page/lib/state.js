// SPDX-License-Identifier: Apache-2.0
// The page's state: the server's snapshot and what is looked at. The screen is a function of it; only `change`
// changes it.
export const state = {
  phase: 'start', // start, join, in, out
  me: null, view: null, brief: null, map: null, cards: null, truth: null, seats: null, aar: null,
  seat: '', // the seat that the white cell looks through; '': none
  screen: '', online: true, said: '', link: null, busy: '', theme: ''
};
let drawn = () => {}, waiting = false;
export const onChange = (draw) => { drawn = draw; };
export function change(patch) {
  Object.assign(state, patch);
  if (waiting) return;
  waiting = true;
  queueMicrotask(() => { waiting = false; drawn(); });
}

/// Told once, politely, to who listens; shown to who looks.
let fading = null;
export function say(text, kind = '') {
  const box = document.getElementById('said');
  box.className = kind;
  // The same words again are told again.
  box.textContent = box.textContent === text ? text + '\u200b' : text;
  box.onclick = () => { box.className = 'faded'; };
  clearTimeout(fading);
  fading = setTimeout(() => { box.className = 'faded'; }, kind === 'bad' ? 15000 : 8000);
}
