// SPDX-License-Identifier: Apache-2.0
// What happens: joining, keeping up with the server, doing. Screens call these; these change the state.
import { Refused, Unreachable, get, getIfNew, listen, now, post, remember } from './server.js';
import { change, say, state } from './state.js';
import { capital, many } from './words.js';

// `behind`: something changed that the white cell sees behind the seats' backs; a band of the review does not.
let tag = null, hears = null, asking = null, askAgain = false, behind = true;
export const isWhite = (s = state) => Boolean(s.me && s.me.white && !s.me.plan);
export const isPlan = (s = state) => Boolean(s.me && s.me.plan);
export const opened = () => ({ branch: state.view.branch, turn: state.view.turn });
/// For what a seat does: the white cell names the one that it looks through.
export const asSeat = () => state.seat ? { seat: state.seat } : {};

export async function start() {
  const token = /^#join=(.+)$/.exec(location.hash);
  if (token) {
    // The token leaves the address bar before anything is shown.
    history.replaceState(null, '', location.pathname);
    await join(decodeURIComponent(token[1]));
  } else {
    await look(true);
  }
}
export async function join(token) {
  try {
    const me = await post('/api/join', { token });
    remember(me.as);
    tag = null;
    change({ me, phase: 'start' });
    await look(true);
  } catch (problem) {
    change({ phase: 'join', said: problem instanceof Unreachable ? 'The server cannot be reached.'
      : capital(problem.message) + '.' });
  }
}

/// Fetches the view; one at a time, and once more if something changed meanwhile.
export async function look(first = false) {
  if (asking) { askAgain = true; return asking; }
  asking = fetchView(first);
  try { await asking; } finally { asking = null; }
  if (askAgain) { askAgain = false; await look(); }
}
async function fetchView(first) {
  try {
    const got = await getIfNew('/api/view', { seat: state.seat }, tag);
    if (got) await take(got.body, got.tag);
    if (!state.online) change({ online: true });
    if (!hears) hears = listen(heard, (up) => up ? look() : lost());
  } catch (problem) {
    if (problem instanceof Unreachable) {
      if (first) setTimeout(() => look(true), 2000);
      lost();
    } else if (problem.status === 401) {
      leave(first ? '' : 'Your link is not good any more. Ask the white cell for a new one.');
    } else {
      say(capital(problem.message) + '.', 'bad');
    }
  }
}
async function take(view, newTag) {
  view.team = view.team.filter((t) => t.seat); // the white cell is no seat
  const before = state.view;
  const [map, cards, brief] = await Promise.all([
    state.map || get('/api/map'), state.cards && state.cards.of === state.seat ? state.cards : cardsOf(),
    state.brief && state.brief.of === state.seat ? state.brief : briefOf()]);
  tag = newTag;
  remember(view.me.as);
  change({ view, me: view.me, map, cards, brief, phase: 'in', ...(state.screen ? {} : { screen: firstScreen(view) }) });
  const moved = before && (before.turn !== view.turn || before.branch !== view.branch || before.over !== view.over);
  if (moved) turned(view, before);
  else if (before && before.seat_view && view.seat_view &&
    before.seat_view.seat === view.seat_view.seat) arrived(view.seat_view, before.seat_view);
  if (view.me.white && !view.me.plan && behind) await lookBehind();
  if (view.aar.state !== 'none' && (view.me.white || view.released)) await lookAtReview();
}
const cardsOf = async () => ({ ...(await get('/api/cards', { seat: state.seat })), of: state.seat });
const briefOf = async () => ({ ...(await get('/api/brief', { seat: state.seat })), of: state.seat });
export const isScreen = (name) => /^(brief|situation|orders|team|control|review)$/.test(name);
function firstScreen(view) {
  const asked = location.hash.slice(1), first = isWhite({ me: view.me }) ? 'control' : 'brief';
  return isScreen(asked) ? asked : first;
}
function lost() {
  if (!state.online) return;
  change({ online: false });
  if (state.view) say('The connection is lost. The page tries again by itself.', 'warn');
}
function leave(why) {
  if (hears) hears();
  hears = null;
  tag = null;
  remember('');
  change({ phase: 'join', me: null, view: null, said: why });
}
function heard(kind) {
  if (kind === 'out') return leave('The white cell gave this seat a new link. Ask for it to go on.');
  if (kind !== 'aar') behind = true;
  look();
}

