// SPDX-License-Identifier: Apache-2.0
// What is said to the server and heard from it. Knows no screen.

/// The difference of the server's clock to this machine's, in milliseconds.
let ahead = 0;
export const now = () => Date.now() + ahead;

/// An answer that is no success: `code`, `text`, `hint`, `field`, `status`, and all else that came.
export class Refused extends Error {
  constructor(status, body) {
    super(body.text || `the server answered ${status}`);
    Object.assign(this, body, { status });
  }
}
/// The server could not be reached.
export class Unreachable extends Error {}

const as = () => sessionStorage.getItem('as') || '';
export const remember = (name) => { if (name) sessionStorage.setItem('as',
  name); else sessionStorage.removeItem('as'); };
function address(path, query = {}) {
  const all = Object.entries({ as: as(), ...query }).filter(([, v]) => v !== '' && v !== null && v !== undefined);
  return path + (all.length ? '?' + new URLSearchParams(all) : '');
}

async function ask(path, how) {
  let answer;
  const patience = new AbortController(), timer = setTimeout(() => patience.abort(), 20000);
  try {
    answer = await fetch(path, { cache: 'no-store', credentials: 'same-origin', signal: patience.signal, ...how });
  } catch (problem) {
    throw new Unreachable(problem.message);
  } finally {
    clearTimeout(timer);
  }
  const told = Number(answer.headers.get('X-Now'));
  if (told > 0) ahead = told - Date.now();
  if (answer.status === 304) return null;
  let body = {};
  try { body = await answer.json(); } catch { /* an answer without a body says it by its status */ }
  if (!answer.ok) throw new Refused(answer.status, body);
  return { body, tag: answer.headers.get('ETag') };
}
export const get = async (path, query) => (await ask(address(path, query), {})).body;
/// Nothing if it is as it was.
export const getIfNew = (path, query, tag) => ask(address(path, query),
  tag ? { headers: { 'If-None-Match': tag } } : {});
export const post = async (path, body) =>
  (await ask(address(path), { method: 'POST', headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body) })).body;
export const download = (what) => address(`/api/export/${what}`);

/// 128 bits that nobody else has: an order sent twice is one order.
export const newId = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');

const kinds = ['hello', 'turn', 'inbox', 'clock', 'ready', 'orders', 'team', 'aar', 'out'];
/// Hears events until closed; comes back by itself. `heard(kind)`, `link(up)`.
export function listen(heard, link) {
  let source = null, timer = null, closed = false, wait = 1000;
  const close = () => { if (source) source.close(); source = null; };
  const again = () => {
    close();
    if (closed || timer) return;
    timer = setTimeout(() => { timer = null; open(); }, wait);
    wait = Math.min(5000, wait * 2);
  };
  function open() {
    if (closed) return;
    source = new EventSource(address('/api/events'));
    source.onopen = () => { wait = 1000; link(true); };
    source.onerror = () => { link(false); again(); };
    for (const kind of kinds) source.addEventListener(kind, () => heard(kind));
  }
  const lost = () => { link(false); again(); };
  const back = () => { clearTimeout(timer); timer = null; wait = 1000; close(); open(); };
  addEventListener('offline', lost);
  addEventListener('online', back);
  open();
  return () => { closed = true; clearTimeout(timer); close(); removeEventListener('offline',
    lost); removeEventListener('online', back); };
}
