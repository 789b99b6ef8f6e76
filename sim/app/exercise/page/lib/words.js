// SPDX-License-Identifier: Apache-2.0
// How figures, dates and terms are written on this page.
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
  'November', 'December'];
const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/// "860 k USD", "4.2 M USD", as the program writes money.
export function money(value) {
  if (value === null || value === undefined) return 'no limit';
  const say = (x, unit) => `${Number(x.toPrecision(3)).toLocaleString('en-GB')}${unit}\u00a0USD`, a = Math.abs(value);
  return a >= 999.5e6 ? say(value / 1e9, '\u00a0bn')
    : a >= 999.5e3 ? say(value / 1e6, '\u00a0M') : a >= 999.5 ? say(value / 1e3, '\u00a0k') : say(value, '');
}
export const count = (value) => value === null || value === undefined ? '–' : Math.round(value).toLocaleString('en-GB');
/// Whole from 100, three digits below.
export const figure = (value) => value === null || value === undefined ? '–'
  : Math.abs(value) < 99.95 ? Number(value.toPrecision(3)).toLocaleString('en-GB') : count(value);
export const signed = (value) => (value > 0 ? '+' : value < 0 ? '−' : '') + figure(Math.abs(value));
export const percent = (share) => `${Math.round(100 * share)} %`;
/// "5 April 2032" of "2032-04-05".
export function date(iso) {
  if (!iso) return '–';
  const [y, m, d] = iso.split('-').map(Number);
  return `${d} ${months[m - 1]} ${y}`;
}
/// Dates inside of a sentence of the program, as they are said here.
export const nice = (text) => String(text || '').replace(/\b\d{4}-\d\d-\d\d\b/g, date);
/// "5 Apr".
export const day = (iso) => iso ? date(iso).replace(/ ([A-Z][a-z]{2})[a-z]*.*/, ' $1') : '–';
const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 864e5);
/// "two weeks", "10 days".
export function span(days) {
  const weeks = days / 7;
  if (days === 0) return 'at once';
  return days >= 14 && days % 7 === 0 ? `${weeks} weeks`
    : days === 7 ? '1 week' : days === 1 ? '1 day' : `${days} days`;
}
/// "Two new reports", "1 seat".
export const many = (n, one, more = one + 's') => `${small[n] || count(n)} ${n === 1 ? one : more}`;
/// "border point" of border_point, as the program names kinds.
export const plain = (name) => String(name || '').replace(/_/g, ' ');
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
export const list = (names, last = 'and') => names.length < 2 ? names.join('')
  : `${names.slice(0, -1).join(', ')} ${last} ${names[names.length - 1]}`;

export const stageText = (stage) => !stage ? 'not known yet' : stage === 'none' ? 'none yet' : stage;
export const roles = { country_desk: 'Country desk', envoy: 'Envoy', un: 'United Nations',
  regional: 'Regional organisation', humanitarian: 'Humanitarian', media: 'Media', white_cell: 'White cell',
  planner: 'Planner' };
export const grades = { A: 'measured for this very quantity', B: 'from literature', C: 'shrunk from literature',
  D: 'judgement' };
export const targets = { country: 'the whole country', actor: 'an actor', group: 'a group', place: 'places' };
export const strategies = { dissuade: 'Dissuade', degrade: 'Weaken', facilitate: 'Bring together', protect: 'Protect' };

/// An indicator's value as people say it.
export function indicator(name, value) {
  if (value === null || value === undefined) return 'not known yet';
  if (name === 'stage') return stageText(value);
  return name === 'risk' || name === 'attention' ? percent(value) : count(value);
}
export const indicatorTitles = { 'reported deaths, 13 weeks': 'Reported deaths, 13 weeks',
  'people away from home': 'People away from home', risk: 'Risk', attention: 'Attention', stage: 'Stage' };
/// "in 20 days", "18 days ago" from one ISO date to another.
export function ago(then, now) {
  const days = daysBetween(then, now);
  return days <= 0 ? 'today' : `${span(days)} old`;
}
export function clockText(seconds) {
  const s = Math.max(0, Math.round(seconds)), minutes = Math.floor(s / 60);
  return `${minutes}:${String(s % 60).padStart(2, '0')}`;
}