/// What the white cell alone sees: the truth, and each seat's view.
async function lookBehind() {
  behind = false;
  try {
    const seats = state.view.team.map((t) => t.seat);
    const [truth, ...views] = await Promise.all([get('/api/truth'),
      ...seats.map((seat) => get('/api/view', { seat }))]);
    change({ truth, seats: views.map((v) => v.seat_view) });
  } catch (problem) {
    if (problem instanceof Unreachable) lost();
  }
}
async function lookAtReview() {
  try {
    change({ aar: await get('/api/aar') });
  } catch (problem) {
    if (problem instanceof Refused) change({ aar: null });
  }
}

function turned(view, before) {
  const seat = view.seat_view, news = [];
  if (seat) {
    const reports = seat.inbox.filter((r) => r.new).length, messages = seat.messages.filter((m) => m.new).length;
    if (reports) news.push(capital(many(reports, 'new report')));
    if (messages) news.push(capital(many(messages, 'message')));
    if (!news.length) news.push('No new reports');
  } else if (view.white) {
    news.push(capital(many(view.white.proposals.length, 'inject is', 'injects are')) + ' due');
  }
  const back = view.branch !== before.branch ? ` on branch ${view.branch}` : '';
  say(view.over ? `The last turn is over. ${news.join('. ')}.` : `Turn ${view.turn}${back}. ${news.join('. ')}.`,
    'turn');
  toHeading(true);
}
/// What came while the turn is open.
function arrived(now, before) {
  const message = now.messages.length > before.messages.length && now.messages[now.messages.length - 1],
    note = now.notes.length > before.notes.length && now.notes[now.notes.length - 1];
  const overruled = (seat) => seat.orders.filter((o) => o.override).length;
  if (message) say(`A message from ${message.from}: ${message.title}.`, 'turn');
  else if (note && !note.own) say(`A note from ${note.from}.`, 'turn');
  else if (overruled(now) > overruled(before)) say('The white cell has decided on one of your orders.', 'turn');
}
/// Focus goes to the heading, unless somebody is writing: what is written must not be cut off.
function toHeading(gently) {
  requestAnimationFrame(() => {
    const has = document.activeElement,
      writing = gently && has && /^(TEXTAREA|INPUT)$/.test(has.tagName) && has.type !== 'checkbox' && has.value;
    const heading = document.getElementById('heading');
    if (heading && !writing) heading.focus({ preventScroll: gently });
  });
}
export function show(screen, back = false) {
  if (screen === state.screen) return;
  if (!back) history.pushState(null, '', `#${screen}`);
  change({ screen });
  scrollTo(0, 0);
  toHeading(false);
}
export async function through(seat) {
  tag = null;
  change({ seat });
  await look();
}

/// Does something and says how it went. Returns the answer, or the refusal.
export async function act(path, body, done) {
  change({ busy: path });
  try {
    const answer = await post(path, body);
    behind = true;
    const words = typeof done === 'function' ? done(answer) : done;
    if (words) say(words, 'good');
    await look();
    return answer;
  } catch (problem) {
    if (problem instanceof Unreachable) {
      lost();
      say('The server cannot be reached. When the connection is back, look whether it was done before you repeat it.',
        'bad');
    } else if (problem.status === 401) {
      leave('Your link is not good any more. Ask the white cell for a new one.');
    } else if (problem instanceof Refused) {
      say([capital(problem.text || problem.message), problem.hint && capital(problem.hint)].filter(Boolean).join('. ') +
        '.', 'bad');
      if (problem.status === 409) await look();
    } else {
      throw problem;
    }
    return problem;
  } finally {
    change({ busy: '' });
  }
}
/// Seconds that are left of the turn; null: there is no clock.
export function secondsLeft(clock) {
  if (!clock || !clock.minutes) return null;
  return clock.running ? (clock.ends - now()) / 1000 : clock.left;
}
